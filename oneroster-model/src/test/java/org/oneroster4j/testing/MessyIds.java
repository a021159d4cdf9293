package org.oneroster4j.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Repeats rows of a finished draft, and puts invisible characters around ids and references. */
final class MessyIds {

    private static final Map<String, List<String>> READ = Map.of(
            SpecHeaders.USERS,
                    List.of("enabledUser", "orgSourcedIds", "role", "username", "email", "givenName", "familyName"),
            SpecHeaders.CLASSES,
                    List.of("title", "courseSourcedId", "classCode", "schoolSourcedId", "termSourcedIds", "periods"),
            SpecHeaders.ORGS, List.of("name", "identifier", "parentSourcedId"),
            SpecHeaders.COURSES, List.of("title", "courseCode"),
            SpecHeaders.SESSIONS, List.of("title", "startDate", "endDate"),
            SpecHeaders.ENROLLMENTS, List.of("role", "primary", "userSourcedId", "classSourcedId"));
    private static final Map<String, List<String>> UNREAD = Map.of(
            SpecHeaders.USERS,
                    List.of("phone", "sms", "middleName", "identifier", "grades", "password", "dateLastModified"),
            SpecHeaders.CLASSES, List.of("grades", "location", "classType", "subjects", "dateLastModified"),
            SpecHeaders.ORGS, List.of("type", "dateLastModified"),
            SpecHeaders.COURSES, List.of("grades", "subjects", "orgSourcedId", "schoolYearSourcedId"),
            SpecHeaders.SESSIONS, List.of("type", "schoolYear", "parentSourcedId"),
            SpecHeaders.ENROLLMENTS, List.of("schoolSourcedId", "dateLastModified"));
    private static final List<String> LISTS = List.of("orgSourcedIds", "termSourcedIds");

    private MessyIds() {}

    static void mess(DropPlan plan, Draft draft) {
        for (String file : SpecHeaders.DATA_FILES) {
            repeat(plan, file, draft.rows(file));
            int i = 0;
            for (Draft.Row row : draft.rows(file)) {
                pad(row, plan.dice("pad " + file, i++));
            }
        }
    }

    private static void repeat(DropPlan plan, String file, List<Draft.Row> rows) {
        List<Draft.Row> originals = new ArrayList<>(rows);
        for (int i = 0; i < originals.size(); i++) {
            Draft.Row original = originals.get(i);
            Dice dice = plan.dice("repeat " + file, i);
            if (dice.hit(Defect.REPEATED_IDS)) {
                Draft.Row copy = copy(original, file, dice);
                rows.add(dice.chance(0.7) ? rows.size() : 0, copy);
            }
            if (file.equals(SpecHeaders.ENROLLMENTS) && dice.hit(Defect.REPEATED_IDS)) {
                original.set("sourcedId", dice.pick(List.of("", "e1", "e\u0007")));
            }
        }
    }

    private static Draft.Row copy(Draft.Row original, String file, Dice dice) {
        Draft.Row copy = original.copy();
        int kind = dice.below(5);
        String read = dice.pick(READ.getOrDefault(file, List.of()));
        String unread = dice.pick(UNREAD.getOrDefault(file, List.of()));
        if (kind == 1 && !original.spared) {
            copy.set(read, other(read, copy.get(read), dice));
        } else if (kind == 2) {
            copy.set(unread, copy.get(unread) + "x");
        } else if (kind == 3) {
            copy.set(read, other(read, copy.get(read), dice));
            copy.set("status", MessyText.notLive(dice));
        } else if (kind == 4 && !read.endsWith("Date")) {
            copy.set(read, MessyText.padded(copy.get(read), dice));
        }
        return copy;
    }

    /** Another value that can be read, or the same in other letters, which is another text all the same. */
    private static String other(String column, String value, Dice dice) {
        return switch (column) {
            case "enabledUser" -> value.equals("true") ? dice.pick(List.of("TRUE", "yes", "false")) : "true";
            case "role" -> value.equals("student") ? "teacher" : "student";
            case "primary" -> value.equals("true") ? "false" : "true";
            case "startDate" -> Drops.AS_OF.minusDays(dice.between(5, 9)).toString();
            case "endDate" -> Drops.AS_OF.plusDays(dice.between(5, 9)).toString();
            case "userSourcedId" -> "u2";
            case "classSourcedId" -> "c1";
            default -> value + "x";
        };
    }

    private static void pad(Draft.Row row, Dice dice) {
        for (Map.Entry<String, String> cell : row.cells.entrySet()) {
            boolean id = cell.getKey().endsWith("ourcedId");
            boolean list = LISTS.contains(cell.getKey());
            if ((id || list) && !cell.getValue().isBlank() && dice.hit(Defect.PADDED_IDS)) {
                cell.setValue(MessyText.padded(cell.getValue(), dice));
            }
        }
    }
}
