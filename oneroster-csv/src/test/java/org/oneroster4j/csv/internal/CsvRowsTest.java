package org.oneroster4j.csv.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.ReadAhead;

/** Another thread that splits changes nothing but who does it, and none is left behind. */
class CsvRowsTest {
    private static final String NAME = "CsvRowsTest.csv";

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static CsvRows rows(InputStream bytes, ReadAhead readAhead) {
        return new CsvRows(new CsvRecords(bytes, NAME, Reading.WIDE), NAME, readAhead);
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains(NAME) && thread.isAlive())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void rowsHaveTheirNumbersBehindTheRowWhereTheOtherThreadBegins(ReadAhead readAhead) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 25_000; i++) {
            text.append(i).append(i % 100 == 0 ? ",\"a\"\"\"" : ",b").append('\n');
        }
        try (CsvRows rows = rows(bytes(text.toString()), readAhead)) {
            for (int i = 1; i <= 25_000; i++) {
                assertThat(rows.next()).containsExactly(String.valueOf(i), i % 100 == 0 ? "a\"" : "b");
                assertThat(rows.firstLine()).isEqualTo(i);
                assertThat(rows.lastLine()).isEqualTo(i);
                assertThat(rows.isAscii()).isEqualTo(i > 1 && i % 100 != 0);
            }
            assertThat(rows.next()).isNull();
            assertThat(rows.next()).isNull();
        }
        assertThat(threads()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void rowsBeforeAFailureAreReadAndItFailsAgain(ReadAhead readAhead) {
        try (CsvRows rows = rows(bytes("a,b\n\n\"c\nd\",e\nf,\"\"g\ni\"j,k\nl,\"m\n"), readAhead)) {
            assertThat(rows.next()).containsExactly("a", "b");
            assertThat(rows.next()).containsExactly("c\nd", "e");
            assertThat(rows.firstLine()).isEqualTo(3);
            assertThat(rows.lastLine()).isEqualTo(4);
            assertThat(rows.next()).hasSize(2);
            assertThat(rows.hasStrayQuote()).isTrue();
            assertThat(rows.next()).hasSize(2);
            assertThat(rows.hasBareQuote()).isTrue();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(rows::next)
                        .isInstanceOfSatisfying(
                                DropUnreadableException.class,
                                e -> assertThat(e.finding().code()).isEqualTo(CsvFindingCode.UNTERMINATED_QUOTE));
            }
        }
        assertThat(threads()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void failureOfTheMediumIsThrownBehindTheRowsBefore(ReadAhead readAhead) {
        InputStream breaking = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The medium is gone");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        };
        try (CsvRows rows = rows(new SequenceInputStream(bytes("a,b\nc,d\n"), breaking), readAhead)) {
            assertThat(rows.next()).containsExactly("a", "b");
            assertThat(rows.next()).containsExactly("c", "d");
            assertThatThrownBy(rows::next).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void closingEndsTheOtherThreadWhereverItIs() {
        for (int taken : new int[] {0, 1, 300, 5_000}) {
            CsvRows rows = rows(bytes("a,b\n".repeat(100_000)), ReadAhead.ALWAYS);
            for (int i = 0; i < taken; i++) {
                assertThat(rows.next()).containsExactly("a", "b");
            }
            rows.close();
            rows.close();
            assertThat(threads()).isEmpty();
            assertThatThrownBy(rows::next).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closingEndsAThreadThatWaitsForItsMedium() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        AtomicBoolean closed = new AtomicBoolean();
        InputStream silent = new InputStream() {
            @Override
            public int read() throws IOException {
                waiting.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new IOException("Interrupted", e);
                }
                return -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }

            @Override
            public void close() {
                closed.set(true);
            }
        };
        CsvRows rows = rows(new SequenceInputStream(bytes("a,b\n".repeat(1_000)), silent), ReadAhead.ALWAYS);
        assertThat(rows.next()).containsExactly("a", "b");
        waiting.await();
        rows.close();
        assertThat(threads()).isEmpty();
        assertThat(closed).isTrue();
    }

    @Test
    void interruptOfTheCallerIsLeftToItAndLosesNoRow() {
        try (CsvRows rows = rows(bytes("a,b\n".repeat(2_000)), ReadAhead.ALWAYS)) {
            Thread.currentThread().interrupt();
            int count = 0;
            for (String @Nullable [] cells = rows.next(); cells != null; cells = rows.next()) {
                count++;
            }
            assertThat(count).isEqualTo(2_000);
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void otherThreadBeginsWhereAFileIsLargeAndTheMachineHasRoomForIt() {
        try (CsvRows rows = rows(bytes("a,b\n".repeat(100_000)), ReadAhead.AUTOMATIC)) {
            for (int i = 0; i < 10_000; i++) {
                assertThat(rows.next()).containsExactly("a", "b");
            }
            assertThat(threads()).isEmpty();
            assertThat(rows.next()).containsExactly("a", "b");
            // It cannot be through: so many rows do not wait.
            assertThat(threads()).hasSize(Runtime.getRuntime().availableProcessors() > 1 ? 1 : 0);
        }
        assertThat(threads()).isEmpty();
    }
}
