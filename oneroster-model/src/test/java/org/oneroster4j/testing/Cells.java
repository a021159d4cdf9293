package org.oneroster4j.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/** Cells by header, in the order in which they were named. */
final class Cells {

    private Cells() {}

    /** Cells from headers and values in turn; may be changed. */
    static Map<String, String> of(String... headersAndValues) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < headersAndValues.length; i += 2) {
            cells.put(headersAndValues[i], headersAndValues[i + 1]);
        }
        return cells;
    }

    /** The cell under a header, blank where there is none. */
    static String get(Map<String, String> cells, String header) {
        return cells.getOrDefault(header, "");
    }

    /** The cells of a course whose title and code are made from a name. */
    static Map<String, String> course(String id, String name) {
        return of("sourcedId", id, "title", "Course " + name, "courseCode", "Code-" + name);
    }
}
