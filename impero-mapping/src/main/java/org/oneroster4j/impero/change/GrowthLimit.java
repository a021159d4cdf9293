package org.oneroster4j.impero.change;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How much accesses may grow in one run. A run is held when they grow by more than the percentage and, at once, by more than
 * the number. Neither can be set so high that the brake is as good as off.
 *
 * @param percent of what was published before, 1 to 100
 * @param number rows, 0 to 200
 */
public record GrowthLimit(
        @Min(1) @Max(MAX_PERCENT) int percent,
        @Min(0) @Max(MAX_NUMBER) int number) {
    /** The highest percentage that can be set. */
    public static final int MAX_PERCENT = 100;

    /** The highest number that can be set. */
    public static final int MAX_NUMBER = 200;

    /** Unless told otherwise. */
    public static final GrowthLimit DEFAULT = new GrowthLimit(50, 20);

    /** Refuses numbers out of bounds. */
    public GrowthLimit {
        Bounds.check("percent of growth", percent, 1, MAX_PERCENT);
        Bounds.check("number of growth", number, 0, MAX_NUMBER);
    }

    /** Tells whether growing from so many to so many is too much. */
    boolean isExceeded(int from, int to) {
        long more = (long) to - from;
        return more > number && more * 100 > (long) from * percent;
    }
}
