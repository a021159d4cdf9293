package org.oneroster4j.importer.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was published last, apart from its rows: the file {@code state.json} of a generation.
 *
 * @param format the format of the folder, 1
 * @param edition counts the publications that changed something
 * @param fingerprint which run it was, 64 hexadecimal digits
 * @param asOf the day it was for, {@code YYYY-MM-DD}
 * @param time when it was published
 * @param dropAt of when the full drop beside it is; null without one
 * @param files the SHA-256 of each file beside it, by its path
 */
public record Edition(
        @JsonProperty(required = true) int format,
        @JsonProperty(required = true) int edition,
        @JsonProperty(required = true) String fingerprint,
        @JsonProperty(required = true) String asOf,
        @JsonProperty(required = true) String time,
        @JsonProperty @Nullable String dropAt,
        @JsonProperty(required = true) Map<String, String> files) {
    /** The format that this program writes, and the only one it reads. */
    static final int FORMAT = 1;
}
