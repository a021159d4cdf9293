package org.oneroster4j.importer.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.Counts;

/**
 * How a job is. It holds no personal data.
 *
 * @param name the name of the job
 * @param state the word of its state
 * @param detail what it waits for, or what is in the way, in a sentence; null when there is nothing to say
 * @param time when this was so
 * @param nextCheck when it looks again
 * @param lastImport when a drop was converted last, whatever it came to; null before the first
 * @param lastResult what that came to: the word of its state, as {@code published}; null before the first
 * @param lastSuccess when something was published last; null before the first
 * @param counts of the last drop that was converted; null before the first
 * @param usersPercent how many percent of the cap on users those are; null before the first
 * @param classesPercent how many percent of the cap on classes; null before the first
 * @param late whether there was no success for two of the usual intervals
 */
public record JobStatus(
        @JsonProperty String name,
        @JsonProperty String state,
        @JsonProperty @Nullable String detail,
        @JsonProperty String time,
        @JsonProperty String nextCheck,
        @JsonProperty @Nullable String lastImport,
        @JsonProperty @Nullable String lastResult,
        @JsonProperty @Nullable String lastSuccess,
        @JsonProperty @Nullable Counts counts,
        @JsonProperty @Nullable Integer usersPercent,
        @JsonProperty @Nullable Integer classesPercent,
        @JsonProperty boolean late) {}
