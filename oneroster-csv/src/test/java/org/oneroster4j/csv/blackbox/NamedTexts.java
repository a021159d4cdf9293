package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.CellReader;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.DropCheck;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.RowPolicy;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.RosterRows;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.RowFindingCode;

/** A drop of named bytes, and all that was found in what was read of it, repairs too. */
final class NamedTexts {
    private final Map<String, ByteSource> files = new HashMap<>();
    private final List<Finding> found = new ArrayList<>();
    private final OneRosterDrop drop;

    private NamedTexts(Map<String, byte[]> files, RowPolicy policy) {
        files.forEach((name, bytes) -> this.files.put(name, () -> new ByteArrayInputStream(bytes)));
        this.drop = OneRosterDrop.of(this.files, ReadOptions.defaults().withRows(policy), found::add);
    }

    static NamedTexts of(Map<String, String> files, RowPolicy policy) {
        Map<String, byte[]> bytes = new HashMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return new NamedTexts(bytes, policy);
    }

    static NamedTexts of(Map<String, String> files) {
        return of(files, RowPolicy.DEFAULTS);
    }

    static NamedTexts ofBytes(Map<String, byte[]> files) {
        return new NamedTexts(files, RowPolicy.DEFAULTS);
    }

    OneRosterDrop drop() {
        return drop;
    }

    /** Reads a file to its end; the reader of cells must reject the same rows for their shapes. */
    <T extends RosterRecord> List<Row<T>> rows(Class<T> type) {
        List<Row<T>> all = new ArrayList<>();
        try (RosterRows<T> rows = drop.rows(type);
                CellReader cells = drop.cells(RosterFile.of(type))) {
            for (Row<T> row : rows) {
                assertThat(cells.next()).isTrue();
                assertThat(cells.location()).isEqualTo(row.location());
                assertThat(cells.fits())
                        .isNotEqualTo(
                                row.rejection().filter(NamedTexts::isOfShape).isPresent());
                all.add(row);
            }
            assertThat(cells.next()).isFalse();
        }
        return all;
    }

    private static boolean isOfShape(FindingCode code) {
        return code == RowFindingCode.RAGGED_ROW || code == CsvFindingCode.STRAY_QUOTE;
    }

    /** Reads a file to its end and returns the ids of the rows of which there are records. */
    List<String> ids(Class<? extends RosterRecord> type) {
        return rows(type).stream()
                .filter(row -> row.record().isPresent())
                .map(Row::sourcedId)
                .toList();
    }

    List<Finding> found() {
        return found;
    }

    /** Returns what was found, in the words of {@link Told}. */
    List<String> told() {
        return told(found);
    }

    /** Checks what can be checked before rows are read. */
    List<String> checked() {
        List<Finding> all = new ArrayList<>();
        new DropCheck(drop).isSound(OneRosterFile.ofRoster(), all::add);
        return told(all);
    }

    static List<String> told(List<Finding> findings) {
        return findings.stream()
                .map(one -> Told.line(
                        one.severity().word(),
                        one.code().code(),
                        one.location().fileName(),
                        one.location().lineNumber().orElse(0),
                        one.location().columnName()))
                .toList();
    }
}
