package org.oneroster4j.importer.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.Counts;

/**
 * How the last run ended, whatever it came to; dry runs are none.
 *
 * @param state the word of its state
 * @param time when it ended
 * @param asOf the day it was for, {@code YYYY-MM-DD}
 * @param counts rows and people, as far as known
 * @param reasons the codes that stopped or hold it
 * @param failure in a sentence, what could not be read or written; null when nothing failed
 */
public record LastRun(
        @JsonProperty(required = true) String state,
        @JsonProperty(required = true) String time,
        @JsonProperty(required = true) String asOf,
        @JsonProperty(required = true) Counts counts,
        @JsonProperty(required = true) List<String> reasons,
        @JsonProperty @Nullable String failure) {}
