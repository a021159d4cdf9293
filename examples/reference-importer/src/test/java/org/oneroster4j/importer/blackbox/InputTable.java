package org.oneroster4j.importer.blackbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.oneroster4j.model.CellText;
import org.oneroster4j.testing.TextDrop;

/** A file of a generated drop by columns, its cells and headers trimmed. */
record InputTable(List<Map<String, String>> rows) {
    static InputTable of(TextDrop drop, String file) {
        List<String> header = drop.header(file).stream()
                .map(name -> CellText.trimmed(name).toLowerCase(Locale.ROOT))
                .toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> cells : drop.rows(file)) {
            Map<String, String> row = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (int i = 0; i < header.size(); i++) {
                // Readers give every line break within a cell as a line feed.
                String cell = i < cells.size() ? cells.get(i).replace("\r\n", "\n") : "";
                row.putIfAbsent(header.get(i), CellText.trimmed(cell));
            }
            row.putIfAbsent("status", "");
            row.putIfAbsent("beginDate", "");
            row.putIfAbsent("endDate", "");
            rows.add(row);
        }
        return new InputTable(rows);
    }

    /** Returns the texts of a column, each once. */
    Set<String> values(String column) {
        return rows.stream().map(row -> row.getOrDefault(column, "")).collect(Collectors.toCollection(TreeSet::new));
    }
}
