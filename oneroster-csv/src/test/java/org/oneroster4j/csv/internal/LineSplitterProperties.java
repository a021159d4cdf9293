package org.oneroster4j.csv.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.internal.Reading.Seen;

/** What is split straight from the bytes is what the scanner and the parser make of them. */
class LineSplitterProperties {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII);

    /** Hides from {@link CsvRecords} that there are bytes behind the text. */
    private static final class TextAlone extends Reader {
        private final Reader text;

        TextAlone(Reader text) {
            this.text = text;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            return text.read(target, offset, length);
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }

    /** Gives a few bytes at a time, as a slow medium might, and fails behind them if it is to. */
    private static final class Dripping extends InputStream {
        private final InputStream bytes;
        private final int drop;
        private final boolean fails;

        Dripping(byte[] bytes, int drop, boolean fails) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.drop = drop;
            this.fails = fails;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = bytes.read(target, offset, Math.min(drop, length));
            if (count < 0 && fails) {
                throw new IOException("The medium is gone");
            }
            return count;
        }
    }

    /** Lines of few different cells: most repeat cells of the line above, or begin with them. */
    private static Arbitrary<byte[]> alike() {
        Arbitrary<String> cells = Arbitraries.of(
                        "", "a", "ab", "abcdefgh", "\"\"", "\"a\"", "\"a,b\"", "\"a\"\"b\"", "\u00E9", "\u00E8")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(line -> String.join(",", line));
        return Combinators.combine(cells, Arbitraries.of("\n", "\n", "\r\n"))
                .as((line, end) -> (line + end).getBytes(StandardCharsets.UTF_8));
    }

    /** Lines of which some need a parser and some do not, in bytes of which some are none of UTF-8. */
    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<byte[]> plain = Arbitraries.of(
                        "a,b\n",
                        "a,b,c\r\n",
                        "\"a\",\"b,c\"\n",
                        "\u00E9,\"\uD83D\uDE00\"\n",
                        "a,,\"\"\n",
                        "\uFFFD,b\n",
                        " a , b\n",
                        "\"\"\"a\"\"\",\"\"\"\"\n",
                        "\"abc\"\"defghi \"\"jkl\"\" m\",\"\u00E9\"\"\"\n",
                        "\"abc\"\"efgh\",\"\"\"\"\"\"\n",
                        "abcdefgh,i\n",
                        "abcdefghi,j\n",
                        "a,b,c,d,e\n",
                        "a,b,c,d,e,f\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> odd = Texts.malformed().map(text -> text.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> foreign = Arbitraries.of(0xFF, 0xC3, 0xE2, 0x80).map(one -> new byte[] {one.byteValue()});
        Arbitrary<byte[]> lines = Arbitraries.frequencyOf(
                        Tuple.of(8, plain), Tuple.of(8, alike()), Tuple.of(3, odd), Tuple.of(1, foreign))
                .list()
                .ofMaxSize(12)
                .map(LineSplitterProperties::joined);
        return Combinators.combine(marks(), lines).as((mark, text) -> joined(List.of(mark, text)));
    }

    /** What a file begins with: mostly nothing, byte order marks, and pieces of them. */
    private static Arbitrary<byte[]> marks() {
        Arbitrary<byte[]> some = Arbitraries.of("\u00EF\u00BB\u00BF", "\u00EF\u00BB", "\u00FF\u00FE", "\u00FE\u00FF")
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(marks -> String.join("", marks).getBytes(StandardCharsets.ISO_8859_1));
        return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(new byte[0])), Tuple.of(1, some));
    }

    @Provide
    Arbitrary<CsvRecords.Dialect> dialect() {
        return Combinators.combine(
                        Arbitraries.of(CHARSETS),
                        Arbitraries.of(8, 65_536),
                        Arbitraries.of(5, 1_024),
                        Arbitraries.of(12, 20, 1 << 20))
                .as(CsvRecords.Dialect::new);
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static Reading split(InputStream bytes, CsvRecords.Dialect dialect) {
        return Reading.of(new StrictReader(bytes, dialect.charset()), dialect, 1 << 15);
    }

    private static Reading parsed(InputStream bytes, CsvRecords.Dialect dialect) {
        return Reading.of(new TextAlone(new StrictReader(bytes, dialect.charset())), dialect, 1 << 15);
    }

    @Property
    void splitLinesAreWhatTheParserMakesOfThem(
            @ForAll("bytes") byte[] bytes, @ForAll("dialect") CsvRecords.Dialect dialect) {
        Reading expected = parsed(new ByteArrayInputStream(bytes), dialect);
        assertThat(split(new ByteArrayInputStream(bytes), dialect)).isEqualTo(expected);
        for (int drop : new int[] {1, 3, 7}) {
            assertThat(split(new Dripping(bytes, drop, false), dialect)).isEqualTo(expected);
        }
    }

    @Property
    void wellFormedTextGivesItsRows(@ForAll("wellFormed") Texts.WellFormed input) {
        // A mark at the beginning is no part of the text.
        byte[] bytes = ("h\n" + input.text()).getBytes(StandardCharsets.UTF_8);
        Reading reading = split(new ByteArrayInputStream(bytes), Reading.WIDE);
        assertThat(reading.failure()).isNull();
        assertThat(reading.cells().subList(1, reading.records().size())).isEqualTo(input.rows());
    }

    @Provide
    Arbitrary<Texts.WellFormed> wellFormed() {
        // A file that ends in NUL was not written to its end.
        return Texts.wellFormed().filter(input -> !input.text().endsWith("\0"));
    }

    @Property
    void rowsBeforeAMediumFailsAreGivenOut(@ForAll("bytes") byte[] bytes) {
        List<Seen> whole = parsed(new ByteArrayInputStream(bytes), Reading.WIDE).records();
        CsvRecords.Dialect dialect = Reading.WIDE;
        int rows = 0;
        try (CsvRecords records = new CsvRecords(new Dripping(bytes, 5, true), "f.csv", dialect)) {
            for (String @Nullable [] cells = records.next(); cells != null; cells = records.next()) {
                assertThat(List.of(cells)).isEqualTo(whole.get(rows).cells());
                rows++;
            }
            fail("It ended well");
        } catch (UncheckedIOException | DropUnreadableException e) {
            // A record that nothing ends may go on behind the failure.
            assertThat(rows).isBetween(whole.size() - 1, whole.size());
        }
    }

    @Property
    void nothingIsCalledAsciiThatHoldsAnythingElse(@ForAll("bytes") byte[] bytes) {
        try (CsvRecords records = new CsvRecords(new ByteArrayInputStream(bytes), "f.csv", Reading.WIDE)) {
            for (String @Nullable [] cells = records.next(); cells != null; cells = records.next()) {
                if (records.isAscii()) {
                    assertThat(cells).allMatch(cell -> cell.chars().allMatch(c -> c >= ' ' && c < 0x7F));
                }
            }
        } catch (DropUnreadableException e) {
            assertThat(e.finding().location().lineNumber().isPresent())
                    .isNotEqualTo(e.finding().code() == CsvFindingCode.PADDED_FILE);
        }
    }

    @Example
    void bordersOfTheBufferOfBytesChangeNothing() {
        for (int distance = 0; distance < 40; distance++) {
            String text =
                    "h,i\n" + "a,b\n".repeat((1 << 14) - 8) + "x".repeat(distance) + ",\"y\"\r\nz,\"\u00E9\"\n\n1,2\n";
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(split(new ByteArrayInputStream(bytes), Reading.WIDE))
                    .isEqualTo(parsed(new ByteArrayInputStream(bytes), Reading.WIDE));
        }
    }
}
