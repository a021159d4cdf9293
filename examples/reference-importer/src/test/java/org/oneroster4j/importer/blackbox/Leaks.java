package org.oneroster4j.importer.blackbox;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.oneroster4j.importer.oracle.PlainInput;

/**
 * Looks for the people of one drop in another, value by value: as whole cells, and as whole words in other texts. Shares no
 * code with the anonymiser. For drops whose rows have as many cells as their headers, or fewer.
 */
final class Leaks {
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "users.csv",
            List.of(
                    "username",
                    "userids",
                    "givenname",
                    "familyname",
                    "middlename",
                    "identifier",
                    "email",
                    "sms",
                    "phone",
                    "password"),
            "demographics.csv",
            List.of("birthdate", "cityofbirth"),
            "results.csv",
            List.of("comment"));

    /** What is no text: ids, and what is read as something else. */
    private static final Set<String> NO_TEXTS = Set.of(
            "sourcedid",
            "status",
            "datelastmodified",
            "enableduser",
            "role",
            "type",
            "startdate",
            "enddate",
            "begindate",
            "schoolyear",
            "primary",
            "classtype",
            "sex",
            "scoredate",
            "assigndate",
            "duedate",
            "scorestatus",
            "score",
            "resultvaluemin",
            "resultvaluemax");

    private static final Set<String> WORDS_OF_ONEROSTER = Set.of(
            "true",
            "false",
            "yes",
            "no",
            "student",
            "teacher",
            "active",
            "school",
            "term",
            "other",
            "homeroom",
            "scheduled",
            "manifest",
            "version",
            "users",
            "metadata");

    private final Set<String> people = new TreeSet<>();
    private final Set<String> ids = new HashSet<>();

    private Leaks(Map<String, byte[]> drop) {
        forEachCell(drop, (file, column, cell) -> {
            if (isId(column)) {
                for (String id : cell.split(",", -1)) {
                    ids.add(key(id));
                }
            } else if (isOfPeople(file, column)) {
                for (String value : column.equals("userids") ? names(cell) : List.of(cell)) {
                    people.add(key(value));
                }
            }
        });
        people.removeIf(value -> saysNothing(value) || ids.contains(value));
    }

    /** Returns the texts of people in a drop that stand in another one. */
    static List<String> of(Map<String, byte[]> drop, Map<String, byte[]> other) {
        Leaks leaks = new Leaks(drop);
        List<String> found = new ArrayList<>();
        forEachCell(other, (file, column, cell) -> {
            if (isId(column) || NO_TEXTS.contains(column)) {
                return;
            }
            String text = key(cell);
            for (String value : leaks.people) {
                if (holds(text, value)) {
                    found.add(file + " " + column + ": <" + value + "> in <" + text + ">");
                }
            }
        });
        return found;
    }

    /** Returns how many texts of people are looked for. */
    static int lookedFor(Map<String, byte[]> drop) {
        return new Leaks(drop).people.size();
    }

    private static boolean isId(String column) {
        return column.endsWith("sourcedid") || column.endsWith("sourcedids");
    }

    private static boolean isOfPeople(String file, String column) {
        return COLUMNS.getOrDefault(file, List.of()).contains(column) || column.startsWith("metadata.");
    }

    private static List<String> names(String cell) {
        List<String> names = new ArrayList<>();
        for (String item : cell.split(",", -1)) {
            names.add(item.replaceAll("^\\s*\\{[^:]*:|}\\s*$", ""));
        }
        return names;
    }

    private static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("^[\\p{IsWhite_Space}\\p{Cf}]+|[\\p{IsWhite_Space}\\p{Cf}]+$", "");
    }

    private static boolean saysNothing(String value) {
        long letters = value.codePoints().filter(Character::isLetter).count();
        long digits = value.codePoints().filter(Character::isDigit).count();
        return letters == 0 ? digits < 5 : letters + digits < 2 || WORDS_OF_ONEROSTER.contains(value);
    }

    private static boolean holds(String text, String value) {
        for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
            int end = at + value.length();
            boolean starts = at == 0 || !isOfWord(text.codePointBefore(at)) || !isOfWord(text.codePointAt(at));
            boolean ends =
                    end == text.length() || !isOfWord(text.codePointAt(end)) || !isOfWord(text.codePointBefore(end));
            if (starts && ends) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfWord(int point) {
        return Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private interface EachCell {
        void take(String file, String column, String cell);
    }

    private static void forEachCell(Map<String, byte[]> drop, EachCell each) {
        Map<String, byte[]> files = new HashMap<>(drop);
        files.forEach((name, bytes) -> {
            List<List<String>> records = PlainInput.cells(new String(bytes, StandardCharsets.UTF_8));
            for (int row = 1; row < records.size(); row++) {
                List<String> cells = records.get(row);
                for (int i = 0; i < cells.size() && i < records.get(0).size(); i++) {
                    each.take(
                            name.toLowerCase(Locale.ROOT),
                            key(records.get(0).get(i).replace("\uFEFF", "")),
                            cells.get(i));
                }
            }
        });
    }
}
