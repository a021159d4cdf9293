package org.oneroster4j.csv.blackbox;

import java.util.Map;
import org.oneroster4j.csv.Profile;

/**
 * A finding that a defect must give.
 *
 * @param code what
 * @param file the name of the file, empty for the drop
 * @param line the line, 0 for none
 * @param column the column, empty for none
 */
record Expected(String code, String file, long line, String column) {
    private static final String ERROR = "error";

    /** By hand: how much each code matters leniently. Strictly, everything else is an error. */
    private static final Map<String, String> LENIENT = Map.ofEntries(
            Map.entry("duplicate-header", ERROR),
            Map.entry("unsupported-version", ERROR),
            Map.entry("undecodable-text", ERROR),
            Map.entry("unterminated-quote", ERROR),
            Map.entry("stray-quote", ERROR),
            Map.entry("ragged-row", ERROR),
            Map.entry("unreadable-value", ERROR),
            Map.entry("delta-without-status", ERROR),
            Map.entry("delta-without-date", "warning"),
            Map.entry("quote-in-bare-value", "warning"),
            Map.entry("line-break-in-value", "warning"),
            Map.entry("header-spelling", "warning"),
            Map.entry("header-alias", "warning"),
            Map.entry("other-format-headers", "warning"),
            Map.entry("manifest-value", "warning"),
            Map.entry("manifest-file-absent", "warning"),
            Map.entry("manifest-unreadable", ERROR),
            Map.entry("day-first-dates", ERROR),
            Map.entry("manifest-row-length", "warning"),
            Map.entry("required-header-lacking", "warning"),
            Map.entry("date-order-assumed", "warning"),
            Map.entry("status-deprecated", "warning"),
            Map.entry("token-spelling", "warning"),
            Map.entry("boolean-form", "warning"),
            Map.entry("date-form", "warning"),
            Map.entry("date-with-time", "warning"),
            Map.entry("list-blank-item", "warning"),
            Map.entry("value-not-understood", "warning"),
            Map.entry("invalid-value", "warning"),
            Map.entry("blank-rows", "notice"),
            Map.entry("blank-extra-cells", "notice"),
            Map.entry("file-without-rows", "notice"),
            Map.entry("header-blank", "notice"),
            Map.entry("header-unknown", "notice"),
            Map.entry("header-lacking", "notice"),
            Map.entry("header-order", "notice"),
            Map.entry("bulk-with-status", "notice"),
            Map.entry("timestamp-form", "notice"),
            Map.entry("white-space-around", "notice"),
            Map.entry("white-space-as-blank", "notice"),
            Map.entry("list-spacing", "notice"));

    /** By hand: rows that say nothing say nothing that the specification forbids. */
    private static final Map<String, String> STRICT = Map.of("blank-rows", "warning");

    static Expected ofDrop(String code) {
        return new Expected(code, "", 0, "");
    }

    static Expected ofFile(String code, String file) {
        return new Expected(code, file, 0, "");
    }

    static Expected ofRow(String code, String file, long line) {
        return new Expected(code, file, line, "");
    }

    static Expected ofHeader(String code, String file, String column) {
        return new Expected(code, file, 1, column);
    }

    /** In the words of {@link Told}. */
    String told(Profile profile) {
        String lenient = LENIENT.getOrDefault(code, "(no severity by hand)");
        String strict = STRICT.getOrDefault(code, ERROR);
        return Told.line(profile == Profile.STRICT ? strict : lenient, code, file, line, column);
    }
}
