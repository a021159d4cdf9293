package org.oneroster4j.csv.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What is written again has the records that a reader sees, and all else as it was. */
class RawRecordsProperties {
    private static final CsvRecords.Dialect NARROW = new CsvRecords.Dialect(StandardCharsets.UTF_8, 8, 5, 20);

    @Provide
    Arbitrary<String> malformed() {
        return Texts.malformed();
    }

    @Provide
    Arbitrary<Texts.WellFormed> wellFormed() {
        return Texts.wellFormed();
    }

    private static RawRecords open(String text, CsvRecords.Dialect dialect) {
        return new RawRecords(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "users.csv", dialect);
    }

    private static String rest(RawRecords records) {
        StringBuilder rest = new StringBuilder();
        for (@Nullable String piece = records.rest(); piece != null; piece = records.rest()) {
            rest.append(piece);
        }
        return rest.toString();
    }

    @Property
    void recordsAreThoseThatTheReaderSees(@ForAll("malformed") String drawn) {
        String text = drawn.startsWith("\uFEFF") ? "a" + drawn : drawn;
        for (CsvRecords.Dialect dialect : List.of(Reading.WIDE, NARROW)) {
            Reading reading = Reading.of(new StringReader(text), dialect, 4096);
            List<Reading.Seen> seen = new ArrayList<>();
            try (RawRecords records = open(text, dialect)) {
                for (@Nullable RawRecord record = records.next(); record != null; record = records.next()) {
                    seen.add(comparable(new Reading.Seen(
                            record.firstLine(),
                            record.lastLine(),
                            record.hasStrayQuote(),
                            false,
                            Arrays.asList(record.cells()))));
                }
                assertThat(records.isBrokenOff()).isEqualTo(reading.failure() != null);
            }
            // The parser may or may not have given away a record at whose end the reading ends.
            assertThat(seen.subList(0, reading.records().size()))
                    .isEqualTo(reading.records().stream()
                            .map(RawRecordsProperties::comparable)
                            .toList());
            assertThat(seen.size())
                    .isBetween(reading.records().size(), reading.records().size() + 1);
        }
    }

    /** In a row that is lost, the parser takes a quote that the end of the file leaves open for a part of its cell. */
    private static Reading.Seen comparable(Reading.Seen one) {
        List<String> cells = one.stray()
                ? one.cells().stream().map(cell -> cell.replace("\"", "")).toList()
                : one.cells();
        return new Reading.Seen(one.firstLine(), one.lastLine(), one.stray(), false, cells);
    }

    @Property
    void recordsAndTheRestAreTheWholeFile(@ForAll("malformed") String drawn) {
        String text = drawn.startsWith("\uFEFF") ? "a" + drawn : drawn;
        for (CsvRecords.Dialect dialect : List.of(Reading.WIDE, NARROW)) {
            StringBuilder written = new StringBuilder();
            try (RawRecords records = open(text, dialect)) {
                for (@Nullable RawRecord record = records.next(); record != null; record = records.next()) {
                    written.append(record.with(record.cells(), outside -> outside));
                }
                written.append(rest(records));
            }
            assertThat(written.toString()).isEqualTo(text);
        }
    }

    @Property
    void otherCellsAreReadWhereTheyWereWritten(@ForAll("wellFormed") Texts.WellFormed input) {
        String text = input.text().startsWith("\uFEFF") ? "a," + input.text() : input.text();
        StringBuilder written = new StringBuilder();
        List<List<String>> expected = new ArrayList<>();
        try (RawRecords records = open(text, Reading.WIDE)) {
            for (@Nullable RawRecord record = records.next(); record != null; record = records.next()) {
                String[] others = Arrays.stream(record.cells())
                        .map(cell -> cell.replace('a', 'x').replace('b', 'y'))
                        .toArray(String[]::new);
                expected.add(List.of(others));
                written.append(record.with(others, outside -> outside));
            }
            written.append(rest(records));
        }
        assertThat(Reading.of(written.toString(), 4096).cells()).isEqualTo(expected);
    }

    @Example
    void textOutsideQuotesIsHandedOutInOnePiece() {
        List<String> outside = new ArrayList<>();
        try (RawRecords records = open("\"Ana\"xy z,\"b\"\"\"!,c\n", Reading.WIDE)) {
            RawRecord record = records.next();
            assertThat(record).isNotNull();
            if (record != null) {
                assertThat(record.with(record.cells(), text -> {
                            outside.add(text);
                            return text.replaceAll("[a-z]", "o");
                        }))
                        .isEqualTo("\"Ana\"oo o,\"b\"\"\"!,c\n");
            }
        }
        assertThat(outside).containsExactly("xy z", "!");
    }
}
