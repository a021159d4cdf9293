package org.oneroster4j.importer.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How the drops of one job come, and how long it remembers. The names of the components are keys of the file of
 * {@code watch}, but for {@code window}, which is {@code importFrom} and {@code importTo}. What a value must be is said by the
 * constraints, which {@link WatchConfig} checks.
 *
 * @param settleSeconds how long nothing in the drop folder may have changed before a drop is complete (issue: 60 seconds)
 * @param claim how an accepted drop is taken
 * @param maxDropMegabytes how many times 1,048,576 bytes the files of a drop may have in all
 * @param missingFileMinutes how long a file that came the last time is awaited, once all else is there
 * @param expectEveryHours how often a drop is expected; a job without success for two of these is said aloud
 * @param window when drops are taken; always, if absent
 * @param historyDays how many days the history of runs goes back
 */
@Value.Builder
public record ArrivalSettings(
        @Min(1) @Max(3600) int settleSeconds,
        Claiming claim,
        @Min(1) int maxDropMegabytes,
        @Min(0) int missingFileMinutes,
        @Min(1) int expectEveryHours,
        Optional<DailyWindow> window,
        @Min(1) int historyDays)
        implements WithArrivalSettings {
    /** How an accepted drop is taken. */
    public enum Claiming {
        /** Moved out of the drop folder, so that the next one begins in an empty folder. */
        MOVE,
        /** Copied, for a folder in which nothing may be moved; the files stay where they are. */
        COPY
    }

    /** The keys of the file, in the order of the components. */
    static final List<String> KEYS = List.of(
            "settleSeconds",
            "claim",
            "maxDropMegabytes",
            "missingFileMinutes",
            "expectEveryHours",
            "importFrom",
            "importTo",
            "historyDays");

    /** Unless told otherwise. */
    public static final ArrivalSettings DEFAULTS =
            new ArrivalSettings(60, Claiming.MOVE, 8192, 30, 24, Optional.empty(), 90);

    private static final long MEGABYTE = 1L << 20;

    /** Returns how long nothing may have changed. */
    public Duration settle() {
        return Duration.ofSeconds(settleSeconds);
    }

    /** Tells whether the files of an accepted drop stay where they are. */
    public boolean stays() {
        return claim == Claiming.COPY;
    }

    /** Returns how many bytes the files of a drop may have in all. */
    public long maxDropBytes() {
        return maxDropMegabytes * MEGABYTE;
    }

    /** Returns how long a file that came the last time is awaited. */
    public Duration missingFile() {
        return Duration.ofMinutes(missingFileMinutes);
    }

    /** Returns how long a job may be without success before that is said aloud: two of its usual intervals. */
    public Duration longestSilence() {
        return Duration.ofHours(expectEveryHours).multipliedBy(2);
    }
}
