package org.oneroster4j.importer.blackbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock whose hands somebody moves. */
final class Hands extends Clock {
    private Instant now;
    private long nanos = 1;

    Hands(Instant now) {
        this.now = now;
    }

    /** Time goes by. */
    void forward(Duration time) {
        jump(time);
        nanos += time.toNanos();
    }

    /** Somebody sets the clock, while no time goes by. */
    void jump(Duration time) {
        now = now.plus(time);
    }

    /** Returns what a clock shows that nobody sets. */
    long nanos() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
