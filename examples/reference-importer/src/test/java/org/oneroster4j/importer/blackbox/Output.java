package org.oneroster4j.importer.blackbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.importer.oracle.PlainInput;
import org.oneroster4j.testing.TextDrop;

/** The published files, read back by somebody who knows nothing of who wrote them. */
record Output(Map<String, byte[]> files) {
    static Output of(TextDrop drop, MappingSettings settings) {
        return new Output(Conversion.of(drop.bytes(), settings).files());
    }

    /** Returns the rows of a file by its header; none when it was not written. */
    List<Map<String, String>> rows(String file) {
        List<List<String>> records =
                PlainInput.cells(new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8));
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> record : records.subList(Math.min(1, records.size()), records.size())) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < record.size(); i++) {
                row.put(records.get(0).get(i), record.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    List<String> column(String file, String column) {
        return rows(file).stream().map(row -> row.getOrDefault(column, "")).toList();
    }
}
