package org.oneroster4j.csv.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.model.finding.Finding;

/** The fourteen traps of Univocity, closed. Numbers are those of the list of traps. */
class UnivocityTrapsTest {
    private static final String CANARY = "canary";
    private static final CsvRecords.Dialect NARROW = new CsvRecords.Dialect(StandardCharsets.UTF_8, 10, 3, 100);

    private static List<List<String>> cells(String text) {
        Reading reading = Reading.of(text, 4096);
        assertThat(reading.failure()).isNull();
        return reading.cells();
    }

    private static Finding failure(Reading reading) {
        return Objects.requireNonNull(reading.failure(), "reading did not fail");
    }

    // 1

    @Test
    void rowThatBeginsWithHashIsKept() {
        assertThat(cells("#a,b\n#\nc,#d\n")).containsExactly(List.of("#a", "b"), List.of("#"), List.of("c", "#d"));
    }

    @Test
    void rowThatBeginsWithNulIsKept() {
        assertThat(cells("\0a,b\n\0\nc,d\n")).containsExactly(List.of("\0a", "b"), List.of("\0"), List.of("c", "d"));
    }

    // 2

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\0", "\u0001", "\u001F", "\u007F", "\u00A0", "\u3000", "\u200B", "\uFEFF"})
    void blanksAndControlCharactersAtTheEndsOfACellAreKept(String blank) {
        String cell = blank + "b" + blank;
        assertThat(cells("x,y,z\n" + cell + ",\"" + cell + "\"," + blank + "\n"))
                .containsExactly(List.of("x", "y", "z"), List.of(cell, cell, blank));
    }

    // 3

    @Test
    void emptyAndQuotedEmptyCellsAreBothEmptyTexts() {
        assertThat(cells(",\"\",\n\"\",\n")).containsExactly(List.of("", "", ""), List.of("", ""));
    }

    @Test
    void cellsThatAreNotThereAreNotMadeUp() {
        assertThat(cells("a,b,c\nd\ne,\n")).containsExactly(List.of("a", "b", "c"), List.of("d"), List.of("e", ""));
    }

