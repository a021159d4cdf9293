package org.oneroster4j.importer.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/**
 * An approval as it is stored. It is for one run and one change: once something else is published, by it or without it, it is
 * void, in the same step and whatever happens to its file.
 *
 * @param fingerprint which run it releases, 64 hexadecimal digits
 * @param edition what that run was compared with
 * @param asOf the day that run was for, {@code YYYY-MM-DD}
 * @param time when it was given
 */
public record ApprovedRun(
        @JsonProperty(required = true) String fingerprint,
        @JsonProperty(required = true) int edition,
        @JsonProperty(required = true) String asOf,
        @JsonProperty(required = true) String time) {
    /** Returns the day that the run was for. */
    public LocalDate day() {
        return LocalDate.parse(asOf);
    }
}
