package org.oneroster4j.csv.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What {@code RowsAheadTest} cannot bring about with files. */
class AheadTest {
    private static final class Numbers extends Ahead.Batch {
        @Override
        protected void clear() {}

        @Override
        protected boolean make(int place) {
            return true;
        }

        @Override
        protected boolean isFull(int made) {
            return made == 1;
        }
    }

    @Test
    void lackOfMemoryForABatchIsThrownToTheOneWhoWaitsForIt() {
        AtomicInteger made = new AtomicInteger();
        try (Ahead<Numbers> ahead = new Ahead<>("numbers", () -> {
            if (made.getAndIncrement() == 2) {
                throw new OutOfMemoryError("no room for a batch");
            }
            return new Numbers();
        })) {
            assertThatThrownBy(() -> {
                        while (ahead.next()) {
                            // The batches are without end.
                        }
                    })
                    .isInstanceOf(OutOfMemoryError.class);
        }
    }
}
