package org.oneroster4j.csv.blackbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.User;

/** The cases of the manifest: each of its rows with each defect. What the specification does not forbid gives nothing. */
final class ManifestDefects {
    private static final String NAME = "propertyName";
    private static final String VALUE = "value";

    /** By hand from the table of stops: the six files that the mapping reads. */
    private static final Set<String> MAPPED = Set.of(
            "file.users", "file.classes", "file.enrollments", "file.academicSessions", "file.orgs", "file.courses");

    private final ImportMode mode;
    private final List<GeneratedCase> cases = new ArrayList<>();

    private ManifestDefects(ImportMode mode) {
        this.mode = mode;
    }

    static List<GeneratedCase> of(ImportMode mode) {
        ManifestDefects defects = new ManifestDefects(mode);
        int count = defects.sound().size();
        for (int row = 1; row < count; row++) {
            defects.anyRow(row);
            if (defects.property(row).startsWith("file.")) {
                defects.fileRow(row);
            }
        }
        defects.version();
        defects.header();
        return defects.cases;
    }

    private List<List<String>> sound() {
        List<List<String>> rows = new ArrayList<>();
        SoundDrop.manifest(mode).forEach(row -> rows.add(new ArrayList<>(row)));
        return rows;
    }

    private String property(int row) {
        return sound().get(row).get(0);
    }

    private static Expected cell(String code, int row, String column) {
        return new Expected(code, SoundDrop.MANIFEST, row + 1L, column);
    }

    private static Expected ofRow(String code, int row) {
        return Expected.ofRow(code, SoundDrop.MANIFEST, row + 1L);
    }

    private static Expected absent() {
        return Expected.ofFile("manifest-file-absent", SoundDrop.MANIFEST);
    }

    /** The file that a property speaks of; users for those that speak of none. */
    private static RosterFile<?> fileOf(String property) {
        return RosterFile.all().stream()
                .<RosterFile<?>>map(file -> file)
                .filter(file -> file.file().manifestProperty().equals(property))
                .findFirst()
                .orElseGet(() -> RosterFile.of(User.class));
    }

    private void add(String what, String property, List<List<String>> rows, Expected... expected) {
        add(what, property, rows, List.of(expected));
    }

    private void add(String what, String property, List<List<String>> rows, List<Expected> expected) {
        cases.add(new GeneratedCase(
                SoundDrop.MANIFEST + " " + mode.token() + " " + property + ": " + what,
                fileOf(property),
                SoundDrop.MANIFEST,
                SoundDrop.text(rows),
                expected));
    }

    private void set(String what, int row, int column, String written, Expected... expected) {
        set(what, row, column, written, List.of(expected));
    }

    private void set(String what, int row, int column, String written, List<Expected> expected) {
        List<List<String>> rows = sound();
        rows.get(row).set(column, written);
        add(what, property(row), rows, expected);
    }

    private void anyRow(int row) {
        String property = property(row);
        String value = sound().get(row).get(1);
        set("value in quotes", row, 1, '"' + value + '"');
        set("name in quotes", row, 0, '"' + property + '"');
        set("name in upper case", row, 0, property.toUpperCase(Locale.ROOT), cell("token-spelling", row, NAME));
        set("a space before the name", row, 0, " " + property, cell("white-space-around", row, NAME));
        set("a space behind the name", row, 0, property + " ", cell("white-space-around", row, NAME));
        if (!property.startsWith("source.")) {
            set("a space before the value", row, 1, " " + value, cell("white-space-around", row, VALUE));
            set(
                    "no-break spaces around the value",
                    row,
                    1,
                    "\u00A0" + value + "\u00A0",
                    cell("white-space-around", row, VALUE));
        }
        set("text behind a closing quote of the name", row, 0, '"' + property + "\"x", ofRow("stray-quote", row));
        set("text behind a closing quote of the value", row, 1, '"' + value + "\"x", ofRow("stray-quote", row));
        set("a blank extra cell", row, 1, value + ",", ofRow("manifest-row-length", row));
        set("a filled extra cell", row, 1, value + ",x", ofRow("manifest-row-length", row));

        List<List<String>> moved = sound();
        moved.add(moved.remove(row));
        add("row at the end", property, moved);

        List<List<String>> twice = sound();
        twice.add(twice.get(row));
        add("row twice", property, twice);

        List<List<String>> unknown = sound();
        unknown.add(row, List.of("own.property", "x"));
        add("unknown property before", property, unknown);
    }

