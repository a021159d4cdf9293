package org.oneroster4j.impero;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of the rows of a file, in numbers that add up: {@code read = written + merged + all left out}.
 *
 * @param read rows read
 * @param written rows that became a group, a person, a membership or an access
 * @param merged rows that say what another row says, or for whose person another record speaks
 * @param leftOut rows left out, by code, in the order of the rules
 */
public record RowTotals(int read, int written, int merged, Map<String, Integer> leftOut) {
    /** Copies the map, and refuses numbers that do not add up. */
    public RowTotals {
        leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
        int out = leftOut.values().stream().mapToInt(Integer::intValue).sum();
        if (read != written + merged + out) {
            throw new IllegalArgumentException(
                    read + " rows are not " + written + " written, " + merged + " merged and " + out + " left out");
        }
    }
}
