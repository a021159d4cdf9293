package org.oneroster4j.csv.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a taking thread when the one that works ahead cannot go on: it must not wait for ever. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AheadTest {
    /** One piece in each batch. */
    private static final class Ones extends Ahead.Batch {
        @Override
        protected void clear() {
            // Nothing is kept.
        }

        @Override
        protected boolean make(int place) {
            return true;
        }

        @Override
        protected boolean isFull(int made) {
            return made == 1;
        }
    }

    /** Makes the batch that the taking thread begins with, and then fails. */
    private static Supplier<Ones> failing(Runnable failure) {
        AtomicBoolean isMade = new AtomicBoolean();
        return () -> {
            if (!isMade.compareAndSet(false, true)) {
                failure.run();
            }
            return new Ones();
        };
    }

    /** Its own batch may come back to the other thread in time, but not each time. */
    private static void takeAll(Ahead<Ones> ahead) {
        boolean isThere = true;
        while (isThere) {
            isThere = ahead.next();
        }
    }

    @Test
    void memoryThatDoesNotSufficeForABatchIsThrownToWhoeverTakes() {
        OutOfMemoryError exhausted = new OutOfMemoryError("made by a test");
        try (Ahead<Ones> ahead = new Ahead<>("AheadTest", failing(() -> {
            throw exhausted;
        }))) {
            assertThatThrownBy(() -> takeAll(ahead)).isSameAs(exhausted);
        }
    }

    @Test
    void unexpectedFailureToMakeABatchIsThrownToWhoeverTakes() {
        IllegalStateException defect = new IllegalStateException("made by a test");
        try (Ahead<Ones> ahead = new Ahead<>("AheadTest", failing(() -> {
            throw defect;
        }))) {
            assertThatThrownBy(() -> takeAll(ahead)).isSameAs(defect);
        }
    }
}
