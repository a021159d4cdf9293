package org.oneroster4j.importer.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EagerFlushTest {
    private static final int STEP = 100;
    private final IOException full = new IOException("No space left on device");

    private final AtomicBoolean closed = new AtomicBoolean();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream() {
        @Override
        public void close() {
            closed.set(true);
        }
    };
    private final AtomicInteger flushes = new AtomicInteger();

    @Test
    void shortFileIsLeftToWhoeverFlushesItInTheEnd() throws IOException {
        try (EagerFlush stream = new EagerFlush(bytes, flushes::incrementAndGet, STEP)) {
            stream.write(new byte[STEP - 2]);
            stream.write(7);
        }

        assertThat(flushes).hasValue(0);
        assertThat(bytes.toByteArray()).hasSize(STEP - 1).endsWith(7);
        assertThat(closed).isTrue();
    }

    @Test
    void longFileIsFlushedWhileMoreIsWritten() throws IOException, InterruptedException {
        CountDownLatch flushing = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        EagerFlush.Flush flush = () -> {
            flushing.countDown();
            awaited(written);
            flushes.incrementAndGet();
        };
        try (EagerFlush stream = new EagerFlush(bytes, flush, STEP)) {
            stream.write(new byte[STEP]);
            flushing.await();
            // Nobody waits for the flush that is under way, and no second one is begun beside it.
            stream.write(new byte[2 * STEP]);
            assertThat(flushes).hasValue(0);
            assertThat(bytes.size()).isEqualTo(3 * STEP);
            written.countDown();
        }

        assertThat(flushes).hasValue(1);
        assertThat(closed).isTrue();
    }

    @Test
    void whatAFlushFailsWithIsThrownWhenTheStreamIsClosed() throws IOException {
        EagerFlush stream = failing();

        assertThatThrownBy(stream::close).isSameAs(full);
        assertThat(closed).isTrue();
    }

    @Test
    void whatAFlushFailsWithIsThrownByAWriteBehindIt() throws IOException {
        EagerFlush stream = failing();

        assertThatThrownBy(() -> {
                    while (true) {
                        stream.write(new byte[STEP]);
                    }
                })
                .isSameAs(full);
    }

    @Test
    void failureThatEndsTheWritingIsNotThrownAgainByClosing() {
        assertThatThrownBy(() -> {
                    try (EagerFlush stream = failing()) {
                        while (true) {
                            stream.write(new byte[STEP]);
                        }
                    }
                })
                .isSameAs(full);
    }

    @Test
    void errorOfAFlushIsThrown() throws IOException {
        OutOfMemoryError exhausted = new OutOfMemoryError("made by a test");
        EagerFlush stream = new EagerFlush(
                bytes,
                () -> {
                    throw exhausted;
                },
                STEP);
        stream.write(new byte[STEP]);

        assertThatThrownBy(stream::close).isSameAs(exhausted);
    }

    /** Returns a stream that has begun to flush, which fails. */
    private EagerFlush failing() throws IOException {
        EagerFlush stream = new EagerFlush(
                bytes,
                () -> {
                    throw full;
                },
                STEP);
        stream.write(new byte[STEP]);
        return stream;
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
