package org.oneroster4j.csv.blackbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/** The cases of one data file in one mode that are about its header, and about the number of cells of a row. */
final class LayoutDefects {
    private static final String OWN = "tenant_code";
    private static final String OLD = "OneRoster 1.0";
    private static final String REST = "REST";
    private static final String TYPO = "a slip";

    /** By hand from section 9: other names of columns, and what they are of. */
    private static final Map<String, List<List<String>>> ALIASES = Map.ofEntries(
            Map.entry("users.userIds", List.of(List.of("userId", OLD))),
            Map.entry("users.orgSourcedIds", List.of(List.of("orgs", REST))),
            Map.entry("users.agentSourcedIds", List.of(List.of("agents", OLD), List.of("agentSourceIds", TYPO))),
            Map.entry("users.grades", List.of(List.of("grade", OLD))),
            Map.entry("users.sourcedId", List.of(List.of("sourceId", TYPO))),
            Map.entry("classes.grades", List.of(List.of("grade", OLD))),
            Map.entry("courses.grades", List.of(List.of("grade", OLD))),
            Map.entry("courses.schoolYearSourcedId", List.of(List.of("schoolYearId", OLD))),
            Map.entry("demographics.sourcedId", List.of(List.of("userSourcedId", OLD))),
            Map.entry(
                    "demographics.demographicRaceTwoOrMoreRaces",
                    List.of(List.of("demogrphicRaceTwoOrMoreRaces", TYPO))));

    /** Other names of a column that decides: who takes them for it may read less than the sender means (missing-header). */
    private static final Map<String, List<String>> NO_ALIASES =
            Map.of("classes.termSourcedIds", List.of("termSourcedId", "terms"));

    private final FileDefects file;
    private final List<GeneratedCase> cases = new ArrayList<>();

    private LayoutDefects(FileDefects file) {
        this.file = file;
    }

    static List<GeneratedCase> of(FileDefects file) {
        LayoutDefects defects = new LayoutDefects(file);
        for (int i = 0; i < file.columns().size(); i++) {
            defects.spelling(i);
            defects.aliases(i);
            defects.noAliases(i);
            defects.lacking(i);
            defects.twice(i);
            defects.order(i);
            defects.others(i);
            defects.shortRow(i);
        }
        defects.ends();
        defects.lengths();
        defects.text();
        return defects.cases;
    }

    /** By hand, for the test that the product knows no other alias. */
    static List<String> aliasesOf(SpecColumn column) {
        return ALIASES.getOrDefault(column.file() + "." + column.name(), List.of()).stream()
                .map(alias -> alias.get(0))
                .toList();
    }

    private String nameOf(int column) {
        return file.columns().get(column).name();
    }

    private Expected header(String code, String column) {
        return Expected.ofHeader(code, file.fileName(), column);
    }

    private static String place(int position) {
        return "column " + (position + 1);
    }

    private void add(String what, List<List<String>> rows, Expected... expected) {
        cases.add(file.caseOf(what, rows, List.of(expected)));
    }

    private void spelling(int column) {
        String name = nameOf(column);
        List<String> others = new ArrayList<>(List.of(
                name.toUpperCase(Locale.ROOT), " " + name, name + " ", "\u00A0" + name, "\"" + name + "\u200B\""));
        if (!name.equals(name.toLowerCase(Locale.ROOT))) {
            others.add(name.toLowerCase(Locale.ROOT));
        }
        for (String other : others) {
            List<List<String>> rows = file.soundRows();
            rows.get(0).set(column, other);
            add(name + ": header in another spelling", rows, header("header-spelling", name));
        }
    }

    private void aliases(int column) {
        String name = nameOf(column);
        SpecColumn spec = file.columns().get(column);
        for (List<String> alias : ALIASES.getOrDefault(spec.file() + "." + name, List.of())) {
            List<List<String>> rows = file.soundRows();
            rows.get(0).set(column, alias.get(0));
            List<Expected> expected = new ArrayList<>(List.of(header("header-alias", name)));
            if (!alias.get(1).equals(TYPO)) {
                expected.add(Expected.ofDrop("other-format-headers"));
            }
            cases.add(file.caseOf(name + ": header " + alias.get(0), rows, expected));

            List<List<String>> both = file.soundRows();
            both.get(0).add(alias.get(0));
            both.subList(1, both.size()).forEach(row -> row.add("x"));
            add(
                    name + ": header and beside it " + alias.get(0),
                    both,
                    header("header-unknown", place(file.columns().size())));
        }
    }