    private void fileRow(int row) {
        String property = property(row);
        String value = sound().get(row).get(1);
        set("mode in upper case", row, 1, value.toUpperCase(Locale.ROOT), cell("token-spelling", row, VALUE));
        set("mode with a capital", row, 1, value.equals("bulk") ? "Bulk" : "Delta", cell("token-spelling", row, VALUE));
        String unknown = MAPPED.contains(property) ? "manifest-unreadable" : "manifest-value";
        set("unknown mode", row, 1, "full", cell(unknown, row, VALUE));
        set("two modes", row, 1, "\"bulk,delta\"", cell(unknown, row, VALUE));
        twoModes(row, unknown);
        List<Expected> blank = blankMode(property);
        set("mode blank", row, 1, "", blank);
        set("mode white space", row, 1, " ", plus(blank, cell("white-space-as-blank", row, VALUE)));
        set("absent and there", row, 1, "absent", absent());
        set("name with a letter too many", row, 0, property + "s", blank);

        List<List<String>> lacking = sound();
        lacking.remove(row);
        add("row lacking", property, lacking, blank);

        List<List<String>> ended = sound();
        ended.set(row, List.of(property));
        add("row ends before the value", property, ended, plus(blank, ofRow("manifest-row-length", row)));
    }

    /** Without a value the file is absent, but it is there; for users a manifest must have one. */
    private static List<Expected> blankMode(String property) {
        return property.equals("file.users")
                ? List.of(absent(), Expected.ofFile("manifest-unreadable", SoundDrop.MANIFEST))
                : List.of(absent());
    }

    /** Two rows of one file with two values; the file is read as a delta, which asks for more care. */
    private void twoModes(int row, String code) {
        String property = property(row);
        List<List<String>> rows = sound();
        rows.add(List.of(property, mode == ImportMode.BULK ? "delta" : "bulk"));
        List<Expected> expected = new ArrayList<>(List.of(cell(code, rows.size() - 1, VALUE)));
        if (mode == ImportMode.BULK) {
            String file = fileOf(property).file().fileName();
            for (long line = 2; line <= SoundDrop.ROWS + 1; line++) {
                expected.add(new Expected("delta-without-status", file, line, "status"));
                expected.add(new Expected("delta-without-date", file, line, "dateLastModified"));
            }
        }
        add("two rows with two modes", property, rows, expected);

        List<List<String>> same = sound();
        same.add(List.of(property, mode.token()));
        add("two rows with the same mode", property, same);
    }

    private static List<Expected> plus(List<Expected> expected, Expected more) {
        List<Expected> all = new ArrayList<>(expected);
        all.add(more);
        return all;
    }

    private void version() {
        int row = 2;
        set("1.1.1", row, 1, "1.1.1");
        for (String other : List.of("1.2", "1.0", "1", "v1.1", "2.0")) {
            set("version " + other, row, 1, other, cell("unsupported-version", row, VALUE));
        }
    }

    private void header() {
        for (String column : List.of(NAME, VALUE)) {
            int at = column.equals(NAME) ? 0 : 1;
            Expected spelling = Expected.ofHeader("header-spelling", SoundDrop.MANIFEST, column);
            set("header " + column + " in upper case", 0, at, column.toUpperCase(Locale.ROOT), spelling);
            set("header " + column + " with a space", 0, at, " " + column, spelling);
            Expected twice = Expected.ofHeader("duplicate-header", SoundDrop.MANIFEST, column);
            List<List<String>> rows = sound();
            rows.forEach(row -> row.add(row.get(at)));
            add("header " + column + " twice", "header", rows, twice);
        }
        set(
                "header propertyValue",
                0,
                1,
                "propertyValue",
                Expected.ofHeader("header-alias", SoundDrop.MANIFEST, VALUE));

        List<List<String>> blank = sound();
        blank.forEach(row -> row.add(""));
        add("blank header", "header", blank, Expected.ofHeader("header-blank", SoundDrop.MANIFEST, "column 3"));

        List<List<String>> unknown = sound();
        unknown.forEach(row -> row.add("x"));
        add("unknown header", "header", unknown, Expected.ofHeader("header-unknown", SoundDrop.MANIFEST, "column 3"));

        List<List<String>> swapped = sound();
        swapped.forEach(row -> row.add(row.remove(0)));
        add("columns swapped", "header", swapped, Expected.ofHeader("header-order", SoundDrop.MANIFEST, VALUE));
    }
}
