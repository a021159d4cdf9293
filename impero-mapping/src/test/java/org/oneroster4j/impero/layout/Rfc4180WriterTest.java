package org.oneroster4j.impero.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.impero.Group;
import org.oneroster4j.impero.internal.Stored;

/** The ways around a text for each cell: bytes that are there already come out as the text would have. */
class Rfc4180WriterTest {
    private static final int BUFFER = 1 << 16;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Texts that are kept as bytes, one for each row. */
    private record Texts(List<String> rows) implements Stored {
        @Override
        public int group(int row) {
            return -1;
        }

        @Override
        public int behindGroup(int row) {
            return rows.size();
        }

        @Override
        public int size(int from, int to, int[] scratch) {
            return rows.subList(from, to).stream().mapToInt(String::length).sum();
        }

        @Override
        public Group groupOf(int row) {
            throw new IllegalArgumentException("Row " + row + " is of none");
        }

        @Override
        public int copy(int row, Column column, boolean utf8, byte[] target, int to) {
            byte[] text = rows.get(row).getBytes(StandardCharsets.UTF_8);
            if ((!utf8 && text.length != rows.get(row).length()) || text.length > target.length - to) {
                return -1;
            }
            System.arraycopy(text, 0, target, to, text.length);
            return to + text.length;
        }
    }

    private Rfc4180Writer writer(Charset charset, char delimiter, Quoting quoting) {
        return new Rfc4180Writer(bytes, charset, delimiter, "\r\n", quoting);
    }

