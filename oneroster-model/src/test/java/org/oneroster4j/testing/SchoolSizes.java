package org.oneroster4j.testing;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How many students schools have, as American ones do: the logarithm is spread normally, the median is 450, and 99 of 100
 * have fewer than 2,500. Stateless, so safe for use by several threads.
 */
public final class SchoolSizes {
    private static final double MEDIAN = 450;
    private static final double SIGMA = Math.log(2500 / MEDIAN) / 2.3263;

    private SchoolSizes() {}

    /** Returns the students of a school. The same state of the random numbers makes the same school, on every platform. */
    public static int students(SplittableRandom random) {
        // Twelve evenly spread numbers make a normally spread one.
        double normal =
                IntStream.range(0, 12).mapToDouble(i -> random.nextDouble()).sum() - 6;
        int students = (int) Math.round(MEDIAN * Math.exp(SIGMA * normal));
        // Larger than that fit no server, and are another matter.
        return Math.min(Math.max(students, 5), 3900);
    }
}
