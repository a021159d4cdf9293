package org.oneroster4j.csv.blackbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.User;

/** The cases of the manifest: each of its rows with each defect. What the specification does not forbid gives nothing. */
final class ManifestDefects {
    private static final String NAME = "propertyName";
    private static final String VALUE = "value";

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
        cases.add(new GeneratedCase(
                SoundDrop.MANIFEST + " " + mode.token() + " " + property + ": " + what,
                fileOf(property),
                SoundDrop.MANIFEST,
                SoundDrop.text(rows),
                List.of(expected)));
    }

    private void set(String what, int row, int column, String written, Expected... expected) {
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
        set("a blank extra cell", row, 1, value + ",", ofRow("blank-extra-cells", row));
        set("a filled extra cell", row, 1, value + ",x", ofRow("ragged-row", row));

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
        set("unknown mode", row, 1, "full", cell("manifest-value", row, VALUE));
        set("two modes", row, 1, "\"bulk,delta\"", cell("manifest-value", row, VALUE));
        set("mode blank", row, 1, "", cell("manifest-value", row, VALUE));
        set(
                "mode white space",
                row,
                1,
                " ",
                cell("manifest-value", row, VALUE),
                cell("white-space-as-blank", row, VALUE));
        set("absent and there", row, 1, "absent", absent());
        set("name with a letter too many", row, 0, property + "s", absent());

        List<List<String>> lacking = sound();
        lacking.remove(row);
        add("row lacking", property, lacking, absent());

        List<List<String>> ended = sound();
        ended.set(row, List.of(property));
        add("row ends before the value", property, ended, ofRow("short-row", row), cell("manifest-value", row, VALUE));
    }

    private void version() {
        int row = 2;
        set("1.1.1", row, 1, "1.1.1");
        for (String other : List.of("1.2", "1.0", "1", "v1.1", "2.0")) {
            set("version " + other, row, 1, other, Expected.ofDrop("unsupported-version"));
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