    private static boolean write(Rfc4180Writer writer, String text) throws IOException {
        return writer.cell(new Texts(List.of(text)), 0, Stored.Column.USERNAME);
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void keptTextsAreCellsLikeOthers() throws IOException {
        try (Rfc4180Writer writer = writer(StandardCharsets.UTF_8, ',', Quoting.AS_NEEDED)) {
            assertThat(write(writer, "a b")).isTrue();
            assertThat(write(writer, "")).isTrue();
            writer.cell("c");
            assertThat(write(writer, "d")).isTrue();
            writer.endRow();
            assertThat(write(writer, "e")).isTrue();
            writer.endRow();
        }

        assertThat(written()).isEqualTo("a b,,c,d\r\ne\r\n");
    }

    @Test
    void keptTextsStandInQuotesWhereAllDo() throws IOException {
        try (Rfc4180Writer writer = writer(StandardCharsets.UTF_8, ',', Quoting.ALWAYS)) {
            assertThat(write(writer, "a")).isTrue();
            assertThat(write(writer, "")).isTrue();
            assertThat(write(writer, "b")).isTrue();
            writer.endRow();
        }

        assertThat(written()).isEqualTo("\"a\",\"\",\"b\"\r\n");
    }

    @ParameterizedTest
    @EnumSource(Quoting.class)
    void keptTextWithACharacterThatAsksForQuotesIsLeft(Quoting quoting) throws IOException {
        try (Rfc4180Writer writer = writer(StandardCharsets.UTF_8, ';', quoting)) {
            for (String special : List.of(";", "\"", "\r", "\n")) {
                for (String text : List.of(special, special + "a", "a" + special, "a" + special + "a")) {
                    assertThat(write(writer, text)).isFalse();
                }
            }
            writer.endRow();
        }

        assertThat(written()).isEqualTo("\r\n");
    }

    @Test
    void noOtherCharacterOfAsciiAsksForQuotes() throws IOException {
        StringBuilder expected = new StringBuilder();
        try (Rfc4180Writer writer = writer(StandardCharsets.UTF_8, ';', Quoting.AS_NEEDED)) {
            for (char c = 0; c < 0x80; c++) {
                if (";\"\r\n".indexOf(c) < 0) {
                    assertThat(write(writer, String.valueOf(c))).isTrue();
                    writer.endRow();
                    expected.append(c).append("\r\n");
                }
            }
        }

        assertThat(written()).isEqualTo(expected.toString());
    }

    @Test
    void keptTextBeyondAsciiIsLeftWhereTheCharsetIsNotUtf8() throws IOException {
        try (Rfc4180Writer writer = writer(StandardCharsets.ISO_8859_1, ',', Quoting.AS_NEEDED)) {
            assertThat(write(writer, "Zo\u00EB")).isFalse();
        }

        assertThat(bytes.size()).isZero();
    }

    @Test
    void keptTextBeyondAsciiIsACellOfUtf8AndNeedsQuotesAsOthersDo() throws IOException {
        try (Rfc4180Writer writer = writer(StandardCharsets.UTF_8, ',', Quoting.AS_NEEDED)) {
            assertThat(write(writer, "Zo\u00EB Nguy\u1EC5n")).isTrue();
            assertThat(write(writer, "Zo\u00EB, Jr.")).isFalse();
            assertThat(write(writer, "\u00EB\u00EB\u00EB\u00EB\u00EB\u00EB\u00EB,\u00EB\u00EB\u00EB\u00EB\u00EB"))
                    .isFalse();
        }

        assertThat(written()).isEqualTo("Zo\u00EB Nguy\u1EC5n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "US-ASCII", "ISO-8859-1", "windows-1252"})
    void charsetsThatHoldAsciiTakeKeptTexts(String name) throws IOException {
        try (Rfc4180Writer writer = writer(Charset.forName(name), ',', Quoting.AS_NEEDED)) {
            assertThat(writer.hasCellsOfTheirOwn()).isTrue();
            assertThat(write(writer, "a")).isTrue();
        }

        assertThat(written()).isEqualTo("a");
    }

    /** Two bytes a character, bytes that change what follows, and letters of other numbers. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16", "ISO-2022-JP", "IBM037"})
    void charsetsThatDoNotHoldAsciiLeaveKeptTexts(String name) throws IOException {
        Charset charset = Charset.forName(name);
        try (Rfc4180Writer writer = writer(charset, ',', Quoting.AS_NEEDED)) {
            assertThat(writer.hasCellsOfTheirOwn()).isFalse();
            assertThat(write(writer, "a")).isFalse();
            writer.row(List.of("a", "b"));
        }

        assertThat(bytes.toByteArray()).isEqualTo("a,b\r\n".getBytes(charset));
    }

    @Test
    void keptTextsAreWrittenAtOnceHoweverManyThereAre() throws IOException {
        String text = "x".repeat(1000);
        try (Rfc4180Writer writer = writer(StandardCharsets.UTF_8, ',', Quoting.ALWAYS)) {
            for (int i = 0; i < 200; i++) {
                assertThat(write(writer, text)).isTrue();
                assertThat(write(writer, text)).isTrue();
                writer.endRow();
            }
        }

        assertThat(written()).isEqualTo(("\"" + text + "\",\"" + text + "\"\r\n").repeat(200));
    }

    @ParameterizedTest
    @EnumSource(
            value = Quoting.class,
            names = {"ALWAYS", "AS_NEEDED"})
    void cellsComeOutWholeWhereverTheBufferEnds(Quoting quoting) throws IOException {
        String quote = quoting == Quoting.ALWAYS ? "\"" : "";
        for (int before = BUFFER - 1028; before < BUFFER - 1018; before++) {
            for (int length = 1018; length < 1028; length++) {
                bytes.reset();
                String text = "x".repeat(length);
                try (Rfc4180Writer writer = writer(StandardCharsets.UTF_8, ',', quoting)) {
                    writer.mark("m".repeat(before));
                    if (!write(writer, text)) {
                        writer.cell(text);
                    }
                    writer.cell("y");
                }

                assertThat(written()).isEqualTo("m".repeat(before) + quote + text + quote + "," + quote + "y" + quote);
            }
        }
    }

    @Test
    void delimiterComesOutWhereverTheBufferEnds() throws IOException {
        for (int length = BUFFER - 3; length < BUFFER + 3; length++) {
            bytes.reset();
            try (Rfc4180Writer writer = writer(StandardCharsets.UTF_8, ',', Quoting.AS_NEEDED)) {
                writer.row(List.of("x".repeat(length), "y"));
            }

            assertThat(written()).isEqualTo("x".repeat(length) + ",y\r\n");
        }
    }

    @Test
    void cellsEncodedBeforeComeOutInTheirPlaceHoweverLong() throws IOException {
        try (Rfc4180Writer writer = writer(StandardCharsets.UTF_8, ',', Quoting.AS_NEEDED)) {
            for (int length : new int[] {1, BUFFER - 2, 10, BUFFER, BUFFER + 1, 3 * BUFFER}) {
                writer.cell("a");
                writer.cell(writer.encoded("x".repeat(length)));
                writer.cell(writer.encoded("\u00EB,"));
                writer.endRow();
            }
        }

        StringBuilder expected = new StringBuilder();
        for (int length : new int[] {1, BUFFER - 2, 10, BUFFER, BUFFER + 1, 3 * BUFFER}) {
            expected.append("a,").append("x".repeat(length)).append(",\"\u00EB,\"\r\n");
        }
        assertThat(written()).isEqualTo(expected.toString());
    }

    /** The first character beyond ASCII is two bytes of UTF-8. */
    @Test
    void firstCharacterBeyondAsciiIsEncodedInCellsAndAsDelimiter() throws IOException {
        try (Rfc4180Writer writer = writer(StandardCharsets.UTF_8, '\u0080', Quoting.AS_NEEDED)) {
            writer.row(List.of("a", "b"));
        }
        try (Rfc4180Writer writer = writer(StandardCharsets.UTF_8, ',', Quoting.AS_NEEDED)) {
            writer.row(List.of("\u0080"));
        }

        assertThat(written()).isEqualTo("a\u0080b\r\n\u0080\r\n");
    }

    @Test
    void keptTextThatNeedsQuotesIsSeenWhereverTheReasonStands() throws IOException {
        for (char delimiter : new char[] {',', ';', '\t', '|'}) {
            for (char c = 0; c < 0x80; c++) {
                String reasons = delimiter + "\"\r\n";
                for (int at = 0; at < 20; at++) {
                    String text = "x".repeat(at) + c + "x".repeat(19 - at);
                    bytes.reset();
                    try (Rfc4180Writer writer = writer(StandardCharsets.UTF_8, delimiter, Quoting.AS_NEEDED)) {
                        assertThat(write(writer, text))
                                .as("%d at %d", (int) c, at)
                                .isEqualTo(reasons.indexOf(c) < 0);
                    }
                }
            }
        }
    }

    @Test
    void delimiterOfTwoBytesStandsBetweenKeptTexts() throws IOException {
        try (Rfc4180Writer writer = writer(StandardCharsets.UTF_8, '\u00A7', Quoting.AS_NEEDED)) {
            assertThat(write(writer, "ab")).isTrue();
            assertThat(write(writer, "cd")).isTrue();
            writer.cell(writer.joined(List.of(writer.encoded("e"), writer.encoded("f"))));
            writer.endRow();
        }

        assertThat(written()).isEqualTo("ab\u00A7cd\u00A7e\u00A7f\r\n");
    }

    @Test
    void delimiterThatTheCharsetLacksIsSaidAndNotReplaced() throws IOException {
        try (Rfc4180Writer writer = writer(StandardCharsets.US_ASCII, '\u00A7', Quoting.AS_NEEDED)) {
            writer.cell("a");

            assertThat(writer.canJoin()).isFalse();
            assertThat(write(writer, "b")).isFalse();
            assertThatThrownBy(() -> writer.cell("b")).isInstanceOf(CharacterCodingException.class);
        }
    }

    @Test
    void roomIsMadeByWritingWhatIsThereAndOnlyWhereItIsMissing() throws IOException {
        try (Rfc4180Writer writer = writer(StandardCharsets.UTF_8, ',', Quoting.AS_NEEDED)) {
            writer.cell("abc");
            writer.makeRoom(BUFFER - 3);
            assertThat(bytes.size()).isZero();

            writer.makeRoom(BUFFER - 2);
            assertThat(bytes.size()).isEqualTo(3);
        }

        assertThat(written()).isEqualTo("abc");
    }
}
