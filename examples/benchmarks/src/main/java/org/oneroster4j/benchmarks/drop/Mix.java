package org.oneroster4j.benchmarks.drop;

/** Chance that can be asked again: SplitMix64's finalizer, so that a row needs nothing but its own number. */
final class Mix {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Mix() {}

    /** Returns another number for each number. */
    static long of(long number) {
        long z = number + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Returns a number from 0 to below a bound, the same for the same seed and numbers. */
    static int below(int bound, long seed, long a, long b) {
        return (int) Math.floorMod(of(of(seed + a) + b), (long) bound);
    }
}
