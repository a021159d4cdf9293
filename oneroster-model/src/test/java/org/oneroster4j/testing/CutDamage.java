package org.oneroster4j.testing;

import java.util.List;
import java.util.Optional;

/** Files that end too early, or in NUL bytes. */
final class CutDamage {
    private static final int MOST_NULS = 600;

    private CutDamage() {}

    static Optional<Edit> anywhere(CsvShape file, Dice dice) {
        int length = file.text().length() - file.start();
        int at = dice.place(length);
        return cut(file, at == 0 ? 0 : file.start() + at);
    }

    static Optional<Edit> afterComma(CsvShape file, Dice dice) {
        return after(file, file.positions(','), dice);
    }

    static Optional<Edit> afterQuote(CsvShape file, Dice dice) {
        return after(file, file.positions('"'), dice);
    }

    private static Optional<Edit> after(CsvShape file, List<Integer> positions, Dice dice) {
        return positions.isEmpty() ? Optional.empty() : cut(file, positions.get(dice.place(positions.size())) + 1);
    }

    static Optional<Edit> inLastCell(CsvShape file, Dice dice) {
        CsvShape.Row row = file.rows().get(dice.place(file.rows().size()));
        CsvShape.Cell cell = row.cells().get(row.cells().size() - 1);
        return cut(file, cell.start() + dice.place(cell.end() - cell.start()));
    }

    static Optional<Edit> beforeLineBreak(CsvShape file, Dice dice) {
        return cut(file, file.rows().get(dice.place(file.rows().size())).end());
    }

    static Optional<Edit> afterLineBreak(CsvShape file, Dice dice) {
        return cut(file, file.rows().get(dice.place(file.rows().size())).next());
    }

    private static Optional<Edit> cut(CsvShape file, int at) {
        return Optional.of(Edit.inCell(file, at, file.text().length(), "", "the file cut", traceOfCut(file, at)));
    }

    private static DamageTrace traceOfCut(CsvShape file, int at) {
        CsvShape.Row row = file.rowOf(at);
        if (at == 0) {
            return DamageTrace.LENGTH;
        }
        if (at == row.start()) {
            return DamageTrace.NONE;
        }
        if (at >= row.end()) {
            return traceOfLostBreak(file, row, at);
        }
        if (isBlankUpTo(file, row, at) && file.placeOf(at) != CsvShape.Place.IN_QUOTES) {
            // A row without any value is no row: the file ends as at the line break before it.
            return DamageTrace.NONE;
        }
        boolean inLastCell = file.cellOf(at) == row.cells().size() - 1;
        if (!inLastCell || file.placeOf(at) == CsvShape.Place.IN_QUOTES) {
            return DamageTrace.LENGTH;
        }
        return isColumnBlank(file, row, at) ? DamageTrace.NONE : DamageTrace.LAST_VALUE;
    }

    private static boolean isBlankUpTo(CsvShape file, CsvShape.Row row, int at) {
        return file.text().substring(row.start(), at).chars().allMatch(c -> c == ',' || c == '"');
    }

    private static DamageTrace traceOfLostBreak(CsvShape file, CsvShape.Row row, int at) {
        if (row.next() == file.text().length()) {
            return DamageTrace.LENGTH;
        }
        return at == row.end() ? DamageTrace.LAST_VALUE : DamageTrace.NONE;
    }

    /** Whether a cut makes the last cell of a row blank, as it is in all rows before. */
    private static boolean isColumnBlank(CsvShape file, CsvShape.Row row, int at) {
        int column = row.cells().size() - 1;
        return row.start() > file.start()
                && at == row.cells().get(column).start()
                && file.rows().subList(1, file.rows().indexOf(row)).stream()
                        .map(file::values)
                        .allMatch(values ->
                                column >= values.size() || values.get(column).isBlank());
    }

    static Optional<Edit> nulAtEnd(CsvShape file, Dice dice) {
        int length = file.text().length();
        int count = 1 + dice.place(MOST_NULS);
        int from = dice.chance(0.5) ? length : Math.max(0, length - count);
        return Optional.of(Edit.at(
                file,
                from,
                length,
                "\0".repeat(count),
                count + " NUL bytes " + (from == length ? "after" : "in place of") + " the last ones",
                DamageTrace.LENGTH));
    }
}
