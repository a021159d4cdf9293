package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadAhead;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.RowPolicy;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.Location;
import org.oneroster4j.testing.Drops;
import org.oneroster4j.testing.TextDrop;

/** A row is read the same whoever splits it, and whatever stands in the rows before it. */
class SameReadingProperties {
    /** What is told of the file and not of one of its rows. */
    private static final Set<FindingCode> OF_THE_FILE =
            Set.of(CsvFindingCode.BLANK_ROWS, CsvFindingCode.FILE_WITHOUT_ROWS);

    /** All that a row says. */
    private record Seen(
            Location location,
            String sourcedId,
            Optional<? extends RosterRecord> record,
            Optional<FindingCode> rejection,
            List<String> unreadable,
            List<String> texts) {
        static Seen of(Row<?> row, List<String> columns) {
            return new Seen(
                    row.location(),
                    row.sourcedId(),
                    row.record(),
                    row.rejection(),
                    columns.stream().filter(row::isUnreadable).toList(),
                    columns.stream().map(row::text).toList());
        }
    }

    /**
     * All that a file gave.
     *
     * @param sequence how many findings were told when each row came
     */
    private record Read(List<Seen> rows, List<Finding> findings, List<Integer> sequence, Optional<Finding> end) {
        static Read of(Map<String, byte[]> bytes, RosterFile<?> file, ReadAhead readAhead) {
            return of(bytes, file, readAhead, RowPolicy.DEFAULTS);
        }

        static Read of(Map<String, byte[]> bytes, RosterFile<?> file, ReadAhead readAhead, RowPolicy policy) {
            Map<String, ByteSource> files = new HashMap<>();
            bytes.forEach((name, content) -> files.put(name, () -> new ByteArrayInputStream(content)));
            List<Finding> findings = new ArrayList<>();
            OneRosterDrop drop = OneRosterDrop.of(
                    files,
                    ReadOptions.defaults()
                            .withReadAhead(readAhead)
                            .withShowValues(true)
                            .withRows(policy),
                    findings::add);
            List<Seen> rows = new ArrayList<>();
            List<Integer> sequence = new ArrayList<>();
            try (var all = drop.rows(file)) {
                all.forEach(row -> {
                    rows.add(Seen.of(row, file.header()));
                    sequence.add(findings.size());
                });
                return new Read(rows, findings, sequence, Optional.empty());
            } catch (DropUnreadableException e) {
                return new Read(rows, findings, sequence, Optional.of(e.finding()));
            }
        }
    }

    @Provide
    Arbitrary<TextDrop> messy() {
        return Drops.messy();
    }

    @Provide
    Arbitrary<List<String>> cells() {
        return Arbitraries.of(
                        "",
                        "",
                        " ",
                        "a",
                        " a",
                        "A\u00E9",
                        "\"a,b\"",
                        "\"a, b\"",
                        "\"a\"\"\"",
                        "a\u0085",
                        "active",
                        "tobedeleted",
                        "Inactive",
                        "true",
                        "TRUE",
                        "yes",
                        "student",
                        "Student",
                        "teacher",
                        "2026",
                        "2026-08-24",
                        "2026-02-30",
                        "08/24/2026",
                        "2026-08-24T10:00:00.000Z",
                        "2026-08-24T10:00:00.5Z",
                        "{LDAP:u}",
                        "1.5")
                .list()
                .ofSize(120);
    }

    @Property
    void secondThreadChangesNothing(@ForAll("messy") TextDrop drop) {
        for (RosterFile<?> file : RosterFile.all()) {
            if (!drop.bytes().containsKey(file.file().fileName())) {
                continue;
            }
            assertThat(Read.of(drop.bytes(), file, ReadAhead.ALWAYS))
                    .isEqualTo(Read.of(drop.bytes(), file, ReadAhead.NEVER));
        }
    }

    @Property
    void rowsBeforeChangeNothing(@ForAll("cells") List<String> cells) {
        for (RosterFile<?> file : RosterFile.all()) {
            int columns = file.columns().size();
            List<String> rows = new ArrayList<>();
            for (int i = 0; i + columns <= cells.size(); i += columns) {
                rows.add(String.join(",", cells.subList(i, i + columns)));
            }
            Read together = read(file, rows);
            boolean blank = false;
            List<String> apart = new ArrayList<>();
            List<Seen> seen = new ArrayList<>();
            for (String row : rows) {
                if (CellText.isBlank(row.replace(",", ""))) {
                    // It is no row: how many there are is told of the file.
                    blank = true;
                    continue;
                }
                Read alone = read(file, List.of(row));
                alone.findings().stream().map(SameReadingProperties::told).forEach(apart::add);
                seen.addAll(alone.rows());
            }
            assertThat(together.findings().stream()
                            .filter(finding -> !OF_THE_FILE.contains(finding.code()))
                            .map(SameReadingProperties::told))
                    .containsExactlyElementsOf(apart);
            assertThat(together.findings().stream().map(Finding::code).anyMatch(CsvFindingCode.BLANK_ROWS::equals))
                    .isEqualTo(blank);
            assertThat(together.rows().stream().map(Seen::record))
                    .isEqualTo(seen.stream().map(Seen::record).toList());
            assertThat(together.rows())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("location")
                    .isEqualTo(seen);
        }
    }

    private static Read read(RosterFile<?> file, List<String> rows) {
        String text = String.join(",", file.header()) + "\n" + String.join("\n", rows) + "\n";
        // What a blank enabledUser means depends on the other rows; here it may not.
        RowPolicy policy = RowPolicy.DEFAULTS.withBlankEnabledUser(RowPolicy.BlankEnabledUser.ENABLED);
        return Read.of(
                Map.of(file.file().fileName(), text.getBytes(StandardCharsets.UTF_8)), file, ReadAhead.NEVER, policy);
    }

    /** What a finding says, its line aside. */
    private static String told(Finding finding) {
        return finding.code().code()
                + finding.severity()
                + finding.location().columnName()
                + finding.sourcedId()
                + finding.details().stream().collect(Collectors.joining("|"))
                + finding.found();
    }
}
