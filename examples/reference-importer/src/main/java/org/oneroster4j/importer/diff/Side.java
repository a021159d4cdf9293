package org.oneroster4j.importer.diff;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One side of a comparison.
 *
 * @param source the drop, or the state folder
 * @param asOf the day it was mapped for, {@code YYYY-MM-DD}
 */
public record Side(
        @JsonProperty String source, @JsonProperty String asOf) {
    @Override
    public String toString() {
        return source + " (as of " + asOf + ")";
    }
}
