package org.oneroster4j.csv.blackbox;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.oneroster4j.csv.Column;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.OneRosterFile;

/**
 * A drop in which nothing is wrong, made from the descriptions: all 14 files, all columns in the order of the
 * specification, three rows each, every reference to an id that is there, canonical CSV. In delta files each row is
 * {@code active} and has a date of change; in bulk files both are blank.
 */
final class SoundDrop {
    static final String MANIFEST = "manifest.csv";
    static final int ROWS = 3;

    private SoundDrop() {}

    static String base(RosterFile<?> file) {
        String name = file.file().fileName();
        return name.substring(0, name.length() - ".csv".length());
    }

    static void write(Path folder, ImportMode mode) {
        write(folder, MANIFEST, text(manifest(mode)));
        for (RosterFile<?> file : RosterFile.all()) {
            write(folder, file.file().fileName(), text(rows(file, mode)));
        }
    }

    static void write(Path folder, String name, String text) {
        Opened.write(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(List<List<String>> rows) {
        return rows.stream().map(row -> String.join(",", row) + "\r\n").collect(Collectors.joining());
    }

    /** The manifest, with the order of rows that the specification lists. */
    static List<List<String>> manifest(ImportMode mode) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("propertyName", "value"));
        rows.add(List.of("manifest.version", "1.0"));
        rows.add(List.of("oneroster.version", "1.1"));
        SpecColumn.files().stream()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .forEach(file -> rows.add(List.of("file." + file, mode.token())));
        rows.add(List.of("source.systemName", "Example SIS"));
        rows.add(List.of("source.systemCode", "ESIS"));
        return rows;
    }

    /** The header and the rows of a file, each cell as it is written in CSV. */
    static List<List<String>> rows(RosterFile<?> file, ImportMode mode) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(file.header());
        for (int n = 1; n <= ROWS; n++) {
            int row = n;
            rows.add(file.columns().stream()
                    .map(column -> mode == ImportMode.BULK && isOfDelta(column) ? "" : csv(filled(file, column, row)))
                    .toList());
        }
        return rows;
    }

    private static boolean isOfDelta(Column column) {
        return column.name().equals("status") || column.name().equals("dateLastModified");
    }

    static String csv(String value) {
        boolean quoted = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    /** A sound value for a cell of a row, counted from 1. */
    static String filled(RosterFile<?> file, Column column, int row) {
        String name = column.name();
        return switch (column.kind()) {
            case ID -> column.target().map(SoundDrop::base).orElse(base(file)) + "-" + row;
            case REFERENCE -> reference(file, column, row);
            case REFERENCES -> references(column, row);
            case TEXT -> text(name, row);
            case TEXTS -> texts(name);
            case DATE -> date(name, row);
            case TIMESTAMP -> "2026-08-27T10:15:0" + row + ".000Z";
            case YEAR -> "2028";
            case BOOLEAN -> name.equals("enabledUser") ? "true" : "false";
            case NUMBER -> name.equals("resultValueMin") ? "0" : name.equals("resultValueMax") ? "100" : "87.5";
            case TOKEN -> token(file, column, row);
            case TOKENS -> "student,teacher";
            case USER_IDS -> "{LDAP:user-" + row + "},{SIS:" + row + "}";
        };
    }

    /** The first session is the parent of the others, which are within its days. */
    private static String date(String name, int row) {
        return name.equals("endDate") || name.equals("dueDate") ? "2028-12-1" + (ROWS + 1 - row) : "2026-01-1" + row;
    }

    private static String base(OneRosterFile file) {
        return file.fileName().replace(".csv", "");
    }

    private static String reference(RosterFile<?> file, Column column, int row) {
        String target = column.target().map(SoundDrop::base).orElseThrow();
        return switch (column.name()) {
            case "schoolYearSourcedId" -> "academicSessions-1";
            case "gradingPeriodSourcedId" -> "academicSessions-2";
            case "parentSourcedId" -> row == 1 ? "" : base(file) + "-1";
            default -> target + "-" + row;
        };
    }

    private static String references(Column column, int row) {
        return switch (column.name()) {
            case "termSourcedIds" -> "academicSessions-1,academicSessions-3";
            case "orgSourcedIds" -> "orgs-1,orgs-2";
            default ->
                IntStream.rangeClosed(1, ROWS)
                        .filter(other -> other != row)
                        .mapToObj(other -> "users-" + other)
                        .collect(Collectors.joining(","));
        };
    }

    private static String text(String name, int row) {
        return switch (name) {
            case "email" -> "person" + row + "@school.invalid";
            case "countryOfBirthCode" -> "US";
            case "stateOfBirthAbbreviation" -> "CA";
            case "publicSchoolResidenceStatus" -> "01652";
            default -> name.toUpperCase(Locale.ROOT) + " of " + row;
        };
    }

    private static String texts(String name) {
        return switch (name) {
            case "grades" -> "09,10";
            case "subjects" -> "Art,Music";
            case "subjectCodes" -> "05154,05101";
            default -> "1,B";
        };
    }

    private static String token(RosterFile<?> file, Column column, int row) {
        if (column.name().equals("type")) {
            return base(file).equals("orgs")
                    ? "school"
                    : List.of("schoolYear", "gradingPeriod", "term").get(row - 1);
        }
        return column.name().equals("role") ? "student" : column.tokens().get(0);
    }
}
