package org.oneroster4j.csv.blackbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.ImportMode;

/** The cases of one data file in one mode: each cell of its second row with each defect of the table. */
final class FileDefects {
    /** The second of three rows, so that one before and one behind it show that nothing else is told. */
    static final int ROW = 2;

    static final long LINE = ROW + 1L;

    private final ImportMode mode;
    private final List<SpecColumn> columns;
    private final List<List<String>> sound;
    private final RosterFile<?> file;
    private final String fileName;

    FileDefects(RosterFile<?> file, ImportMode mode) {
        this.file = file;
        this.mode = mode;
        this.fileName = file.file().fileName();
        this.columns = SpecColumn.of(SoundDrop.base(file));
        this.sound = SoundDrop.rows(file, mode);
    }

    RosterFile<?> file() {
        return file;
    }

    String fileName() {
        return fileName;
    }

    List<SpecColumn> columns() {
        return columns;
    }

    /** The header and the rows of the sound file; the caller may change them. */
    List<List<String>> soundRows() {
        List<List<String>> rows = new ArrayList<>();
        sound.forEach(row -> rows.add(new ArrayList<>(row)));
        return rows;
    }

    GeneratedCase caseOf(String what, List<List<String>> rows, List<Expected> expected) {
        return new GeneratedCase(name(what), file, fileName, SoundDrop.text(rows), expected);
    }

    String name(String what) {
        return fileName + " " + mode.token() + " " + what;
    }

    List<GeneratedCase> cells() {
        List<GeneratedCase> cases = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            SpecColumn column = columns.get(i);
            String value = SoundDrop.filled(file, file.columns().get(i), ROW);
            List<CellDefect> defects = new ArrayList<>(DefectTable.of(column, value));
            if (column.isStatus() || column.isDateOfChange()) {
                defects.add(CellDefect.kept("filled as in delta", value));
            }
            for (CellDefect defect : defects) {
                List<List<String>> rows = soundRows();
                rows.get(ROW).set(i, defect.written());
                // What pairs with it by position is left blank: that their lengths differ is a defect of its own.
                partner(column).ifPresent(pair -> rows.get(ROW).set(pair, ""));
                cases.add(caseOf(column.name() + ": " + defect.name(), rows, expected(column, defect)));
            }
        }
        return cases;
    }

    private Optional<Integer> partner(SpecColumn column) {
        Map<String, String> pairs = Map.of("subjects", "subjectCodes", "subjectCodes", "subjects");
        return Optional.ofNullable(pairs.get(column.name()))
                .map(pair -> file.header().indexOf(pair));
    }

    private List<Expected> expected(SpecColumn column, CellDefect defect) {
        List<Expected> expected = new ArrayList<>();
        defect.ofRow().forEach(code -> expected.add(Expected.ofRow(code, fileName, LINE)));
        defect.ofCell().forEach(code -> expected.add(at(column, code, LINE)));
        switch (defect.fate()) {
            case KEPT -> {
                // In bulk the column has to be blank: whatever stands in it is a deviation by itself.
                if (mode == ImportMode.BULK && (column.isStatus() || column.isDateOfChange())) {
                    expected.add(at(column, "bulk-with-status", LINE));
                }
            }
            case BLANK ->
                expected.addAll(
                        column.isEnabledUser() ? List.of(at(column, "unreadable-value", LINE)) : blank(column, LINE));
            case LOST ->
                expected.add(at(column, column.deciding() ? "unreadable-value" : "value-not-understood", LINE));
            case ROW_LOST -> {}
        }
        return expected;
    }

    private Expected at(SpecColumn column, String code, long line) {
        return new Expected(code, fileName, line, column.name());
    }

    /** What a blank cell gives, where it gives anything. */
    private List<Expected> blank(SpecColumn column, long line) {
        if (column.rejectsIfBlank()) {
            return List.of(at(column, "unreadable-value", line));
        }
        if (mode == ImportMode.DELTA && column.isStatus()) {
            return List.of(at(column, "delta-without-status", line));
        }
        if (mode == ImportMode.DELTA && column.isDateOfChange()) {
            return List.of(at(column, "delta-without-date", line));
        }
        return column.required() ? List.of(at(column, "invalid-value", line)) : List.of();
    }

    /** What several blank cells of a row give: a row that is rejected is judged no further. */
    List<Expected> blanks(List<SpecColumn> missing, long line) {
        boolean rejected = missing.stream().anyMatch(SpecColumn::rejectsIfBlank);
        return missing.stream()
                .filter(column -> !rejected || column.rejectsIfBlank())
                .flatMap(column -> blank(column, line).stream())
                .toList();
    }
}
