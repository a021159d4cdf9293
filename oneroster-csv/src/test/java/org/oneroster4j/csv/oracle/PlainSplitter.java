package org.oneroster4j.csv.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * RFC 4180 in twenty lines: commas, quotes, doubled quotes; CRLF, LF and a lone CR end a line and are LF inside quotes;
 * a line without any character is no record.
 */
public final class PlainSplitter {
    private static final Pattern CELL =
            Pattern.compile("(?:\"((?:[^\"]++|\"\")*+)\"|((?!\")[^,\n]*+))(,|\n|\\z)", Pattern.DOTALL);

    /**
     * A record.
     *
     * @param line the physical line on which it starts
     * @param cells its cells
     * @param bareQuote whether a cell without quotes has a quote in it, which the standard forbids
     */
    public record PlainRecord(int line, List<String> cells, boolean bareQuote) {}

    private PlainSplitter() {}

    /** Returns the records; absent when a quote is not closed or text stands behind a closing one. */
    public static Optional<List<PlainRecord>> split(String raw) {
        String text = raw.replace("\r\n", "\n").replace('\r', '\n');
        Matcher cell = CELL.matcher(text);
        List<PlainRecord> records = new ArrayList<>();
        for (int at = 0, line = 1; at < text.length(); line += 1) {
            if (text.charAt(at) == '\n') {
                at++;
                continue;
            }
            List<String> cells = new ArrayList<>();
            boolean bareQuote = false;
            int start = at;
            do {
                if (!cell.region(at, text.length()).lookingAt()) {
                    return Optional.empty();
                }
                String quoted = cell.group(1);
                String value = quoted == null ? cell.group(2) : quoted.replace("\"\"", "\"");
                bareQuote |= quoted == null && value.contains("\"");
                cells.add(value);
                at = cell.end();
            } while (cell.group(3).equals(","));
            records.add(new PlainRecord(line, cells, bareQuote));
            String inside = text.substring(start, at - cell.group(3).length());
            line += (int) inside.chars().filter(c -> c == '\n').count();
        }
        return Optional.of(records);
    }

    /** Returns the records of a text that the standard allows; absent when it does not. */
    public static Optional<List<PlainRecord>> splitWellFormed(String text) {
        return split(text).filter(records -> records.stream().noneMatch(PlainRecord::bareQuote));
    }
}
