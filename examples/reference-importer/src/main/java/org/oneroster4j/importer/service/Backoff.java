package org.oneroster4j.importer.service;

import java.time.Duration;

/** When to try again what has failed: soon at first, then once a minute, for as long as it takes. For one thread. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Duration wait = Duration.ZERO;
    private long until;
    private int failures;

    /** Tells whether it may be tried. */
    boolean isOver(long nanos) {
        return failures == 0 || nanos - until >= 0;
    }

    /** Takes note of a failure. */
    void failed(long nanos) {
        failures++;
        wait = failures == 1 ? FIRST : wait.multipliedBy(2);
        if (wait.compareTo(LONGEST) > 0) {
            wait = LONGEST;
        }
        until = nanos + wait.toNanos();
    }

    /** Takes note that it has worked. */
    void worked() {
        failures = 0;
        wait = Duration.ZERO;
    }

    /** Returns how often it has failed since it worked. */
    int failures() {
        return failures;
    }
}
