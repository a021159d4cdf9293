package org.oneroster4j.impero.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What schools bring to servers, counted in three ways for speed, is what comes of counting the people. */
class ServersProperties {
    private static final int COUNT = 3;

    @Property
    void whatASchoolBringsArePeopleWhoAreThereByNoOther(@ForAll("districts") District district, @ForAll long seed) {
        Sizes sizes = new Sizes(district.loads(), AnyDistrict.CAPS);
        Servers servers = anyhow(sizes, seed);
        for (int school = 0; school < sizes.count(); school++) {
            int[] gainsOf = servers.gainsOf(school);
            for (int server = 0; server < COUNT; server++) {
                int expected = brought(servers, school, server);
                assertThat(servers.gain(school, server)).isEqualTo(expected);
                assertThat(gainsOf[server]).isEqualTo(expected);
                assertThat(servers.gains(server)[school]).isEqualTo(expected);
            }
        }
    }

    @Property
    void schoolFitsWhereItsServerIsNotOverACapWithIt(@ForAll("districts") District district, @ForAll long seed) {
        Sizes sizes = new Sizes(district.loads(), AnyDistrict.CAPS);
        Servers servers = anyhow(sizes, seed);
        for (int school = 0; school < sizes.count(); school++) {
            int home = servers.serverOf(school);
            servers.take(school);
            for (int server = 0; server < COUNT; server++) {
                boolean fits = servers.fits(school, server);
                servers.put(school, server);
                assertThat(servers.isOver(server)).isEqualTo(!fits);
                servers.take(school);
            }
            servers.put(school, home);
        }
    }

    @Property
    void usersAndGroupsAreThoseOfTheSchools(@ForAll("districts") District district, @ForAll long seed) {
        Sizes sizes = new Sizes(district.loads(), AnyDistrict.CAPS);
        Servers servers = anyhow(sizes, seed);
        for (int server = 0; server < COUNT; server++) {
            List<SchoolLoad> loads = Arrays.stream(servers.schoolsOf(server))
                    .mapToObj(sizes::load)
                    .toList();
            assertThat(servers.users(server))
                    .isEqualTo((int) District.people(loads).distinct().count());
            assertThat(servers.groups(server))
                    .isEqualTo(loads.stream().mapToInt(SchoolLoad::groups).sum());
        }
    }

    @Property
    void peopleOfTwoSchoolsTogetherAreThoseWhoAreInBoth(@ForAll("districts") District district) {
        Sizes sizes = new Sizes(district.loads(), AnyDistrict.CAPS);
        for (int one = 0; one < sizes.count(); one++) {
            for (int other = 0; other < sizes.count(); other++) {
                if (one != other) {
                    Set<Integer> both = people(sizes.load(one));
                    both.retainAll(people(sizes.load(other)));
                    assertThat(sizes.common(one, other)).isEqualTo(both.size());
                }
            }
        }
    }

    private static Servers anyhow(Sizes sizes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Servers.of(
                sizes,
                COUNT,
                IntStream.range(0, sizes.count())
                        .map(school -> random.nextInt(COUNT + 1) - 1)
                        .toArray());
    }

    private static int brought(Servers servers, int school, int server) {
        Set<Integer> people = people(servers.sizes().load(school));
        for (int there : servers.schoolsOf(server)) {
            if (there != school) {
                people.removeAll(people(servers.sizes().load(there)));
            }
        }
        return people.size();
    }

    private static Set<Integer> people(SchoolLoad load) {
        return load.people().boxed().collect(Collectors.toSet());
    }

    @Provide
    Arbitrary<District> districts() {
        return AnyDistrict.ofSchools(1, 8);
    }
}