    private void noAliases(int column) {
        SpecColumn spec = file.columns().get(column);
        for (String name : NO_ALIASES.getOrDefault(spec.file() + "." + spec.name(), List.of())) {
            List<List<String>> rows = file.soundRows();
            rows.get(0).set(column, name);
            List<Expected> expected = withoutColumn(column);
            expected.add(header("header-unknown", place(column)));
            cases.add(file.caseOf(spec.name() + ": header " + name + ", which is no other name", rows, expected));
        }
    }

    private void lacking(int column) {
        List<List<String>> rows = file.soundRows();
        rows.forEach(row -> row.remove(column));
        cases.add(file.caseOf(nameOf(column) + ": column lacking", rows, withoutColumn(column)));
    }

    private List<Expected> withoutColumn(int column) {
        SpecColumn spec = file.columns().get(column);
        List<Expected> expected = new ArrayList<>();
        expected.add(header(spec.required() ? "required-header-lacking" : "header-lacking", spec.name()));
        LongStream.rangeClosed(2, SoundDrop.ROWS + 1L)
                .forEach(line -> expected.addAll(file.blanks(List.of(spec), line)));
        return expected;
    }

    private void twice(int column) {
        String name = nameOf(column);
        for (String again : List.of(name, name.toUpperCase(Locale.ROOT), " " + name)) {
            List<List<String>> rows = file.soundRows();
            rows.forEach(row -> row.add(row.get(column)));
            rows.get(0).set(file.columns().size(), again);
            add(name + ": header twice", rows, header("duplicate-header", name));
        }
    }

    private void order(int column) {
        int last = file.columns().size() - 1;
        if (column > 0) {
            List<List<String>> rows = file.soundRows();
            rows.forEach(row -> row.add(0, row.remove(column)));
            add(nameOf(column) + ": column first", rows, header("header-order", nameOf(column)));
        }
        if (column < last) {
            List<List<String>> rows = file.soundRows();
            rows.forEach(row -> row.add(row.remove(column)));
            add(nameOf(column) + ": column last", rows, header("header-order", nameOf(column + 1)));
            lastColumnCut(column, rows);
        }
    }

    /** No line break ends the file: an id may be cut and still be an id, another value is not taken for one that is cut. */
    private void lastColumnCut(int column, List<List<String>> rows) {
        List<Expected> expected = new ArrayList<>(List.of(header("header-order", nameOf(column + 1))));
        if (isCut(file.columns().get(column), last(last(rows)))) {
            expected.add(Expected.ofRow("ragged-row", file.fileName(), SoundDrop.ROWS + 1L));
        }
        cases.add(new GeneratedCase(
                file.name(nameOf(column) + ": column last, no line end at the end"),
                file.file(),
                file.fileName(),
                withoutLineEnd(SoundDrop.text(rows)),
                expected));
    }

    /** By hand from rule R1 shape, for the values of the sound drop: its dates have two digits for each day. */
    private static boolean isCut(SpecColumn column, String cell) {
        return column.isId() && !cell.endsWith("\"");
    }

