package org.oneroster4j.csv.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.oneroster4j.csv.internal.Reading.Seen;
import org.oneroster4j.csv.oracle.PlainSplitter;
import org.oneroster4j.csv.oracle.PlainSplitter.PlainRecord;

/** The seam against twenty lines of RFC 4180: whatever the input, the buffer and the medium. */
class SplitterProperties {
    private static final int[] BUFFERS = {2, 7, 4096};
    /** Limits that generated texts reach. */
    private static final CsvRecords.Dialect NARROW = new CsvRecords.Dialect(StandardCharsets.UTF_8, 8, 5, 20);

    @Provide
    Arbitrary<Texts.WellFormed> wellFormed() {
        return Texts.wellFormed();
    }

    @Provide
    Arbitrary<String> malformed() {
        return Texts.malformed();
    }

    /** Rows that lose themselves and no other. */
    @Provide
    Arbitrary<String> strayRow() {
        return Arbitraries.of(
                "\"x\"y,b",
                "\"x\" ,b",
                " \"x,y\",b",
                "a,\t\"b\"",
                "\"x\"y,\"open",
                "\"a\"b\"c,d",
                "a,\"\"b\"\"",
                "\"x\"\0,\"y",
                "\"\" \"\",b",
                " \"a\", \"b",
                "\"a\"\"b\"c\"\",\"d\"\"");
    }

    @Property
    void wellFormedTextGivesWhatThePlainSplitterGives(@ForAll("wellFormed") Texts.WellFormed input) {
        List<PlainRecord> plain = PlainSplitter.splitWellFormed(input.text()).orElseThrow();
        assertThat(plain).extracting(PlainRecord::cells).isEqualTo(input.rows());
        for (int buffer : BUFFERS) {
            Reading reading = Reading.of(input.text(), buffer);
            assertThat(reading.failure()).isNull();
            assertThat(reading.cells()).isEqualTo(input.rows());
            assertThat(reading.firstLines())
                    .isEqualTo(plain.stream().map(each -> (long) each.line()).toList());
            assertThat(reading.records()).noneMatch(Seen::stray).noneMatch(Seen::bare);
        }
    }

    @Property
    void wellFormedTextGivesTheSameHoweverTheMediumTrickles(@ForAll("wellFormed") Texts.WellFormed input) {
        for (int buffer : BUFFERS) {
            assertThat(Reading.of(new Reading.Trickle(input.text()), Reading.WIDE, buffer))
                    .isEqualTo(Reading.of(input.text(), 4096));
        }
    }

    @Property
    void anyTextGivesTheSameForAnyBufferAndMedium(@ForAll("malformed") String text) {
        for (CsvRecords.Dialect dialect : List.of(Reading.WIDE, NARROW)) {
            Reading expected = Reading.of(new StringReader(text), dialect, 4096);
            for (int buffer : BUFFERS) {
                assertThat(Reading.of(new StringReader(text), dialect, buffer)).isEqualTo(expected);
                assertThat(Reading.of(new Reading.Trickle(text), dialect, buffer))
                        .isEqualTo(expected);
            }
        }
    }

    @Property
    void linesOfRecordsIncreaseAndNoLineWithTextIsLost(@ForAll("malformed") String text) {
        Reading reading = Reading.of(text, 7);
        List<String> lines = Texts.lines(text);
        long next = 1;
        for (Seen seen : reading.records()) {
            assertThat(seen.firstLine()).isGreaterThanOrEqualTo(next);
            assertThat(seen.lastLine()).isGreaterThanOrEqualTo(seen.firstLine());
            assertEmpty(lines, next, seen.firstLine());
            next = seen.lastLine() + 1;
        }
        long end = lines.size() + 1L;
        if (reading.failure() != null) {
            long at = reading.failure().location().lineNumber().orElseThrow();
            assertThat(at).isGreaterThanOrEqualTo(next).isLessThan(end);
            end = at;
        }
        assertEmpty(lines, next, end);
    }

    private static void assertEmpty(List<String> lines, long from, long to) {
        assertThat(lines.subList((int) from - 1, (int) to - 1)).allMatch(String::isEmpty);
    }

    @Property
    void recordThatIsNotMarkedStrayIsWhatItsOwnLinesSay(@ForAll("malformed") String text) {
        List<String> lines = Texts.lines(text);
        for (Seen seen : Reading.of(text, 7).records()) {
            if (!seen.stray()) {
                String own = String.join("\n", lines.subList((int) seen.firstLine() - 1, (int) seen.lastLine()));
                assertThat(PlainSplitter.split(own).orElseThrow())
                        .containsExactly(new PlainRecord(1, seen.cells(), seen.bare()));
            }
        }
    }

    @Property
    void nothingIsMarkedOrRefusedInTextThatTheStandardAllows(@ForAll("malformed") String text) {
        Optional<List<PlainRecord>> plain = PlainSplitter.splitWellFormed(text);
        Reading reading = Reading.of(text, 4096);
        boolean faultless =
                reading.failure() == null && reading.records().stream().noneMatch(seen -> seen.stray() || seen.bare());
        assertThat(faultless).isEqualTo(plain.isPresent());
        plain.ifPresent(records -> assertThat(reading.cells())
                .isEqualTo(records.stream().map(PlainRecord::cells).toList()));
    }

    @Property
    void oneBadRowDoesNotHideTheNext(
            @ForAll("strayRow") String bad,
            @ForAll @IntRange(max = 5) int before,
            @ForAll @IntRange(max = 5) int behind) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < before + behind; i++) {
            lines.add(i + ",\"r,\"\"o\"\"w\"");
        }
        lines.add(before, bad);
        for (String end : List.of("\n", "\r\n", "\r")) {
            for (int buffer : BUFFERS) {
                Reading reading = Reading.of(String.join(end, lines), buffer);
                assertThat(reading.failure()).isNull();
                assertThat(reading.records()).hasSize(lines.size());
                for (int i = 0; i < lines.size(); i++) {
                    Seen seen = reading.records().get(i);
                    assertThat(seen.firstLine()).isEqualTo(i + 1);
                    assertThat(seen.stray()).isEqualTo(i == before);
                    if (i != before) {
                        int number = i < before ? i : i - 1;
                        assertThat(seen.cells()).containsExactly(String.valueOf(number), "r,\"o\"w");
                    }
                }
            }
        }
    }

    @Example
    void bordersOfTheBuffersBehindTheSeamChangeNothing() {
        String tail = "\",\"\"\"x\0\r\n\",y\r\n\r\n\"\uD83D\uDC00\",z\r#,\"\"\n";
        for (int border : new int[] {1 << 14, 1 << 15, 1 << 16}) {
            for (int distance = 0; distance < 24; distance++) {
                String text = "\"" + "p".repeat(border - distance) + tail;
                List<PlainRecord> plain = PlainSplitter.splitWellFormed(text).orElseThrow();
                Reading reading = Reading.of(
                        new StringReader(text),
                        new CsvRecords.Dialect(StandardCharsets.UTF_8, 1 << 17, 5, 1 << 20),
                        1 << 15);
                assertThat(reading.failure()).isNull();
                assertThat(reading.cells())
                        .isEqualTo(plain.stream().map(PlainRecord::cells).toList());
                assertThat(reading.firstLines()).containsExactly(1L, 4L, 5L);
            }
        }
    }
}
