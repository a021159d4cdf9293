package org.oneroster4j.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Values that are in the wrong column, or lack a character. The files are well formed. */
final class ValueDamage {
    private ValueDamage() {}

    static Optional<Edit> rotate(CsvShape file, Dice dice) {
        return row(file, dice).flatMap(row -> {
            List<String> cells =
                    new ArrayList<>(row.cells().stream().map(file::raw).toList());
            int by = 1 + dice.place(cells.size() - 1);
            Collections.rotate(cells, by);
            return edit(file, row, cells, "the cells rotated by " + by);
        });
    }

    static Optional<Edit> exchange(CsvShape file, Dice dice) {
        return row(file, dice).flatMap(row -> exchange(file, row, dice));
    }

    static Optional<Edit> exchangeHeaders(CsvShape file, Dice dice) {
        return exchange(file, file.rows().get(0), dice);
    }

    private static Optional<CsvShape.Row> row(CsvShape file, Dice dice) {
        int rows = file.rows().size();
        return rows < 2 ? Optional.empty() : Optional.of(file.rows().get(1 + dice.place(rows - 1)));
    }

    private static Optional<Edit> exchange(CsvShape file, CsvShape.Row row, Dice dice) {
        List<String> cells = new ArrayList<>(row.cells().stream().map(file::raw).toList());
        int first = dice.place(cells.size());
        int second = dice.place(cells.size());
        Collections.swap(cells, first, second);
        return edit(file, row, cells, "cells " + (first + 1) + " and " + (second + 1) + " exchanged");
    }

    private static Optional<Edit> edit(CsvShape file, CsvShape.Row row, List<String> cells, String words) {
        return Optional.of(Edit.at(file, row.start(), row.end(), String.join(",", cells), words, DamageTrace.NONE));
    }

    static Optional<Edit> loseCharacter(CsvShape file, Dice dice) {
        List<Integer> positions = new ArrayList<>();
        for (int at = file.start(); at < file.text().length(); at++) {
            if (file.text().charAt(at) < 128
                    && Character.isLetterOrDigit(file.text().charAt(at))) {
                positions.add(at);
            }
        }
        if (positions.isEmpty()) {
            return Optional.empty();
        }
        int at = positions.get(dice.place(positions.size()));
        return Optional.of(Edit.inCell(file, at, at + 1, "", "a character lost", DamageTrace.NONE));
    }
}
