package org.oneroster4j.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows and cells of a CSV file by their positions. The text has one character for each byte (ISO 8859-1), so that a
 * position is one of the file. A quote counts only at the start of a cell; nothing is rejected. Immutable.
 */
final class CsvShape {
    private static final String MARK = "\u00EF\u00BB\u00BF";

    /** A cell with its quotes, from a position to before another. */
    record Cell(int start, int end) {}

    /** A row; {@code next} is the position after its line break, equal to {@code end} where it has none. */
    record Row(int start, int end, int next, List<Cell> cells) {}

    /** Where a position is: between the quotes of a cell, between the two quotes that mean one, or neither. */
    enum Place {
        OUTSIDE,
        IN_QUOTES,
        IN_DOUBLED_QUOTE
    }

    private final String text;
    private final List<Row> rows = new ArrayList<>();

    private CsvShape(String text) {
        this.text = text;
        int at = start();
        while (at < text.length()) {
            Row row = rowAt(at);
            rows.add(row);
            at = row.next();
        }
    }

    static CsvShape of(byte[] file) {
        return new CsvShape(new String(file, StandardCharsets.ISO_8859_1));
    }

    private Row rowAt(int start) {
        List<Cell> cells = new ArrayList<>();
        int at = start;
        while (true) {
            int end = endOfCell(at);
            cells.add(new Cell(at, end));
            if (end == text.length() || text.charAt(end) != ',') {
                return new Row(start, end, end + breakAt(end).length(), List.copyOf(cells));
            }
            at = end + 1;
        }
    }

    private int endOfCell(int start) {
        int at = start;
        if (at < text.length() && text.charAt(at) == '"') {
            at = closingQuote(start) + 1;
        }
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return Math.min(at, text.length());
    }

    /** The position of the quote that closes the one at a position; the end of the text where none does. */
    private int closingQuote(int opening) {
        int at = opening + 1;
        while (at < text.length()) {
            if (text.charAt(at) != '"') {
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                at += 2;
            } else {
                return at;
            }
        }
        return at;
    }

    /** The line break at a position, empty where there is none. */
    String breakAt(int at) {
        if (text.startsWith("\r\n", at)) {
            return "\r\n";
        }
        return at < text.length() && "\r\n".indexOf(text.charAt(at)) >= 0 ? text.substring(at, at + 1) : "";
    }

    String text() {
        return text;
    }

    /** The position of the first cell: after the byte order mark, where there is one. */
    int start() {
        return text.startsWith(MARK) ? MARK.length() : 0;
    }

    /** The rows, the header first. */
    List<Row> rows() {
        return rows;
    }

    /** The row that a position is in, its line break included; the last one at the end of the file. */
    Row rowOf(int at) {
        return rows.get(indexOf(at));
    }

    private int indexOf(int at) {
        int index = 0;
        while (index < rows.size() - 1 && rows.get(index).next() <= at) {
            index++;
        }
        return index;
    }

    /** The number of the cell that a position is in, from 0; that after the last where it is in none. */
    int cellOf(int at) {
        List<Cell> cells = rowOf(at).cells();
        int cell = 0;
        while (cell < cells.size() && cells.get(cell).end() < at) {
            cell++;
        }
        return cell;
    }

    Place placeOf(int at) {
        List<Cell> cells = rowOf(at).cells();
        int index = cellOf(at);
        if (index == cells.size()) {
            return Place.OUTSIDE;
        }
        Cell cell = cells.get(index);
        if (!isQuoted(cell) || at <= cell.start() || at > closingQuote(cell.start())) {
            return Place.OUTSIDE;
        }
        for (int i = cell.start() + 1; i < at; i++) {
            if (text.charAt(i) == '"') {
                i++;
                if (i == at) {
                    return Place.IN_DOUBLED_QUOTE;
                }
            }
        }
        return Place.IN_QUOTES;
    }

    boolean isQuoted(Cell cell) {
        return cell.end() > cell.start() && text.charAt(cell.start()) == '"';
    }

    /** A cell as it is written. */
    String raw(Cell cell) {
        return text.substring(cell.start(), cell.end());
    }

    /** What a cell says. */
    String value(Cell cell) {
        String raw = raw(cell);
        return isQuoted(cell) && raw.length() > 1
                ? raw.substring(1, raw.length() - 1).replace("\"\"", "\"")
                : raw;
    }

    /** What the cells of a row say. */
    List<String> values(Row row) {
        return row.cells().stream().map(this::value).toList();
    }

    /** The header of a column, empty where it has none. */
    String header(int column) {
        List<Cell> header = rows.get(0).cells();
        return column < header.size() ? value(header.get(column)) : "";
    }

    /** The physical line of a position, the first being 1. */
    int line(int at) {
        int line = 1;
        for (int i = 0; i < at; i += Math.max(1, breakAt(i).length())) {
            line += breakAt(i).isEmpty() ? 0 : 1;
        }
        return line;
    }

    /** The positions of a character. */
    List<Integer> positions(char sought) {
        List<Integer> positions = new ArrayList<>();
        for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
            positions.add(at);
        }
        return positions;
    }
}
