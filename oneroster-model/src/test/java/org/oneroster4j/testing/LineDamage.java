package org.oneroster4j.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lines that are joined, split, lost or there twice. */
final class LineDamage {
    private static final Map<String, String> JOINTS =
            new TreeMap<>(Map.of("nothing", "", "a comma", ",", "a space", " "));

    private LineDamage() {}

    static Optional<Edit> join(CsvShape file, Dice dice) {
        List<CsvShape.Row> rows = file.rows();
        if (rows.size() < 2) {
            return Optional.empty();
        }
        CsvShape.Row row = rows.get(dice.place(rows.size() - 1));
        String joint = dice.pick(List.copyOf(JOINTS.keySet()));
        return Optional.of(Edit.at(
                file,
                row.end(),
                row.next(),
                JOINTS.getOrDefault(joint, ""),
                joint + " in place of the line break",
                DamageTrace.CELL_COUNT));
    }

    static Optional<Edit> duplicate(CsvShape file, Dice dice) {
        CsvShape.Row row = file.rows().get(dice.place(file.rows().size()));
        String line = file.text().substring(row.start(), row.end());
        String end = row.next() > row.end()
                ? file.breakAt(row.end())
                : file.breakAt(file.rows().get(0).end());
        return Optional.of(
                Edit.at(file, row.start(), row.start(), line + end, "the line duplicated", DamageTrace.LINE_ENDS));
    }

    static Optional<Edit> split(CsvShape file, Dice dice) {
        CsvShape.Row row = file.rows().get(dice.place(file.rows().size()));
        int cells = row.cells().size();
        if (cells < 2) {
            return Optional.empty();
        }
        int cell = dice.place(cells - 1);
        int at = row.cells().get(cell).end();
        return Optional.of(Edit.at(
                file,
                at,
                at + 1,
                dice.pick(List.of("\n", "\r\n")),
                "a line break in place of the comma after cell " + (cell + 1),
                DamageTrace.CELL_COUNT));
    }

    static Optional<Edit> lose(CsvShape file, Dice dice) {
        List<CsvShape.Row> rows = file.rows();
        if (rows.size() < 2) {
            return Optional.empty();
        }
        CsvShape.Row row = rows.get(1 + dice.place(rows.size() - 1));
        return Optional.of(Edit.at(file, row.start(), row.next(), "", "the line lost", DamageTrace.NONE));
    }
}
