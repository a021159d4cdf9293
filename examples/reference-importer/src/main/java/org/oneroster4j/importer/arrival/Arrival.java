package org.oneroster4j.importer.arrival;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Watches one drop folder, and says at each look how far the drop is. For one thread. */
public final class Arrival {
    /** How far a drop is. */
    public sealed interface Progress {
        /** There is nothing of a drop. */
        record Nothing() implements Progress {}

        /**
         * Something has come, and may not be all.
         *
         * @param still for how long nothing has changed
         */
        record Settling(Duration still) implements Progress {}

        /**
         * Nothing has changed for long enough, and something is missing.
         *
         * @param still for how long nothing has changed
         * @param missing what, in sentences without personal data
         * @param listing what is there, if it would do all the same: nothing is missing but what came the last time
         */
        record Incomplete(Duration still, List<String> missing, Optional<Listing> listing) implements Progress {}

        /**
         * The folder has something that no drop has; nothing in it was opened.
         *
         * @param troubles the names of OneRoster files, or blank for the folder, with what is wrong with each
         */
        record Refused(Map<String, Trouble> troubles) implements Progress {}

        /**
         * The drop is complete.
         *
         * @param listing what it is
         */
        record Complete(Listing listing) implements Progress {}
    }

    private final DropFolder folder;
    private final Duration settle;
    private final boolean stays;
    private final Settling settling = new Settling();
    private @Nullable Listing judged;
    private Completeness.Missing missing = Completeness.Missing.NOTHING;

    /**
     * Starts to watch a folder.
     *
     * @param settle how long nothing may have changed
     * @param stays whether a drop is left where it is, so that a new one is one whose files have all come anew
     */
    public Arrival(DropFolder folder, Duration settle, boolean stays) {
        this.folder = folder;
        this.settle = settle;
        this.stays = stays;
    }

    /**
     * Looks.
     *
     * @param last the files of the drop that was taken last; none before the first
     * @param nanos a clock that never jumps
     * @throws IOException when the folder is not there or cannot be read
     */
    public Progress look(List<DropFile> last, long nanos) throws IOException {
        Listing listing = folder.list();
        settling.take(listing, nanos);
        if (listing.isEmpty()) {
            return new Progress.Nothing();
        }
        if (!listing.troubles().isEmpty()) {
            return new Progress.Refused(listing.troubles());
        }
        if (stays && Set.copyOf(listing.files().values()).equals(Set.copyOf(last))) {
            return new Progress.Nothing();
        }
        Duration still = settling.stillFor(nanos);
        if (!settling.isStill(settle, nanos)) {
            return new Progress.Settling(still);
        }
        if (!listing.equals(judged)) {
            // Reading to the end of large files once is enough, as long as nothing changes.
            missing = new Completeness(folder.path(), listing).missing(last, stays);
            judged = listing;
        }
        if (!missing.needed().isEmpty()) {
            return new Progress.Incomplete(still, missing.needed(), Optional.empty());
        }
        return missing.expected().isEmpty()
                ? new Progress.Complete(listing)
                : new Progress.Incomplete(still, missing.expected(), Optional.of(listing));
    }

    /** Starts again, as when what was complete has changed while it was taken. */
    public void startAgain() {
        settling.forget();
        judged = null;
    }
}
