package org.oneroster4j.impero.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Small districts with everything in them: schools without anybody, alike, above a cap, and with any part in common. */
final class AnyDistrict {
    /** The caps that fit to their sizes. */
    static final Caps CAPS = new Caps(40, 12);

    private AnyDistrict() {}

    static Arbitrary<District> ofSchools(int least, int most) {
        return Combinators.combine(
                        Arbitraries.longs().dontShrink(),
                        Arbitraries.integers().between(least, most),
                        Arbitraries.of(1, 30, 200, 1000))
                .as(AnyDistrict::of)
                .withoutEdgeCases();
    }

    static District of(long seed, int schools, int people) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SchoolLoad> loads = new ArrayList<>();
        for (int school = 0; school < schools; school++) {
            int users = random.nextInt(random.nextInt(8) == 0 ? 45 : 25);
            int[] someone =
                    IntStream.range(0, users).map(i -> random.nextInt(people)).toArray();
            loads.add(SchoolLoad.of(
                    "s" + school, "", random.nextInt(random.nextInt(8) == 0 ? 14 : 8), IntStream.of(someone)));
        }
        return District.of(loads);
    }
}
