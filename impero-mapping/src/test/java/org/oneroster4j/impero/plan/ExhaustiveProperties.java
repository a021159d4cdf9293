package org.oneroster4j.impero.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is found by trying all is what there is, by another way to try all. */
class ExhaustiveProperties {
    private static final Caps CAPS = AnyDistrict.CAPS;

    @Property
    void planOverSoManyServersIsTheMostEvenThereIs(
            @ForAll("districts") District district, @ForAll @IntRange(min = 1, max = 4) int count) {
        Sizes sizes = new Sizes(district.loads(), CAPS);

        assertThat(Exhaustive.over(sizes, count).map(ExhaustiveProperties::fullestFirst))
                .isEqualTo(mostEven(sizes, count));
    }

    @Property
    void planOverTheFewestServersIsTheMostEvenOfThese(@ForAll("districts") District district) {
        Sizes sizes = new Sizes(district.loads(), CAPS);
        Optional<List<Long>> expected = IntStream.rangeClosed(0, sizes.count())
                .mapToObj(count -> mostEven(sizes, count))
                .flatMap(Optional::stream)
                .findFirst();

        assertThat(Exhaustive.fewest(sizes, sizes.count()).map(ExhaustiveProperties::fullestFirst))
                .isEqualTo(expected);
    }

    /** Of 7 and 7 and 4, and of 8 and 5 and 5, the first: its fullest server is less full. */
    @Example
    void fullestServerIsAsLittleFullAsCanBeEvenIfAnotherIsThenNearlyEmpty() {
        int[] users = {4, 4, 3, 3, 2, 2};
        List<SchoolLoad> loads = new ArrayList<>();
        for (int i = 0; i < users.length; i++) {
            loads.add(SchoolLoad.of("s" + i, "", 0, IntStream.range(10 * i, 10 * i + users[i])));
        }
        Sizes sizes = new Sizes(loads, new Caps(8, 8));

        assertThat(Exhaustive.fewest(sizes, 6).map(ExhaustiveProperties::fullestFirst))
                .isEqualTo(mostEven(sizes, 3));
    }

    /** The shares of the caps, the fullest server first, of the plan with the least of these; nothing if there is none. */
    private static Optional<List<Long>> mostEven(Sizes sizes, int count) {
        List<List<Long>> all = new ArrayList<>();
        int[] serverOf = new int[sizes.count()];
        int plans = (int) Math.pow(count, serverOf.length);
        for (int plan = 0; plan < plans; plan++) {
            int rest = plan;
            for (int school = 0; school < serverOf.length; school++) {
                serverOf[school] = rest % count;
                rest /= count;
            }
            Servers servers = Servers.of(sizes, count, serverOf);
            if (!servers.isAnyOver()) {
                all.add(fullestFirst(servers));
            }
        }
        return all.stream().min(Comparator.comparing(ExhaustiveProperties::array, Arrays::compare));
    }

    private static long[] array(List<Long> weights) {
        return weights.stream().mapToLong(Long::longValue).toArray();
    }

    /** Without those that are empty, for one plan may leave more of them unmade. */
    private static List<Long> fullestFirst(Servers servers) {
        return IntStream.range(0, servers.count())
                .mapToLong(server -> CAPS.weight(servers.users(server), servers.groups(server)))
                .filter(weight -> weight > 0)
                .mapToObj(Long::valueOf)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    @Provide
    Arbitrary<District> districts() {
        return AnyDistrict.ofSchools(0, 5);
    }
}
