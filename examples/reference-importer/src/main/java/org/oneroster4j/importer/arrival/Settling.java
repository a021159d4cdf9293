package org.oneroster4j.importer.arrival;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells how long a folder has been as it is. By a clock of its own and not by the times of the files: a client that preserves
 * times writes an old one from the first byte on. For one thread.
 */
final class Settling {
    /** Two looks that agree may both lie in a pause of an upload. */
    private static final int LOOKS = 3;

    private @Nullable Listing last;
    private long since;
    private int looks;

    /**
     * Takes a listing.
     *
     * @param nanos when it was made, by a clock that never jumps
     */
    void take(Listing listing, long nanos) {
        if (!listing.equals(last)) {
            last = listing;
            since = nanos;
            looks = 0;
        }
        looks++;
    }

    /** Tells whether nothing has changed for so long. */
    boolean isStill(Duration time, long nanos) {
        return looks >= LOOKS && nanos - since >= time.toNanos();
    }

    /** Tells for how long nothing has changed. */
    Duration stillFor(long nanos) {
        return last == null ? Duration.ZERO : Duration.ofNanos(nanos - since);
    }

    /** Forgets what was seen. */
    void forget() {
        last = null;
        looks = 0;
    }
}
