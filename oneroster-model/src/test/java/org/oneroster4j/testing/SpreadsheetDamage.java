package org.oneroster4j.testing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a spreadsheet program or another text program makes of a file when it saves it. */
final class SpreadsheetDamage {
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{12,}");
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    private SpreadsheetDamage() {}

    static Optional<Edit> semicolons(CsvShape file, Dice dice) {
        String text = write(file, row -> line(file.values(row), ";"));
        return Optional.of(Edit.ofFile(file, text, "semicolons in place of commas", DamageTrace.CELL_COUNT));
    }

    private static String line(List<String> cells, String delimiter) {
        return cells.stream()
                .map(cell -> needsQuotes(cell, delimiter) ? quoted(cell) : cell)
                .collect(Collectors.joining(delimiter));
    }

    private static boolean needsQuotes(String cell, String delimiter) {
        return cell.chars().anyMatch(c -> c == delimiter.charAt(0) || c == '"' || c == '\r' || c == '\n');
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private interface Line {
        String of(CsvShape.Row row);
    }

    /** The text with other lines and the same line breaks. */
    private static String write(CsvShape file, Line line) {
        StringBuilder text = new StringBuilder(file.text().substring(0, file.start()));
        for (CsvShape.Row row : file.rows()) {
            text.append(line.of(row)).append(file.breakAt(row.end()));
        }
        return text.toString();
    }

    static Optional<Edit> fillUp(CsvShape file, Dice dice) {
        int width = 1
                + dice.place(4)
                + file.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        CsvShape.Row header = file.rows().get(0);
        boolean headerToo = dice.chance(0.5);
        String text = write(
                file,
                row -> file.text().substring(row.start(), row.end())
                        + (row.equals(header) && !headerToo
                                ? ""
                                : ",".repeat(width - row.cells().size())));
        return Optional.of(Edit.ofFile(
                file,
                text,
                "all rows " + (headerToo ? "and the header " : "") + "filled up to " + width + " cells",
                DamageTrace.CELL_COUNT));
    }

    static Optional<Edit> leaveBlanksAway(CsvShape file, Dice dice) {
        String text = write(file, row -> {
            List<String> cells =
                    new ArrayList<>(row.cells().stream().map(file::raw).toList());
            while (cells.size() > 1 && (last(cells).isEmpty() || last(cells).equals("\"\""))) {
                cells.remove(cells.size() - 1);
            }
            return String.join(",", cells);
        });
        return Optional.of(
                Edit.ofFile(file, text, "blank cells at the ends of rows left away", DamageTrace.CELL_COUNT));
    }

    private static String last(List<String> cells) {
        return cells.get(cells.size() - 1);
    }

    static Optional<Edit> roundNumbers(CsvShape file, Dice dice) {
        return values(
                file,
                value -> LONG_NUMBER.matcher(value).matches()
                        ? String.format(Locale.ROOT, "%.5E", Double.valueOf(value))
                        : value,
                "long numbers rounded");
    }

    private static Optional<Edit> values(CsvShape file, UnaryOperator<String> rewrite, String words) {
        String text = write(
                file,
                row -> row.cells().stream()
                        .map(cell -> {
                            String value = file.value(cell);
                            String rewritten = rewrite.apply(value);
                            return rewritten.equals(value)
                                    ? file.raw(cell)
                                    : file.isQuoted(cell) ? quoted(rewritten) : rewritten;
                        })
                        .collect(Collectors.joining(",")));
        return Optional.of(Edit.ofFile(file, text, words, DamageTrace.NONE));
    }

    static Optional<Edit> dayFirst(CsvShape file, Dice dice) {
        return dates(file, date -> number(date, 3) + "/" + number(date, 2) + "/" + date.group(1), "D/M/YYYY");
    }

    static Optional<Edit> monthFirst(CsvShape file, Dice dice) {
        return dates(file, date -> number(date, 2) + "/" + number(date, 3) + "/" + date.group(1), "M/D/YYYY");
    }

    private interface DateForm {
        String of(MatchResult date);
    }

    private static Optional<Edit> dates(CsvShape file, DateForm form, String name) {
        return values(file, value -> ISO_DATE.matcher(value).replaceAll(form::of), "dates as " + name);
    }

    private static int number(MatchResult date, int group) {
        return Integer.parseInt(date.group(group));
    }

    static Optional<Edit> addCommaRows(CsvShape file, Dice dice) {
        String end = file.breakAt(file.rows().get(0).end());
        CsvShape.Row lastRow = file.rows().get(file.rows().size() - 1);
        boolean isEnded = lastRow.next() > lastRow.end();
        int rows = 1 + dice.place(3);
        String commas = ",".repeat(file.rows().get(0).cells().size() - 1);
        String added =
                (isEnded ? "" : end) + String.join(end, Collections.nCopies(rows, commas)) + (isEnded ? end : "");
        int length = file.text().length();
        return Optional.of(Edit.at(file, length, length, added, rows + " rows of commas added", DamageTrace.LINE_ENDS));
    }

    static Optional<Edit> requote(CsvShape file, Dice dice) {
        boolean all = file.rows().stream().flatMap(row -> row.cells().stream()).anyMatch(cell -> !file.isQuoted(cell));
        String text = write(
                file,
                row -> all
                        ? file.values(row).stream()
                                .map(SpreadsheetDamage::quoted)
                                .collect(Collectors.joining(","))
                        : line(file.values(row), ","));
        return Optional.of(
                Edit.ofFile(file, text, (all ? "all values" : "few values") + " in quotes", DamageTrace.QUOTES));
    }

    /** A value of several lines keeps its quotes: its lines could have as many cells as a row. */
    static Optional<Edit> unquote(CsvShape file, Dice dice) {
        String text = write(
                file,
                row -> row.cells().stream()
                        .map(cell -> hasLineBreak(file.raw(cell)) ? file.raw(cell) : file.value(cell))
                        .collect(Collectors.joining(",")));
        boolean splits = file.rows().stream()
                .flatMap(row -> file.values(row).stream())
                .anyMatch(value -> value.contains(",") && !hasLineBreak(value));
        return Optional.of(
                Edit.ofFile(file, text, "quotes left away", splits ? DamageTrace.CELL_COUNT : DamageTrace.QUOTES));
    }

    private static boolean hasLineBreak(String text) {
        return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
    }

    static Optional<Edit> utf16(CsvShape file, Dice dice) {
        boolean little = dice.chance(0.5);
        Charset charset = little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        byte[] utf8 = file.text().substring(file.start()).getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = ("\uFEFF" + new String(utf8, StandardCharsets.UTF_8)).getBytes(charset);
        return Optional.of(Edit.ofFile(
                file, new String(utf16, StandardCharsets.ISO_8859_1), charset + " with a mark", DamageTrace.ENCODING));
    }
}
