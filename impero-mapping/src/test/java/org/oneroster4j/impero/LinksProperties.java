package org.oneroster4j.impero;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LinksProperties {
    @Property
    void linkKeepsWhatItIsMadeOf(
            @ForAll @IntRange(max = (1 << 29) - 1) int schoolClass,
            @ForAll @IntRange(max = Integer.MAX_VALUE) int person,
            @ForAll @IntRange(max = 3) int role,
            @ForAll boolean primary) {
        long link = Links.access(schoolClass, person, role, primary);

        assertThat(link).isNotNegative();
        assertThat(Links.schoolClass(link)).isEqualTo(schoolClass);
        assertThat(Links.person(link)).isEqualTo(person);
        assertThat(Links.role(link)).isEqualTo(role);
        assertThat(Links.isPrimary(link)).isEqualTo(primary);
    }

    @Example
    void mergingKeepsTheFirstRoleAndPrimaryOfAny() {
        long[] links = {
            Links.access(1, 7, 2, true),
            Links.access(1, 7, 0, false),
            Links.access(1, 8, 3, false),
            Links.access(0, 7, 1, false),
            Links.access(1, 7, 0, false)
        };
        Arrays.sort(links);
        int size = Links.merge(links, links.length);

        assertThat(List.of(links[0], links[1], links[2]))
                .containsExactly(
                        Links.access(0, 7, 1, false), Links.access(1, 7, 0, true), Links.access(1, 8, 3, false));
        assertThat(size).isEqualTo(3);
    }
}
