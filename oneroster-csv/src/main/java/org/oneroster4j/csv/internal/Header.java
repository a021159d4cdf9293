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
import org.jspecify.annotations.Nullable;
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
    /** The column of the specification at each place, null at others. */
    private final @Nullable Column[] columns;

    private final int blankNamesFrom;
    private final boolean hasAllColumns;
    private final boolean hasUnknown;

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
        this.columns = new @Nullable Column[names.size()];
        columns.stream()
                .filter(column -> position(column.name()) >= 0)
                .forEach(column -> this.columns[position(column.name())] = column);
        hasAllColumns = columns.stream().allMatch(column -> position(column.name()) >= 0);
        int end = names.size();
        while (end > 0 && names.get(end - 1).isEmpty()) {
            end--;
        }
        blankNamesFrom = end;
        // Another name of a column is none of the specification: it may be that of another version, which means another
        // thing.
        hasUnknown = !aliases.isEmpty()
                || names.subList(0, end).stream()
                        .anyMatch(name -> !spelling.containsKey(folded(name))
                                && !folded(name).startsWith(METADATA));
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
        if (columns.stream().allMatch(column -> position(column.name()) < 0)) {
            // The line is no header, or one of something else: one cause is one finding.
            columns.stream()
                    .filter(Column::required)
                    .findFirst()
                    .ifPresent(column -> issues.add(
                            new Issue(CsvFindingCode.REQUIRED_HEADER_LACKING, column.name(), column.name())));
            return;
        }
        // The sender's own columns stand behind those of the specification.
        int own = metadata.values().stream().mapToInt(Integer::intValue).min().orElse(Integer.MAX_VALUE);
        boolean isBehindOwn = false;
        int last = -1;
        boolean ordered = true;
        for (Column column : columns) {
            int position = position(column.name());
            if (position < 0) {
                issues.add(new Issue(
                        column.required() ? CsvFindingCode.REQUIRED_HEADER_LACKING : CsvFindingCode.HEADER_LACKING,
                        column.name(),
                        column.name()));
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

    /**
     * Tells whether a value in a column of the specification holds a line break and, anywhere after it, a comma: a quote that
     * is opened in one row and closed in a later one makes one row of several (contract, R1 shape).
     */
    public boolean hasTakenInRows(String[] cells) {
        for (int i = 0; i < Math.min(cells.length, columns.length); i++) {
            if (columns[i] != null) {
                int lineBreak = cells[i].indexOf('\n');
                if (lineBreak >= 0 && cells[i].indexOf(',', lineBreak) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Tells whether a value in any other column goes over several lines and has as many commas as a row: the rows in it are
     * lost, and nobody can say how many. A note of the sender's own with a few commas in it is no such value.
     */
    public boolean isSwallowing(String[] cells) {
        int commas = names.size() - 1;
        if (commas < COMMAS_OF_A_ROW) {
            return false;
        }
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            if (column(i) == null
                    && cell.indexOf('\n') >= 0
                    && cell.chars().filter(c -> c == ',').count() >= commas) {
                return true;
            }
        }
        return false;
    }

    /** Returns the column of the specification at a place; null for another, for one that repeats it, and beyond the header. */
    public @Nullable Column column(int place) {
        return place < columns.length ? columns[place] : null;
    }

    /** Returns the place of the last column that {@linkplain Column#decides decides}; -1 when the file has none. */
    public int lastDeciding() {
        int last = -1;
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] != null && columns[i].decides()) {
                last = i;
            }
        }
        return last;
    }

    /**
     * Tells whether the file has every column of the specification and no name that is not known, blank ones after the last
     * name aside: then cells beyond the header are no cells of a column that lost its name.
     */
    public boolean isComplete() {
        return hasAllColumns && !hasUnknown;
    }

    /** Tells whether a name is neither a column of the specification nor one of the sender's own. */
    public boolean hasUnknown() {
        return hasUnknown;
    }

    /** Returns the place of the first of the blank names that end the header; the number of names when none does. */
    public int blankNamesFrom() {
        return blankNamesFrom;
    }
}
