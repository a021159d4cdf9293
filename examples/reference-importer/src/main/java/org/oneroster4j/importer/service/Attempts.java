package org.oneroster4j.importer.service;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.importer.arrival.Claims;

/**
 * Counts the conversions of a drop that began and did not end by themselves, on the disk before one begins: a drop that ends
 * the process would end it again after each start. For one thread, but for {@link #stopped}.
 */
final class Attempts {
    /** After one the drop is tried again: a power cut or a machine that was short of memory is not its fault. */
    private static final int MOST = 2;

    private final Claims claims;
    private @Nullable Path current;
    private int before;
    private boolean stopped;

    Attempts(Claims claims) {
        this.claims = claims;
    }

    /** Tells whether a drop is not to be tried again. */
    boolean areUsedUp(Path drop) throws IOException {
        return claims.begun(drop) >= MOST;
    }

    /** A conversion begins. */
    synchronized void begin(Path drop) throws IOException {
        before = claims.begun(drop);
        claims.begun(drop, stopped ? before : before + 1);
        current = drop;
    }

    /**
     * The conversion ended by itself.
     *
     * @param exhausted whether it exhausted the memory or the stack: that counts like the end of the process, which it may be
     *     the next time
     */
    synchronized void ended(boolean exhausted) throws IOException {
        if (current != null && !exhausted) {
            claims.begun(current, 0);
        }
        current = null;
    }

    /** The service is told to stop: that may end a conversion, and counts against no drop. From any thread. */
    synchronized void stopped() throws IOException {
        stopped = true;
        if (current != null) {
            claims.begun(current, before);
        }
    }
}