    // 4

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 4096})
    void emptyLinesAreNoRecordsAndAreCounted(int buffer) {
        Reading reading = Reading.of("\n\r\na\n\n\r\rb\r\n\r\nc\n\n", buffer);
        assertThat(reading.cells()).containsExactly(List.of("a"), List.of("b"), List.of("c"));
        assertThat(reading.firstLines()).containsExactly(3L, 7L, 9L);
    }

    @Test
    void lineOfOneQuotedEmptyCellIsARecord() {
        assertThat(cells("a\n\"\"\nb\n\"\"")).containsExactly(List.of("a"), List.of(""), List.of("b"), List.of(""));
    }

    @Test
    void lineOfBlanksIsARecord() {
        assertThat(cells("a\n \n\t\nb\n")).containsExactly(List.of("a"), List.of(" "), List.of("\t"), List.of("b"));
    }

    // 5 and 6

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 4096})
    void everyLineEndEndsALineWhateverTheFirstOneIs(int buffer) {
        for (String first : List.of("\r\n", "\n", "\r")) {
            Reading reading = Reading.of("a,b" + first + "1,2\n3,4\r5,6\r\n7,8", buffer);
            assertThat(reading.cells())
                    .containsExactly(
                            List.of("a", "b"),
                            List.of("1", "2"),
                            List.of("3", "4"),
                            List.of("5", "6"),
                            List.of("7", "8"));
            assertThat(reading.firstLines()).containsExactly(1L, 2L, 3L, 4L, 5L);
        }
    }

    @Test
    void noCarriageReturnStaysOnTheLastColumn() {
        assertThat(cells("a,b\r\nc,\"d\"\r\ne,\r\n"))
                .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e", ""));
    }

    @Test
    void lineEndsInsideQuotesBecomeLineFeeds() {
        assertThat(cells("\"a\r\nb\rc\nd\",x\n")).containsExactly(List.of("a\nb\nc\nd", "x"));
    }

    // 7

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 4096})
    void unterminatedQuoteIsReportedAtTheLineOnWhichItsRecordStarts(int buffer) {
        Reading reading = Reading.of("h,i\n\na,\"b\nc,d\r\ne,f\n", buffer);
        assertThat(failure(reading).code()).isEqualTo(CsvFindingCode.UNTERMINATED_QUOTE);
        assertThat(failure(reading).location().lineNumber()).hasValue(3);
        assertThat(reading.cells()).containsExactly(List.of("h", "i"));
    }

    @Test
    void quoteThatIsTheLastCharacterIsUnterminated() {
        assertThat(failure(Reading.of("a,b\nc,\"", 4096)).code()).isEqualTo(CsvFindingCode.UNTERMINATED_QUOTE);
    }

    @Test
    void quotedValueThatSwallowsLinesAndGoesOnBehindItsQuoteIsUnterminated() {
        Finding found = failure(Reading.of("h,i\na,\"b\nc,\"d\"\ne,f\n", 4096));
        assertThat(found.code()).isEqualTo(CsvFindingCode.UNTERMINATED_QUOTE);
        assertThat(found.location().lineNumber()).hasValue(2);
    }

    // 8

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"y", "\"x\" ", " \"x\"", "\t\"x\"", "\"x\"\"y\"z\"", "\"\"x\"\"", "\"x\"y,\"z"})
    void rowWithTextOutsideTheQuotesIsMarked(String bad) {
        Reading reading = Reading.of("a,b\n" + bad + ",c\nd,e\n", 7);
        assertThat(reading.failure()).isNull();
        assertThat(reading.records()).extracting(Reading.Seen::stray).containsExactly(false, true, false);
        assertThat(reading.firstLines()).containsExactly(1L, 2L, 3L);
        assertThat(reading.cells().get(2)).containsExactly("d", "e");
    }

    @Test
    void quoteInsideABareValueIsKeptAsWrittenAndMarked() {
        Reading reading = Reading.of("a\"b,c\nx\"\"y\",z\nd,e\n", 7);
        assertThat(reading.records()).extracting(Reading.Seen::bare).containsExactly(true, true, false);
        assertThat(reading.records()).extracting(Reading.Seen::stray).containsOnly(false);
        assertThat(reading.cells()).containsExactly(List.of("a\"b", "c"), List.of("x\"\"y\"", "z"), List.of("d", "e"));
    }

    // 9

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 4096})
    void cellAboveTheLimitIsReportedWithItsLine(int buffer) {
        Reading reading = Reading.of(new StringReader("a,b\n\n0123456789,c\nd,0123456789X\ne,f\n"), NARROW, buffer);
        assertThat(failure(reading).code()).isEqualTo(CsvFindingCode.CELL_TOO_LONG);
        assertThat(failure(reading).location().lineNumber()).hasValue(4);
        assertThat(failure(reading).details()).containsExactly("10");
        assertThat(reading.cells()).containsExactly(List.of("a", "b"), List.of("0123456789", "c"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 4096})
    void rowAboveTheLimitOfColumnsIsReportedWithItsLine(int buffer) {
        Reading reading = Reading.of(new StringReader("a,b,c\n\nd,e,f,\ng\n"), NARROW, buffer);
        assertThat(failure(reading).code()).isEqualTo(CsvFindingCode.TOO_MANY_COLUMNS);
        assertThat(failure(reading).location().lineNumber()).hasValue(3);
        assertThat(failure(reading).details()).containsExactly("3");
        assertThat(reading.cells()).containsExactly(List.of("a", "b", "c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"c\"9012,\"789012\"",
                "\"c\"9012345678901",
                "\"c\",\"78901\",\"23\"",
                "c,\"\"\"\"\"\",9012345",
                "\n\n\n\n\n\n\n\n\n\n\nc,3456",
                "\r\n\r\r\n\r\r\n\r\r\n\r\n\r\rcd,3456",
                "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n",
                "\"c\"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
                "\"c\n\n\n\n\n\",8901234"
            })
    void everythingSinceTheRowBeforeCountsInTheLimitOfARow(String row) {
        CsvRecords.Dialect narrow = new CsvRecords.Dialect(StandardCharsets.UTF_8, 10, 3, 15);
        for (int buffer : new int[] {2, 7, 4096}) {
            Reading reading = Reading.of(new StringReader("a,b\n" + row + "\nd,e\n"), narrow, buffer);
            assertThat(failure(reading).code()).isEqualTo(CsvFindingCode.ROW_TOO_LONG);
            assertThat(failure(reading).details()).containsExactly("15");
            assertThat(reading.cells()).containsExactly(List.of("a", "b"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789,1234", "\"56789\",0123456", "\n\r\n01234567890"})
    void rowOfExactlyTheLimitIsRead(String row) {
        CsvRecords.Dialect narrow = new CsvRecords.Dialect(StandardCharsets.UTF_8, 11, 3, 15);
        for (String end : List.of("\n", "\r\n", "\r")) {
            Reading reading = Reading.of(new StringReader("a" + end + row + end + row), narrow, 7);
            assertThat(reading.failure()).isNull();
            assertThat(reading.records()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0123456789\"", "\"01234\n6789\"", "\"\"\"\"\"12345678\"", "\"\"\"\"\"\"\"\"\"\""})
    void quotedCellOfExactlyTheLimitIsRead(String cell) {
        // Once a defect: RecordScanner.emit counts the quotes around and inside a value as characters of it.
        Reading reading = Reading.of(new StringReader("a,b\n" + cell + ",c\n"), NARROW, 4096);
        assertThat(reading.failure()).isNull();
    }

    @Test
    void tenThousandColumnsAndALongCellAreReadWhereTheLimitsAllowThem() {
        CsvRecords.Dialect wide = new CsvRecords.Dialect(StandardCharsets.UTF_8, 100_000, 10_000, 1_000_000);
        String text = "x".repeat(100_000) + ",".repeat(9_999) + "\nb\n";
        Reading reading = Reading.of(new StringReader(text), wide, 4096);
        assertThat(reading.failure()).isNull();
        assertThat(reading.records()).hasSize(2);
        assertThat(reading.cells().get(0)).hasSize(10_000);
        assertThat(reading.cells().get(0).get(0)).hasSize(100_000);
    }

    // 10

    static Stream<String> unreadable() {
        return Stream.of(
                "canary,\"canary",
                "canary,\"canary\ncanary\"canary,canary\n",
                "canary,canary-canary\n",
                "canary,\"canary-canary\"\n",
                "a,canary,canary,canary\n");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void noExceptionHoldsContentOfTheFile(String bad) {
        for (int buffer : new int[] {2, 7, 4096}) {
            Throwable thrown =
                    thrownByOrFail(() -> new CsvRecords(new StringReader("a,canary\n" + bad), "f.csv", NARROW, buffer));
            assertThat(thrown).isInstanceOf(DropUnreadableException.class);
            assertThat(everythingSaidBy(thrown)).doesNotContain(CANARY);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 4096})
    void failureOfTheMediumIsAnUncheckedIOExceptionWithoutContent(int buffer) {
        // Once a defect: UnivocityTokenizer.translated makes an IllegalStateException of it, without the cause.
        Throwable thrown = thrownByOrFail(
                () -> new CsvRecords(new Reading.Breaking("a,canary\nb,canary\ncanary"), "f.csv", NARROW, buffer));
        assertThat(everythingSaidBy(thrown)).doesNotContain(CANARY);
        assertThat(thrown).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void readingOnBehindAFailureFailsAgainInTheSameWay() {
        try (CsvRecords records = new CsvRecords(new StringReader("a,\"b"), "f.csv", NARROW, 4096)) {
            assertThatThrownBy(records::next).isInstanceOf(DropUnreadableException.class);
            assertThatThrownBy(records::next).isInstanceOf(DropUnreadableException.class);
        }
    }

    private static @Nullable Throwable thrownBy(Supplier<CsvRecords> opening) {
        return catchThrowable(() -> {
            try (CsvRecords records = opening.get()) {
                while (records.next() != null) {
                    assertThat(records.firstLine()).isPositive();
                }
            }
        });
    }

    private static Throwable thrownByOrFail(Supplier<CsvRecords> opening) {
        return Objects.requireNonNull(thrownBy(opening), "nothing was thrown");
    }

    private static String everythingSaidBy(Throwable thrown) {
        StringWriter said = new StringWriter();
        thrown.printStackTrace(new PrintWriter(said));
        for (@Nullable Throwable at = thrown; at != null; at = at.getCause()) {
            said.append(at.toString()).append(String.valueOf(at.getLocalizedMessage()));
        }
        return said.toString();
    }

    // 11

    @Test
    void linesAreRightWhereverTheBufferEndsInsideAQuotedValue() {
        String text = "a,\"1\n2\r\n3\"\n\"x\r\",\"\n\n\"\nlast";
        for (int buffer = 2; buffer < 40; buffer++) {
            Reading reading = Reading.of(text, buffer);
            assertThat(reading.records()).extracting(Reading.Seen::firstLine).containsExactly(1L, 4L, 8L);
            assertThat(reading.records()).extracting(Reading.Seen::lastLine).containsExactly(3L, 7L, 8L);
        }
    }

    // 12

    @Test
    void noThreadIsLeftBehind() {
        String rows = "a,b\n".repeat(50_000);
        Reading.of(rows, 64);
        List<String> before = threads();
        assertThat(thrownBy(() -> new CsvRecords(new StringReader(rows), "f.csv", Reading.WIDE, 64)))
                .isNull();
        CsvRecords half = new CsvRecords(new StringReader(rows), "f.csv", Reading.WIDE, 64);
        assertThat(half.next()).containsExactly("a", "b");
        assertThat(threads()).isEqualTo(before);
        half.close();
        assertThat(thrownBy(() -> new CsvRecords(new StringReader(rows + "\""), "f.csv", Reading.WIDE, 64)))
                .isNotNull();
        assertThat(threads()).isEqualTo(before);
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .sorted()
                .toList();
    }

    // 13

    @Test
    void bytesThatAreNotUtf8AreReportedWithTheirLineAndOffset() {
        byte[] latin = "a,b\r\nM\u00FCller,c\nd,e\n".getBytes(StandardCharsets.ISO_8859_1);
        try (CsvRecords records = new CsvRecords(new ByteArrayInputStream(latin), "f.csv", Reading.WIDE)) {
            assertThat(records.next()).containsExactly("a", "b");
            assertThatThrownBy(records::next).isInstanceOfSatisfying(DropUnreadableException.class, e -> {
                assertThat(e.finding().code()).isEqualTo(CsvFindingCode.UNDECODABLE_TEXT);
                assertThat(e.finding().location().lineNumber()).hasValue(2);
                assertThat(e.finding().details()).containsExactly("6", "UTF-8");
                assertThat(everythingSaidBy(e)).doesNotContain("ller");
            });
        }
    }

    @Test
    void recordRightBeforeWhatCannotBeReadIsRead() {
        // Once a defect: Univocity asks for more with the last character of a record, and loses the record with it.
        for (String record : List.of("c,d\n", "\"c\",d\r\n", "\"c\"\"\",d\n", "c\"\"c,d\n")) {
            byte[] bytes = ("a,b\n" + record + "\u00FF").getBytes(StandardCharsets.ISO_8859_1);
            try (CsvRecords records = new CsvRecords(new ByteArrayInputStream(bytes), "f.csv", Reading.WIDE)) {
                assertThat(records.next()).containsExactly("a", "b");
                assertThat(records.next()).hasSize(2);
                assertThatThrownBy(records::next).isInstanceOf(DropUnreadableException.class);
            }
        }
    }

    @Test
    void utf16WithItsByteOrderMarkIsNotTakenForUtf8() {
        byte[] wide = "\uFEFFa,b\n".getBytes(StandardCharsets.UTF_16LE);
        try (CsvRecords records = new CsvRecords(new ByteArrayInputStream(wide), "f.csv", Reading.WIDE)) {
            assertThat(records.next()).containsExactly("a", "b");
            assertThat(records.isUtf16()).isTrue();
        }
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstCell() {
        byte[] marked = "\uFEFF\"a\",b\n\uFEFFc,d\n".getBytes(StandardCharsets.UTF_8);
        try (CsvRecords records = new CsvRecords(new ByteArrayInputStream(marked), "f.csv", Reading.WIDE)) {
            assertThat(records.next()).containsExactly("a", "b");
            assertThat(records.hasStrayQuote()).isFalse();
            assertThat(records.next()).containsExactly("\uFEFFc", "d");
            assertThat(records.next()).isNull();
            assertThat(records.next()).isNull();
        }
    }

    @Test
    void secondByteOrderMarkIsKept() {
        // Once a defect: Univocity skips one too, so that what the scanner and it see of the first cell differs.
        byte[] twice = "\uFEFF\uFEFFa,b\n".getBytes(StandardCharsets.UTF_8);
        try (CsvRecords records = new CsvRecords(new ByteArrayInputStream(twice), "f.csv", Reading.WIDE)) {
            assertThat(records.next()).containsExactly("\uFEFFa", "b");
        }
    }

    @Test
    void secondByteOrderMarkBeforeAQuoteIsNoExceptionOfTheParser() {
        // Once a defect: the same; the scanner counts two records, Univocity one, and IllegalStateException comes out.
        byte[] twice = "\uFEFF\uFEFF\"a\nb\"\n".getBytes(StandardCharsets.UTF_8);
        @Nullable
        Throwable thrown = thrownBy(() -> new CsvRecords(new ByteArrayInputStream(twice), "f.csv", Reading.WIDE));
        assertThat(thrown)
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        told -> assertThat(told).isInstanceOf(DropUnreadableException.class));
    }

    @Test
    void bytesAreClosedWhenTheFirstOfThemCannotBeRead() {
        // Once a defect: the stream is left open; the caller has nothing yet that it could close.
        AtomicBoolean closed = new AtomicBoolean();
        InputStream bytes = new ByteArrayInputStream(new byte[] {(byte) 0xFF}) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        CsvRecords records = new CsvRecords(bytes, "f.csv", Reading.WIDE);
        assertThatThrownBy(() -> records.header(List.of())).isInstanceOf(DropUnreadableException.class);
        assertThat(closed).isTrue();
    }

    // 14

    @Test
    void nulIsKeptWhereverTheBufferEnds() {
        String text = "\"a\0b\0\",\0\n\"\0\",\"\0\0\"\0\n\uD83D\uDC00\0,\uD83D\uDC00\n";
        Reading whole = Reading.of(text, 4096);
        assertThat(whole.cells().get(0)).containsExactly("a\0b\0", "\0");
        assertThat(whole.cells().get(2)).containsExactly("\uD83D\uDC00\0", "\uD83D\uDC00");
        assertThat(IntStream.range(2, 40).mapToObj(buffer -> Reading.of(text, buffer)))
                .allMatch(whole::equals);
    }
}
