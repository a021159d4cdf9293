package org.oneroster4j.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Commas, quotes and line breaks added and removed. */
final class SignDamage {
    private static final Map<String, String> BREAKS = new TreeMap<>(Map.of("LF", "\n", "CRLF", "\r\n", "CR", "\r"));

    private SignDamage() {}

    static Optional<Edit> addComma(CsvShape file, Dice dice) {
        int at = anyPlace(file, dice);
        DamageTrace trace = switch (file.placeOf(at)) {
            case OUTSIDE -> DamageTrace.CELL_COUNT;
            case IN_QUOTES -> DamageTrace.NONE;
            case IN_DOUBLED_QUOTE -> DamageTrace.QUOTES;
        };
        return Optional.of(Edit.inCell(file, at, at, ",", "a comma added", trace));
    }

    /** A position, in half of the draws one at either end of a cell. */
    private static int anyPlace(CsvShape file, Dice dice) {
        if (dice.chance(0.5)) {
            return file.start() + dice.place(file.text().length() - file.start() + 1);
        }
        CsvShape.Row row = file.rows().get(dice.place(file.rows().size()));
        CsvShape.Cell cell = row.cells().get(dice.place(row.cells().size()));
        return dice.chance(0.5) ? cell.start() : cell.end();
    }

    static Optional<Edit> removeComma(CsvShape file, Dice dice) {
        return pick(file.positions(','), dice).map(at -> {
            boolean parts = file.placeOf(at) == CsvShape.Place.OUTSIDE;
            return Edit.inCell(
                    file, at, at + 1, "", "a comma removed", parts ? DamageTrace.CELL_COUNT : DamageTrace.NONE);
        });
    }

    private static Optional<Integer> pick(List<Integer> positions, Dice dice) {
        return positions.isEmpty() ? Optional.empty() : Optional.of(positions.get(dice.place(positions.size())));
    }

    static Optional<Edit> addQuote(CsvShape file, Dice dice) {
        int at = anyPlace(file, dice);
        List<CsvShape.Cell> cells = file.rowOf(at).cells();
        int index = file.cellOf(at);
        boolean inBareValue = index < cells.size()
                && !file.isQuoted(cells.get(index))
                && at > cells.get(index).start();
        return Optional.of(Edit.inCell(
                file, at, at, "\"", "a quote added", inBareValue ? DamageTrace.IN_VALUE : DamageTrace.QUOTES));
    }

    static Optional<Edit> removeQuote(CsvShape file, Dice dice) {
        return pick(file.positions('"'), dice).map(at -> {
            CsvShape.Cell cell = file.rowOf(at).cells().get(file.cellOf(at));
            String value = file.value(cell);
            boolean makesBareValue =
                    at == cell.start() && !value.isEmpty() && value.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
            return Edit.inCell(
                    file,
                    at,
                    at + 1,
                    "",
                    "a quote removed",
                    makesBareValue || !file.isQuoted(cell) ? DamageTrace.IN_VALUE : DamageTrace.QUOTES);
        });
    }

    static Optional<Edit> addLineBreak(CsvShape file, Dice dice) {
        int at = anyPlace(file, dice);
        String name = dice.pick(List.copyOf(BREAKS.keySet()));
        return Optional.of(
                Edit.inCell(file, at, at, BREAKS.getOrDefault(name, ""), name + " added", traceOfBreak(file, at)));
    }

    private static DamageTrace traceOfBreak(CsvShape file, int at) {
        CsvShape.Row row = file.rowOf(at);
        if (file.placeOf(at) != CsvShape.Place.OUTSIDE) {
            return traceOfBreakInQuotes(file, at);
        }
        return at == row.start() || at >= row.end() ? DamageTrace.LINE_ENDS : DamageTrace.CELL_COUNT;
    }

    private static DamageTrace traceOfBreakInQuotes(CsvShape file, int at) {
        if (file.placeOf(at) == CsvShape.Place.IN_DOUBLED_QUOTE) {
            return DamageTrace.QUOTES;
        }
        CsvShape.Cell cell = file.rowOf(at).cells().get(file.cellOf(at));
        boolean looksLikeRows = file.text().substring(at, cell.end()).contains(",")
                && !file.header(file.cellOf(at)).toLowerCase(Locale.ROOT).startsWith("metadata.");
        return looksLikeRows ? DamageTrace.LINE_ENDS : DamageTrace.IN_VALUE;
    }

    static Optional<Edit> removeLineBreak(CsvShape file, Dice dice) {
        List<Integer> positions = new ArrayList<>(file.positions('\r'));
        positions.addAll(file.positions('\n'));
        return pick(positions, dice).map(at -> {
            String name = file.text().charAt(at) == '\r' ? "CR" : "LF";
            return Edit.inCell(file, at, at + 1, "", name + " removed", traceOfLostBreak(file, at));
        });
    }

    private static DamageTrace traceOfLostBreak(CsvShape file, int at) {
        if (file.placeOf(at) != CsvShape.Place.OUTSIDE) {
            return DamageTrace.NONE;
        }
        CsvShape.Row row = file.rowOf(at);
        if (row.next() - row.end() > 1) {
            return DamageTrace.LINE_ENDS;
        }
        return row.next() == file.text().length() ? DamageTrace.LENGTH : DamageTrace.CELL_COUNT;
    }
}
