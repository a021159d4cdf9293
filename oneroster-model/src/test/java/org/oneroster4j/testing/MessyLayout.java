package org.oneroster4j.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a draft down: the manifest, the files that are there, their columns, and rows that do not fit them. */
final class MessyLayout {

    private static final List<String> OPTIONAL_FILES =
            List.of(SpecHeaders.ORGS, SpecHeaders.SESSIONS, SpecHeaders.COURSES);
    private static final List<String> EXTRA_HEADERS = List.of("metadata.x", "metadata.House Team", "unknownColumn", "");
    private static final List<String> EXTRA_VALUES = List.of("", "", "x", "blue, green", "=1+1", "2026-10-15");

    private final DropPlan plan;
    private final Draft draft;

    private MessyLayout(DropPlan plan, Draft draft) {
        this.plan = plan;
        this.draft = draft;
    }

    static TextDrop write(DropPlan plan, Draft draft) {
        MessyLayout layout = new MessyLayout(plan, draft);
        List<String> files = new ArrayList<>();
        for (int i = 0; i < SpecHeaders.DATA_FILES.size(); i++) {
            String file = SpecHeaders.DATA_FILES.get(i);
            boolean missing = plan.dice("missing", i).hit(Defect.MISSING_FILES) && OPTIONAL_FILES.contains(file);
            if (!missing) {
                files.add(file);
            }
        }
        TextDrop drop = layout.manifest(TextDrop.empty(), files);
        for (String file : files) {
            drop = layout.write(drop, file);
        }
        return drop;
    }

    private TextDrop manifest(TextDrop drop, List<String> files) {
        Dice dice = plan.dice("manifest", 0);
        if (dice.hit(Defect.MISSING_FILES)) {
            return drop;
        }
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("manifest.version", "1.0");
        properties.put("oneroster.version", dice.hit(Defect.SPELLING) ? "1.1.1" : "1.1");
        for (String name : SpecHeaders.MANIFEST_FILES) {
            // A feed that loses a file often goes on announcing it.
            boolean late = dice.hit(Defect.MISSING_FILES) && isOptional(name) && dice.chance(0.3);
            boolean announced = files.contains(name + ".csv") || late;
            String value = MessyText.token(announced ? "bulk" : "absent", dice);
            properties.put(
                    "file." + name,
                    dice.hit(Defect.MANIFEST_UNREADABLE) ? dice.pick(List.of("full", "", "bulk,absent")) : value);
        }
        TextDrop filled = drop.file(SpecHeaders.MANIFEST, SpecHeaders.of(SpecHeaders.MANIFEST));
        for (Map.Entry<String, String> property : properties.entrySet()) {
            filled = filled.rawRow(SpecHeaders.MANIFEST, List.of(property.getKey(), property.getValue()));
        }
        return filled;
    }

    private static boolean isOptional(String name) {
        return OPTIONAL_FILES.contains(name + ".csv");
    }

    private TextDrop write(TextDrop drop, String file) {
        Dice dice = plan.dice("columns " + file, 0);
        List<String> columns = new ArrayList<>(SpecHeaders.of(file));
        for (String extra : EXTRA_HEADERS) {
            if (dice.hit(Defect.EXTRA_COLUMNS) && dice.chance(0.5)) {
                columns.add(dice.chance(0.6) ? columns.size() : dice.below(columns.size()), extra);
            }
        }
        String lost =
                dice.pick(List.of("status", "enabledUser", "termSourcedIds", "endDate", "schoolSourcedId", "title"));
        boolean isLost = dice.hit(Defect.COLUMNS_MISSING) && columns.contains(lost);
        if (isLost && dice.chance(0.7)) {
            columns.remove(lost);
        }
        TextDrop written = drop.file(
                file,
                columns.stream()
                        .map(column -> isLost && column.equals(lost) ? column + "s" : headerForm(column, dice))
                        .toList());
        int blanks = dice.hit(Defect.TRAILING_BLANKS) ? dice.between(1, 3) : 0;
        boolean all = dice.chance(0.7);
        int i = 0;
        for (Draft.Row row : draft.rows(file)) {
            Dice own = plan.dice("row " + file, i);
            List<String> cells = cells(row, columns, own);
            for (int more = 0; more < blanks && (all || i % 7 != 3); more++) {
                cells.add(own.pick(List.of("", " ")));
            }
            written = written.rawRow(file, cells);
            if (own.hit(Defect.BLANK_ROWS)) {
                written = written.rawRow(
                        file, own.pick(List.of(List.of("", "", ""), List.of(" "), List.of("", "\u00A0"))));
            }
            i++;
        }
        return written;
    }

    private static String headerForm(String header, Dice dice) {
        if (header.isEmpty() || !dice.hit(Defect.HEADER_FORMS)) {
            return header;
        }
        return switch (dice.below(5)) {
            case 0 -> header.toUpperCase(Locale.ROOT);
            case 1 -> header.toLowerCase(Locale.ROOT);
            case 2 -> MessyText.capitalized(header) + " ";
            case 3 -> "\u00A0" + header;
            default -> " " + header + "\u200B";
        };
    }

    private static List<String> cells(Draft.Row row, List<String> columns, Dice dice) {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            boolean extra = EXTRA_HEADERS.contains(column);
            cells.add(!extra ? row.get(column) : column.isEmpty() ? "" : dice.pick(EXTRA_VALUES));
        }
        if (dice.hit(Defect.RAGGED) && !row.spared) {
            makeRagged(cells, dice);
        }
        return cells;
    }

    private static void makeRagged(List<String> cells, Dice dice) {
        switch (dice.below(5)) {
            case 0 -> cells.addAll(dice.pick(List.of(List.of(""), List.of("", "", ""))));
            case 1 -> dropBlanks(cells);
            case 2 -> cells.addAll(dice.pick(List.of(List.of("x"), List.of("", "shifted"), List.of("2026-10-15", ""))));
            case 3 ->
                cells.set(
                        dice.below(cells.size()),
                        dice.pick(List.of("a\nb, c", "a\nb", "x, y\nz", "q\r\n,", "a\u2028b, c")));
            default -> {
                dropBlanks(cells);
                cells.subList(Math.max(1, cells.size() - dice.between(1, 3)), cells.size())
                        .clear();
            }
        }
    }

    private static void dropBlanks(List<String> cells) {
        while (cells.size() > 1 && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
    }
}
