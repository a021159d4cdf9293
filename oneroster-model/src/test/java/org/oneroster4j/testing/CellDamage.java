package org.oneroster4j.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cells added to rows and removed from them. */
final class CellDamage {
    private static final List<String> FILLED =
            List.of("x", "1", "true", "false", "active", "student", "teacher", "2026-10-01", "2026-12-18", "c1", "t1");

    private CellDamage() {}

    static Optional<Edit> addFirst(CsvShape file, Dice dice) {
        return add(file, row(file, dice), 0, dice);
    }

    static Optional<Edit> addInside(CsvShape file, Dice dice) {
        CsvShape.Row row = row(file, dice);
        int cells = row.cells().size();
        return cells < 2 ? Optional.empty() : add(file, row, 1 + dice.place(cells - 1), dice);
    }

    static Optional<Edit> addLast(CsvShape file, Dice dice) {
        CsvShape.Row row = row(file, dice);
        return add(file, row, row.cells().size(), dice);
    }

    /** A row, in one of eight draws the header. */
    private static CsvShape.Row row(CsvShape file, Dice dice) {
        int rows = file.rows().size();
        boolean header = dice.chance(0.125);
        int row = 1 + dice.place(rows - 1);
        return file.rows().get(header || rows == 1 ? 0 : row);
    }

    private static Optional<Edit> add(CsvShape file, CsvShape.Row row, int index, Dice dice) {
        String cell = dice.chance(0.4) ? "" : dice.pick(FILLED);
        List<String> cells = new ArrayList<>(row.cells().stream().map(file::raw).toList());
        cells.add(index, cell);
        String words = (cell.isEmpty() ? "a blank cell" : "a cell \"" + cell + "\"") + " added as cell " + (index + 1);
        return edit(file, row, cells, words);
    }

    private static Optional<Edit> edit(CsvShape file, CsvShape.Row row, List<String> cells, String words) {
        return Optional.of(
                Edit.at(file, row.start(), row.end(), String.join(",", cells), words, DamageTrace.CELL_COUNT));
    }

    static Optional<Edit> removeFirst(CsvShape file, Dice dice) {
        return remove(file, row(file, dice), 0);
    }

    static Optional<Edit> removeInside(CsvShape file, Dice dice) {
        CsvShape.Row row = row(file, dice);
        int cells = row.cells().size();
        return cells < 3 ? Optional.empty() : remove(file, row, 1 + dice.place(cells - 2));
    }

    static Optional<Edit> removeLast(CsvShape file, Dice dice) {
        CsvShape.Row row = row(file, dice);
        return remove(file, row, row.cells().size() - 1);
    }

    private static Optional<Edit> remove(CsvShape file, CsvShape.Row row, int index) {
        if (row.cells().size() < 2) {
            return Optional.empty();
        }
        List<String> cells = new ArrayList<>(row.cells().stream().map(file::raw).toList());
        cells.remove(index);
        return edit(file, row, cells, "cell " + (index + 1) + " removed");
    }
}
