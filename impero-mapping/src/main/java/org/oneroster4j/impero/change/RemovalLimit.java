package org.oneroster4j.impero.change;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How much may go in one run. A run is held when more than the percentage and, at once, more than the number goes. Neither can
 * be set so high that the brake is as good as off.
 *
 * @param percent of what was published before, 1 to 50
 * @param number rows, 0 to 100
 */
public record RemovalLimit(
        @Min(1) @Max(MAX_PERCENT) int percent,
        @Min(0) @Max(MAX_NUMBER) int number) {
    /** The highest percentage that can be set. */
    public static final int MAX_PERCENT = 50;

    /** The highest number that can be set. */
    public static final int MAX_NUMBER = 100;

    /** Unless told otherwise. */
    public static final RemovalLimit DEFAULT = new RemovalLimit(20, 10);

    /** Refuses numbers out of bounds. */
    public RemovalLimit {
        Bounds.check("percent of what is removed", percent, 1, MAX_PERCENT);
        Bounds.check("number of what is removed", number, 0, MAX_NUMBER);
    }

    /** Tells whether so many of so many are too many. */
    boolean isExceeded(int removed, int of) {
        return removed > number && removed * 100L > (long) of * percent;
    }
}
