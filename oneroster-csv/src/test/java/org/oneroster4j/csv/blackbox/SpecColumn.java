package org.oneroster4j.csv.blackbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oneroster4j.csv.ColumnKind;

/**
 * A column as section 4 of the specification has it and rule R1 of the contract weighs it, written down by hand: the
 * product's own description is compared with this, and what is expected of a defect comes from here.
 *
 * @param file the name of the file without its ending
 * @param name the header
 * @param kind the type
 * @param required whether its cells must be filled
 */
record SpecColumn(String file, String name, ColumnKind kind, boolean required) {
    private static final String FIRST = "sourcedId! ID, status TOKEN, dateLastModified TIMESTAMP, ";

    /** The columns behind the first three; {@code !} marks those that must be filled. */
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry(
                    "academicSessions",
                    "title! TEXT, type! TOKEN, startDate! DATE, endDate! DATE, parentSourcedId REFERENCE,"
                            + " schoolYear! YEAR"),
            Map.entry("categories", "title! TEXT"),
            Map.entry(
                    "classes",
                    "title! TEXT, grades TEXTS, courseSourcedId! REFERENCE, classCode TEXT, classType! TOKEN,"
                            + " location TEXT, schoolSourcedId! REFERENCE, termSourcedIds! REFERENCES,"
                            + " subjects TEXTS, subjectCodes TEXTS, periods TEXTS"),
            Map.entry("classResources", "title TEXT, classSourcedId! REFERENCE, resourceSourcedId! REFERENCE"),
            Map.entry(
                    "courses",
                    "schoolYearSourcedId REFERENCE, title! TEXT, courseCode TEXT, grades TEXTS,"
                            + " orgSourcedId! REFERENCE, subjects TEXTS, subjectCodes TEXTS"),
            Map.entry("courseResources", "title TEXT, courseSourcedId! REFERENCE, resourceSourcedId! REFERENCE"),
            Map.entry(
                    "demographics",
                    "birthDate DATE, sex TOKEN, americanIndianOrAlaskaNative BOOLEAN, asian BOOLEAN,"
                            + " blackOrAfricanAmerican BOOLEAN, nativeHawaiianOrOtherPacificIslander BOOLEAN,"
                            + " white BOOLEAN, demographicRaceTwoOrMoreRaces BOOLEAN,"
                            + " hispanicOrLatinoEthnicity BOOLEAN, countryOfBirthCode TEXT,"
                            + " stateOfBirthAbbreviation TEXT, cityOfBirth TEXT, publicSchoolResidenceStatus TEXT"),
            Map.entry(
                    "enrollments",
                    "classSourcedId! REFERENCE, schoolSourcedId! REFERENCE, userSourcedId! REFERENCE, role! TOKEN,"
                            + " primary BOOLEAN, beginDate DATE, endDate DATE"),
            Map.entry(
                    "lineItems",
                    "title! TEXT, description TEXT, assignDate! DATE, dueDate! DATE, classSourcedId! REFERENCE,"
                            + " categorySourcedId! REFERENCE, gradingPeriodSourcedId! REFERENCE,"
                            + " resultValueMin! NUMBER, resultValueMax! NUMBER"),
            Map.entry("orgs", "name! TEXT, type! TOKEN, identifier TEXT, parentSourcedId REFERENCE"),
            Map.entry(
                    "resources",
                    "vendorResourceId! TEXT, title TEXT, roles TOKENS, importance TOKEN, vendorId TEXT,"
                            + " applicationId TEXT"),
            Map.entry(
                    "results",
                    "lineItemSourcedId! REFERENCE, studentSourcedId! REFERENCE, scoreStatus! TOKEN, score! NUMBER,"
                            + " scoreDate! DATE, comment TEXT"),
            Map.entry(
                    "users",
                    "enabledUser! BOOLEAN, orgSourcedIds! REFERENCES, role! TOKEN, username! TEXT, userIds USER_IDS,"
                            + " givenName! TEXT, familyName! TEXT, middleName TEXT, identifier TEXT, email TEXT,"
                            + " sms TEXT, phone TEXT, agentSourcedIds REFERENCES, grades TEXTS, password TEXT"));

    /**
     * R1: a blank id or reference that a rule needs, or a blank role, rejects the row; enrollments need no id (R15), but one
     * that they have must be readable.
     */
    private static final Set<String> REJECT_IF_BLANK =
            Set.of("users.role", "enrollments.role", "enrollments.classSourcedId", "enrollments.userSourcedId");

    /** R1: what a rule needs and cannot read is an error, whether it costs the row, the person, the date or the value. */
    private static final Set<String> DECIDING = Set.of(
            "users.role",
            "users.orgSourcedIds",
            "users.enabledUser",
            "enrollments.role",
            "enrollments.classSourcedId",
            "enrollments.userSourcedId",
            "enrollments.primary",
            "enrollments.beginDate",
            "enrollments.endDate",
            "classes.courseSourcedId",
            "classes.schoolSourcedId",
            "classes.termSourcedIds",
            "orgs.parentSourcedId",
            "academicSessions.startDate",
            "academicSessions.endDate");

    /** The columns of a file, in the order of the specification. */
    static List<SpecColumn> of(String file) {
        List<SpecColumn> columns = new ArrayList<>();
        for (String column : (FIRST + FILES.get(file)).split(", ", -1)) {
            List<String> words = Arrays.asList(column.split(" ", -1));
            String name = words.get(0);
            boolean required = name.endsWith("!");
            columns.add(new SpecColumn(
                    file,
                    required ? name.substring(0, name.length() - 1) : name,
                    ColumnKind.valueOf(words.get(1)),
                    required));
        }
        return columns;
    }

    static Set<String> files() {
        return FILES.keySet();
    }

    private String key() {
        return file + "." + name;
    }

    private boolean ownId() {
        return name.equals("sourcedId") && !file.equals("enrollments");
    }

    boolean rejectsIfBlank() {
        return ownId() || REJECT_IF_BLANK.contains(key());
    }

    boolean deciding() {
        return name.equals("sourcedId") || isStatus() || DECIDING.contains(key());
    }

    /** R1 day first: whether the dates of the column show how the dates of the drop are written. */
    boolean showsDateOrder() {
        return kind == ColumnKind.DATE && (file.equals("enrollments") || file.equals("academicSessions"));
    }

    /** Whether text that is no address breaks a constraint. */
    boolean isEmail() {
        return key().equals("users.email");
    }

    /** Whether a date before that of the sound drop is before the begin of what ends there. */
    boolean isEnd() {
        return name.equals("endDate") || name.equals("dueDate");
    }

    /** R1: an end of an enrollment before 1980 is a placeholder. */
    boolean mayBePlaceholder() {
        return key().equals("enrollments.endDate");
    }

    /** R3: a blank cell is unreadable where another row says true. */
    boolean isEnabledUser() {
        return key().equals("users.enabledUser");
    }

    boolean isStatus() {
        return name.equals("status");
    }

    boolean isDateOfChange() {
        return name.equals("dateLastModified");
    }

    boolean isList() {
        return switch (kind) {
            case REFERENCES, TEXTS, TOKENS, USER_IDS -> true;
            default -> false;
        };
    }

    boolean isId() {
        return switch (kind) {
            case ID, REFERENCE, REFERENCES -> true;
            default -> false;
        };
    }

    /** Whether any text will do, so that nothing in it makes it unreadable. */
    boolean isFree() {
        return switch (kind) {
            case TEXT, TEXTS, USER_IDS -> true;
            default -> false;
        };
    }
}
