package org.oneroster4j.csv.delta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.oneroster4j.csv.CellReader;
import org.oneroster4j.csv.RosterFile;

/**
 * The columns of a file that is written: those of the specification in its order, then the senders' own, then those that
 * nobody knows. Columns without a name are not among them: no reader looks at them. Immutable.
 */
final class Layout {
    static final int STATUS = 1;
    static final int DATE_LAST_MODIFIED = 2;

    private static final String METADATA = "metadata.";

    private final List<String> header;

    private Layout(List<String> header) {
        this.header = List.copyOf(header);
    }

    /** Makes the layout that has all columns of some headers. */
    static Layout of(RosterFile<?> file, List<List<String>> headers) {
        Map<String, String> known = new LinkedHashMap<>();
        file.header().forEach(name -> known.put(folded(name), name));
        Map<String, String> own = new LinkedHashMap<>();
        Map<String, String> unknown = new LinkedHashMap<>();
        headers.stream().flatMap(List::stream).filter(name -> !name.isEmpty()).forEach(name -> {
            if (!known.containsKey(folded(name))) {
                (folded(name).startsWith(METADATA) ? own : unknown).putIfAbsent(folded(name), name);
            }
        });
        List<String> all = new ArrayList<>(known.values());
        all.addAll(own.values());
        all.addAll(unknown.values());
        return new Layout(all);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    List<String> header() {
        return header;
    }

    /** Returns where each column stands in a file. */
    int[] positionsIn(CellReader file) {
        return header.stream().mapToInt(file::position).toArray();
    }

    /** Returns the cells of the present row, each as it is written there. */
    static List<String> row(CellReader file, int[] positions) {
        List<String> cells = new ArrayList<>(positions.length);
        for (int position : positions) {
            cells.add(file.cell(position));
        }
        return cells;
    }
}
