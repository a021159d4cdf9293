package org.oneroster4j.csv.delta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.oneroster4j.csv.CellReader;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.RecordStatus;

/**
 * The columns of a file that is written: those of the specification that one of its sources has, in its order, then the senders'
 * own, then those that are not known. The first three are always there: id, status and date of change. Columns without a name
 * are not among them: no reader reads them. Immutable.
 */
final class Layout {
    static final int STATUS = 1;
    static final int DATE_LAST_MODIFIED = 2;

    private static final String METADATA = "metadata.";
    private static final int ALWAYS = 3;

    private final List<String> header;

    private Layout(List<String> header) {
        this.header = List.copyOf(header);
    }

    /** Makes the layout that has all columns of some headers. */
    static Layout of(RosterFile<?> file, List<List<String>> headers) {
        Map<String, String> known = new LinkedHashMap<>();
        file.header().forEach(name -> known.put(folded(name), name));
        Set<String> there = new LinkedHashSet<>();
        file.header().stream().limit(ALWAYS).forEach(name -> there.add(folded(name)));
        Map<String, String> own = new LinkedHashMap<>();
        Map<String, String> unknown = new LinkedHashMap<>();
        headers.stream().flatMap(List::stream).filter(name -> !name.isEmpty()).forEach(name -> {
            there.add(folded(name));
            if (!known.containsKey(folded(name))) {
                (folded(name).startsWith(METADATA) ? own : unknown).putIfAbsent(folded(name), name);
            }
        });
        known.keySet().retainAll(there);
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

    /** Returns where each column is in a file. */
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

    /** Returns a cell of a row, trimmed; empty when the column is not there. */
    String cell(List<String> row, String column) {
        int place = header.indexOf(column);
        return place < 0 ? "" : CellText.trimmed(row.get(place));
    }

    /** Returns a row that says of an id that its record is deleted, and nothing else. */
    List<String> deleted(String id) {
        List<String> cells = blank(header.size());
        cells.set(0, id);
        return deleted(cells);
    }

    /** Returns a row whose record is deleted. */
    static List<String> deleted(List<String> row) {
        List<String> cells = new ArrayList<>(row);
        cells.set(STATUS, RecordStatus.TOBEDELETED.token());
        cells.set(DATE_LAST_MODIFIED, "");
        return cells;
    }

    /** Returns a row that every reader rejects for its shape, as one with this id was where it comes from. */
    List<String> misshapen(String id) {
        List<String> cells = blank(header.size() + 1);
        cells.set(0, id);
        cells.set(header.size(), "?");
        return cells;
    }

    private static List<String> blank(int size) {
        String[] cells = new String[size];
        Arrays.fill(cells, "");
        return new ArrayList<>(List.of(cells));
    }
}
