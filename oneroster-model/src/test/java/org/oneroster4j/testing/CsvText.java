package org.oneroster4j.testing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Cells as the text of a line, by RFC 4180. */
final class CsvText {

    private CsvText() {}

    /** One line without its end. A single blank cell is quoted: its line would be empty, which readers skip. */
    static String line(List<String> cells, boolean quoteAll) {
        if (cells.size() == 1 && cells.get(0).isEmpty()) {
            return "\"\"";
        }
        return cells.stream().map(cell -> cell(cell, quoteAll)).collect(Collectors.joining(","));
    }

    private static String cell(String cell, boolean quoteAll) {
        boolean needed = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoteAll || needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** The text with all that a reader of a report could not see or tell apart written as in a Java string. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\\') {
                visible.append("\\\\");
            } else if (c != ' ' && hidden(c)) {
                for (char unit : Character.toChars(c)) {
                    visible.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
                }
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }

    private static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}
