package org.oneroster4j.csv.delta;

import java.time.Instant;
import java.util.Objects;
import org.oneroster4j.csv.OneRosterDrop;

/**
 * What a delta is applied to.
 *
 * @param drop the last full drop
 * @param at of when it is: the time of its export, or {@link Applied#at()} of the delta that made it
 */
public record Baseline(OneRosterDrop drop, Instant at) {
    /** Refuses null. */
    public Baseline {
        Objects.requireNonNull(drop, "drop");
        Objects.requireNonNull(at, "at");
    }
}
