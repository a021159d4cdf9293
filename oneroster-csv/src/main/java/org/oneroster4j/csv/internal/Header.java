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
import org.oneroster4j.model.CellText;

/** The header of a file: which column stands where. Names are compared trimmed and without case. Immutable. */
public final class Header {
    private static final String METADATA = "metadata.";

    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Integer> metadata = new LinkedHashMap<>();
    private final Set<String> duplicates = new LinkedHashSet<>();

    /**
     * Reads a header.
     *
     * @param cells its cells as written; none at all for a file without a header
     * @param known the names of the specification
     */
    public Header(String[] cells, List<String> known) {
        Map<String, String> spelling = new HashMap<>();
        known.forEach(name -> spelling.put(folded(name), name));
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            String written = CellText.trimmed(cells[i]);
            String name = spelling.getOrDefault(folded(written), written);
            columns.add(name);
            if (name.isEmpty()) {
                continue;
            }
            if (positions.putIfAbsent(folded(name), i) != null) {
                // A file without a header has a child's data in its first line: only names of the standard are
                // repeated.
                duplicates.add(spelling.containsKey(folded(name)) ? name : "column " + (i + 1));
            } else if (folded(name).startsWith(METADATA)) {
                metadata.put(name, i);
            }
        }
        names = List.copyOf(columns);
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

    /** Returns where a column stands, -1 when the file does not have it. Of a name that stands twice, the first. */
    public int position(String name) {
        return positions.getOrDefault(folded(name), -1);
    }

    /** Tells whether a column is the first one. */
    public boolean isFirst(String name) {
        return position(name) == 0;
    }

    /** Returns where each of these columns stands. */
    public int[] positions(List<String> columns) {
        return columns.stream().mapToInt(this::position).toArray();
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
}
