package org.oneroster4j.impero.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that two threads encode are written as one would, up to the first that cannot be. */
class BlocksTest {
    private static void encode(int from, int to, OutputStream target) throws IOException {
        for (int row = from; row < to; row++) {
            target.write((row + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2_047, 2_048, 2_049, 4_096, 100_001})
    void rowsAreWrittenInTheirOrder(int rows) throws IOException {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        encode(0, rows, expected);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Blocks.write(rows, "BlocksTest", BlocksTest::encode, written);
        assertThat(written.toByteArray()).isEqualTo(expected.toByteArray());
    }

    @Test
    void twoThreadsEncode() throws IOException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Blocks.write(
                1_000_000,
                "BlocksTest",
                (from, to, target) -> {
                    threads.add(Thread.currentThread());
                    encode(from, to, target);
                },
                OutputStream.nullOutputStream());
        assertThat(threads).hasSize(2).contains(Thread.currentThread());
    }

    @Test
    void failureOfTheFirstRowIsTheOneThatIsThrown() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Blocks.Encoding encoding = (from, to, target) -> {
            if (to > 10_000) {
                throw new IOException("Rows from " + from);
            }
            encode(from, to, target);
        };
        assertThatThrownBy(() -> Blocks.write(50_000, "BlocksTest", encoding, written))
                .isInstanceOf(IOException.class)
                .hasMessage("Rows from 8192");
        assertThat(written.toString(StandardCharsets.US_ASCII)).endsWith("\n8191\n");
    }

    @Test
    void errorOfAnyKindIsNotLost() {
        Blocks.Encoding encoding = (from, to, target) -> {
            throw new IllegalArgumentException("wrong");
        };
        assertThatThrownBy(() -> Blocks.write(50_000, "BlocksTest", encoding, OutputStream.nullOutputStream()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void memoryThatDoesNotSufficeIsReportedAsThat() {
        OutOfMemoryError exhausted = new OutOfMemoryError("made by a test");
        Blocks.Encoding encoding = (from, to, target) -> {
            throw exhausted;
        };
        assertThatThrownBy(() -> Blocks.write(50_000, "BlocksTest", encoding, OutputStream.nullOutputStream()))
                .isSameAs(exhausted);
    }

    @Test
    void whoIsToldToStopWaitsForNobody() {
        Thread here = Thread.currentThread();
        CountDownLatch begun = new CountDownLatch(1);
        Blocks.Encoding encoding = (from, to, target) -> {
            boolean other = Thread.currentThread() != here;
            if (other) {
                begun.countDown();
            }
            try {
                // The other thread waits for what never comes, until it is told to end.
                (other ? new CountDownLatch(1) : begun).await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            here.interrupt();
            encode(from, to, target);
        };
        assertThatThrownBy(() -> Blocks.write(4_096, "BlocksTest", encoding, OutputStream.nullOutputStream()))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
