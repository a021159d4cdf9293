package org.oneroster4j.csv.internal;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictReaderTest {
    private static final int BUFFER = 65_536;
    private static final String MIXED = "a\u00E9\u20AC\uD83D\uDE00z";

    /** What was read, and the offset at which it ended, -1 at the end of the bytes. */
    private record Read(String text, long offset) {}

    private static Read read(byte[] bytes, int size) {
        return read(new ByteArrayInputStream(bytes), size);
    }

    private static Read read(InputStream bytes, int size) {
        StringBuilder text = new StringBuilder();
        char[] chars = new char[size];
        try (StrictReader reader = new StrictReader(bytes, UTF_8)) {
            for (int count = reader.read(chars, 0, size); count >= 0; count = reader.read(chars, 0, size)) {
                assertThat(count).isPositive();
                text.append(chars, 0, count);
            }
            return new Read(text.toString(), -1);
        } catch (StrictReader.UndecodableException e) {
            return new Read(text.toString(), e.offset());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** A lone continuation, Latin-1, an overlong slash, half a pair, beyond Unicode, sequences cut short. */
    static Stream<byte[]> malformed() {
        return Stream.of(
                bytes(0x80),
                bytes(0xFF),
                bytes(0xFC, 'l'),
                bytes(0xC0, 0xAF),
                bytes(0xED, 0xA0, 0x80),
                bytes(0xF4, 0x90, 0x80, 0x80),
                bytes(0xE2, 0x82, 'x'),
                bytes(0xF0, 0x9F, 0x98, 'x'),
                bytes(0xC3));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void everythingBeforeABadByteIsHandedOutAndItsOffsetIsExact(byte[] bad) {
        for (int position = 0; position <= MIXED.length(); position++) {
            if (position > 0 && Character.isHighSurrogate(MIXED.charAt(position - 1))) {
                continue;
            }
            String before = MIXED.substring(0, position);
            byte[] good = before.getBytes(UTF_8);
            byte[] all = joined(good, bad, "y".getBytes(UTF_8));
            for (int size : new int[] {2, 3, 5, 4096}) {
                assertThat(read(all, size)).isEqualTo(new Read(before, good.length));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void offsetsCountOnBeyondTheBuffer(byte[] bad) {
        for (int distance = -5; distance <= 5; distance++) {
            String before = "x".repeat(BUFFER + distance);
            byte[] all = joined(before.getBytes(UTF_8), bad, "y".getBytes(UTF_8));
            for (int size : new int[] {2, 4096}) {
                assertThat(read(all, size)).isEqualTo(new Read(before, before.length()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00E9", "\u20AC", "\uD83D\uDE00"})
    void sequenceThatEndsTooEarlyIsReportedWhereItBegins(String point) {
        byte[] whole = point.getBytes(UTF_8);
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = joined("ab".getBytes(UTF_8), Arrays.copyOf(whole, length));
            for (int size : new int[] {2, 3, 4096}) {
                assertThat(read(cut, size)).isEqualTo(new Read("ab", 2));
            }
        }
    }

    @Test
    void failureStaysWhereItIsWhenReadAgain() throws IOException {
        try (StrictReader reader = new StrictReader(new ByteArrayInputStream(bytes('a', 0xFF, 'b')), UTF_8)) {
            char[] chars = new char[8];
            assertThat(reader.read(chars, 0, 8)).isEqualTo(1);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> reader.read(chars, 0, 8))
                        .isInstanceOfSatisfying(
                                StrictReader.UndecodableException.class,
                                e -> assertThat(e.offset()).isEqualTo(1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4096})
    void byteOrderMarkIsSkippedOnceAndKeptLater(int size) {
        byte[] marked = "\uFEFF\uFEFFa\uFEFF\n\uFEFFb".getBytes(UTF_8);
        assertThat(read(marked, size)).isEqualTo(new Read("\uFEFFa\uFEFF\n\uFEFFb", -1));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4096})
    void markAloneIsAnEmptyFile(int size) {
        assertThat(read("\uFEFF".getBytes(UTF_8), size)).isEqualTo(new Read("", -1));
        assertThat(read(new byte[0], size)).isEqualTo(new Read("", -1));
    }

    @Test
    void badByteRightBehindTheMarkHasTheOffsetInTheFile() {
        assertThat(read(joined("\uFEFF".getBytes(UTF_8), bytes(0xFF)), 2)).isEqualTo(new Read("", 3));
        assertThat(read(bytes(0xEF, 0xBB), 2)).isEqualTo(new Read("", 0));
        assertThat(read(bytes(0xEF, 0xBB, 'x'), 2)).isEqualTo(new Read("", 0));
    }

    @Test
    void markThatTricklesInByteByByteIsSkipped() {
        byte[] marked = ("\uFEFF" + MIXED).getBytes(UTF_8);
        assertThat(read(new Drops(marked), 2)).isEqualTo(new Read(MIXED, -1));
    }

    @Test
    void sequencesSplitOverTheBufferBorderSurvive() {
        for (int distance = 0; distance <= 12; distance++) {
            String text = "x".repeat(BUFFER - distance) + MIXED + "y".repeat(BUFFER) + MIXED;
            for (int size : new int[] {3, 4096}) {
                assertThat(read(text.getBytes(UTF_8), size).equals(new Read(text, -1)))
                        .as("distance %d, size %d", distance, size)
                        .isTrue();
            }
        }
    }

    @Test
    void markOfAnotherCharsetIsSkippedToo() throws IOException {
        try (StrictReader reader = new StrictReader(new ByteArrayInputStream("ab".getBytes(UTF_16)), UTF_16)) {
            char[] chars = new char[8];
            assertThat(reader.read(chars, 0, 8)).isEqualTo(2);
            assertThat(chars).startsWith('a', 'b');
            assertThat(reader.read(chars, 0, 8)).isEqualTo(-1);
        }
    }

    /** Bytes one by one. */
    private static final class Drops extends InputStream {
        private final ByteArrayInputStream bytes;

        Drops(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, Math.min(1, length));
        }
    }
}
