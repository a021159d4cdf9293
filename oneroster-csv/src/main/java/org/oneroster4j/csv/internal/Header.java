package org.oneroster4j.csv.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.oneroster4j.csv.Column;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.model.CellText;

/**
 * The header of a file: which column stands where. Names are compared trimmed and without case; where the file does not
 * have a column under its name, under another name of it. Immutable.
 */
public final class Header {
    private static final String METADATA = "metadata.";
    /** Fewer commas than these in a value of several lines are no sign of a row: some text has as many. */
    private static final int COMMAS_OF_A_ROW = 3;

    /**
     * Something about a header that is not as it should be.
     *
     * @param code what
     * @param column the name of the column if the specification has one, else its place: a file without a header has a
     *     child's data in its first line
     * @param detail what it should be
     */
    public record Issue(CsvFindingCode code, String column, String detail) {}

    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();
    /** Of the columns of the specification, which are asked for row by row. */
    private final Map<String, Integer> asSpelt = new HashMap<>();

    private final Map<String, Integer> metadata = new LinkedHashMap<>();
    private final Set<String> duplicates = new LinkedHashSet<>();
    private final Set<String> aliases = new LinkedHashSet<>();
    private final List<Issue> issues = new ArrayList<>();

    /**
     * Reads a header.
     *
     * @param cells its cells as written; none at all for a file without a header
     * @param columns the columns of the specification, in its order
     */
    public Header(String[] cells, List<Column> columns) {
        Map<String, String> spelling = new HashMap<>();
        columns.forEach(column -> spelling.put(folded(column.name()), column.name()));
        Map<String, String> byAlias = aliases(cells, columns, spelling);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            String written = CellText.trimmed(cells[i]);
            String place = "column " + (i + 1);
            String name = spelling.getOrDefault(folded(written), byAlias.getOrDefault(folded(written), written));
            found.add(name);
            if (name.isEmpty()) {
                issues.add(new Issue(CsvFindingCode.HEADER_BLANK, place, ""));
                continue;
            }
            boolean known = spelling.containsKey(folded(name));
            if (positions.putIfAbsent(folded(name), i) != null) {
                duplicates.add(known ? name : place);
                continue;
            }
            if (known && !folded(name).equals(folded(written))) {
                aliases.add(folded(written));
                issues.add(new Issue(CsvFindingCode.HEADER_ALIAS, name, name));
            } else if (known && !name.equals(cells[i])) {
                issues.add(new Issue(CsvFindingCode.HEADER_SPELLING, name, name));
            } else if (folded(name).startsWith(METADATA)) {
                metadata.put(name, i);
            } else if (!known) {
                issues.add(new Issue(CsvFindingCode.HEADER_UNKNOWN, place, ""));
            }
        }
        names = List.copyOf(found);
        columns.forEach(column -> asSpelt.put(column.name(), positions.getOrDefault(folded(column.name()), -1)));
        noteLackingAndOrder(columns);
    }

    /** The other names that the file uses for columns that it does not have under their own. */
    private static Map<String, String> aliases(String[] cells, List<Column> columns, Map<String, String> spelling) {
        Set<String> written = new LinkedHashSet<>();
        Arrays.stream(cells).forEach(cell -> written.add(folded(CellText.trimmed(cell))));
        Map<String, String> aliases = new HashMap<>();
        for (Column column : columns) {
            if (!written.contains(folded(column.name()))) {
                column.aliases().stream()
                        .filter(alias -> written.contains(folded(alias)) && !spelling.containsKey(folded(alias)))
                        .findFirst()
                        .ifPresent(alias -> aliases.put(folded(alias), column.name()));
            }
        }
        return aliases;
    }

    private void noteLackingAndOrder(List<Column> columns) {
        // The sender's own columns stand behind those of the specification.
        int own = metadata.values().stream().mapToInt(Integer::intValue).min().orElse(Integer.MAX_VALUE);
        boolean isBehindOwn = false;
        int last = -1;
        boolean ordered = true;
        for (Column column : columns) {
            int position = position(column.name());
            if (position < 0) {
                issues.add(new Issue(CsvFindingCode.HEADER_LACKING, column.name(), ""));
            } else if (ordered && position < last) {
                issues.add(new Issue(CsvFindingCode.HEADER_ORDER, column.name(), ""));
                ordered = false;
            }
            last = Math.max(last, position);
            isBehindOwn |= position > own;
        }
        if (isBehindOwn) {
            issues.add(new Issue(CsvFindingCode.HEADER_ORDER, "column " + (own + 1), ""));
        }
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns the names in the order of the file, as the specification spells them where it knows them, blank ones too. */
    public List<String> names() {
        return names;
    }

    /** Returns the names that stand more than once, blank ones aside; of a name not of the specification its place. */
    public Set<String> duplicates() {
        return duplicates;
    }

    /** Returns the other names under which columns were found, in lower case. */
    public Set<String> aliases() {
        return aliases;
    }

    /** Returns what else is not as it should be. */
    public List<Issue> issues() {
        return issues;
    }

    /** Returns where a column stands, -1 when the file does not have it. Of a name that stands twice, the first. */
    public int position(String name) {
        Integer known = asSpelt.get(name);
        return known == null ? positions.getOrDefault(folded(name), -1) : known;
    }

    /** Tells whether a column is the first one. */
    public boolean isFirst(String name) {
        return position(name) == 0;
    }

    /** Returns where each of these columns stands. */
    public int[] positions(List<Column> columns) {
        return columns.stream().mapToInt(column -> position(column.name())).toArray();
    }

    /** Returns what the sender's own columns of a row say, in the order of the file; blank cells are left out. */
    public Map<String, String> metadata(String[] cells) {
        if (metadata.isEmpty()) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        metadata.forEach((name, position) -> {
            if (position < cells.length && !CellText.isBlank(cells[position])) {
                values.put(name, cells[position]);
            }
        });
        return values;
    }

    /** Tells whether a row has a filled cell for which the header has no column. */
    public boolean isExceededBy(String[] cells) {
        return cells.length > names.size()
                && !Arrays.stream(cells, names.size(), cells.length).allMatch(CellText::isBlank);
    }

    /**
     * Tells whether a value of a row goes over several lines and has as many commas as a row: a quote that is opened in one
     * row and closed in the same column of a later one makes one person of two. No title or name is like that.
     */
    public boolean isSwallowing(String[] cells) {
        int commas = names.size() - 1;
        return commas >= COMMAS_OF_A_ROW
                && Arrays.stream(cells)
                        .anyMatch(cell -> cell.indexOf('\n') >= 0
                                && cell.chars().filter(c -> c == ',').count() >= commas);
    }
}