    private static String withoutLineEnd(String text) {
        return text.substring(0, text.length() - "\r\n".length());
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    /** Columns that the specification does not know, before a column. */
    private void others(int column) {
        List<List<String>> rows = file.soundRows();
        rows.forEach(row -> row.add(column, "x"));
        rows.get(0).set(column, OWN);
        add(nameOf(column) + ": unknown column before", rows, header("header-unknown", place(column)));

        List<List<String>> blank = file.soundRows();
        blank.forEach(row -> row.add(column, ""));
        add(nameOf(column) + ": blank column before", blank, header("header-blank", place(column)));

        List<List<String>> own = file.soundRows();
        own.forEach(row -> row.add(column, "x"));
        own.get(0).set(column, "metadata.own");
        add(nameOf(column) + ": metadata before", own, header("header-order", place(column)));
    }

    /** The cells from a column on are missing; a row has one cell at least. */
    private void shortRow(int column) {
        if (column > 0) {
            List<List<String>> rows = file.soundRows();
            rows.set(FileDefects.ROW, rows.get(FileDefects.ROW).subList(0, column));
            add(nameOf(column) + ": row ends before", rows, ragged(FileDefects.LINE));
        }
    }

    private Expected ragged(long line) {
        return Expected.ofRow("ragged-row", file.fileName(), line);
    }

    private void ends() {
        int end = file.columns().size();
        List<List<String>> blank = file.soundRows();
        blank.forEach(row -> row.addAll(List.of("", "")));
        add(
                "blank headers at the end",
                blank,
                header("header-blank", place(end)),
                header("header-blank", place(end + 1)));

        List<List<String>> filled = file.soundRows();
        filled.forEach(row -> row.add("x"));
        filled.get(0).set(end, " ");
        add("cells below a blank header", filled, header("header-blank", place(end)));

        List<List<String>> unknown = file.soundRows();
        unknown.forEach(row -> row.add(""));
        unknown.get(0).set(end, OWN);
        add("unknown header at the end", unknown, header("header-unknown", place(end)));

        List<List<String>> metadata = file.soundRows();
        metadata.forEach(row -> row.addAll(List.of("x", "")));
        metadata.get(0).set(end, "metadata.b");
        metadata.get(0).set(end + 1, "metadata.a");
        add("metadata at the end", metadata);

        List<List<String>> twice = file.soundRows();
        twice.forEach(row -> row.addAll(List.of("x", "y")));
        twice.get(0).set(end, "metadata.b");
        twice.get(0).set(end + 1, "metadata.b");
        add("metadata twice", twice, header("duplicate-header", place(end + 1)));
    }

    private void lengths() {
        for (String extra : List.of("", " ", "\"\"", "\u00A0", ",,")) {
            List<List<String>> rows = file.soundRows();
            rows.get(FileDefects.ROW).add(extra);
            add("blank extra cells in one row", rows, ragged(FileDefects.LINE));

            List<List<String>> all = file.soundRows();
            all.subList(1, all.size()).forEach(row -> row.add(extra));
            add("blank extra cells in each row", all, Expected.ofRow("blank-extra-cells", file.fileName(), 2));
        }
        for (String extra : List.of("x", ",x", "x,", "\"x\"")) {
            List<List<String>> rows = file.soundRows();
            rows.get(FileDefects.ROW).add(extra);
            add("filled extra cell", rows, ragged(FileDefects.LINE));
        }
        List<List<String>> unknown = file.soundRows();
        unknown.forEach(row -> row.add("x"));
        unknown.get(0).set(file.columns().size(), OWN);
        unknown.subList(1, unknown.size()).forEach(row -> row.add(""));
        add(
                "blank extra cells in each row, and a name that is not known",
                unknown,
                header("header-unknown", place(file.columns().size())),
                ragged(2));

        List<List<String>> blank = file.soundRows();
        blank.add(FileDefects.ROW, List.of("", " ", ""));
        add("a row of blank cells", blank, Expected.ofRow("blank-rows", file.fileName(), FileDefects.LINE));

        add("no rows", file.soundRows().subList(0, 1), Expected.ofFile("file-without-rows", file.fileName()));
    }

    /** What is about the file as text. */
    private void text() {
        String sound = SoundDrop.text(file.soundRows());
        String name = file.fileName();
        addText("LF", sound.replace("\r\n", "\n"));
        addText("CR", sound.replace("\r\n", "\r"));
        addText("byte order mark", "\uFEFF" + sound);
        boolean isCut = isCut(last(file.columns()), last(last(file.soundRows())));
        Expected[] cut = isCut ? new Expected[] {ragged(SoundDrop.ROWS + 1L)} : new Expected[0];
        addText("no line end at the end", withoutLineEnd(sound), cut);
        addText("blank line at the end", sound + "\r\n");

        List<List<String>> open = file.soundRows();
        List<String> last = open.get(SoundDrop.ROWS);
        last.set(last.size() - 1, "\"x");
        add("a quote that never closes", open, Expected.ofRow("unterminated-quote", name, SoundDrop.ROWS + 1L));

        List<List<String>> latin = file.soundRows();
        latin.get(FileDefects.ROW).set(3, "\u00E4");
        cases.add(new GeneratedCase(
                file.name("a letter in ISO 8859-1"),
                file.file(),
                name,
                SoundDrop.text(latin),
                StandardCharsets.ISO_8859_1,
                List.of(Expected.ofRow("undecodable-text", name, FileDefects.LINE))));
    }

    private void addText(String what, String text, Expected... expected) {
        cases.add(new GeneratedCase(file.name(what), file.file(), file.fileName(), text, List.of(expected)));
    }
}
