package org.oneroster4j.importer.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oneroster4j.importer.oracle.PlainInput.Row;

/**
 * A slow and plain reading of the contract, made from its text alone, to check the product against. One method per rule;
 * maps are sorted by UTF-16 code unit throughout, so that "the order of rows and of columns in the input never changes the
 * output" (R16).
 */
public final class PlainConversion {

    /** What the contract lets a user choose, as far as the mapping is concerned. */
    public record Settings(
            String identity,
            LocalDate asOf,
            List<String> schools,
            int maxUsers,
            int maxClasses,
            boolean keepEmptyGroups,
            boolean assignedStaffOnly,
            String nameTemplate,
            boolean honourEnrollmentDates,
            boolean honourTerms,
            int leadDays,
            int lagDays,
            Set<String> accessRoles,
            boolean shortRowsBlank,
            boolean acceptLastRow,
            String dateOrder, // "" when judged from the drop, "month-first", "day-first"
            String blankEnabledUser, // "reject", "enabled", "disabled"
            boolean takeTermless,
            Set<String> exclude,
            Set<String> withoutColumns) {

        /** The defaults of the contract. */
        public static Settings of(String identity, LocalDate asOf) {
            return new Settings(
                    identity,
                    asOf,
                    List.of(),
                    5000,
                    1200,
                    false,
                    false,
                    PlainNames.DEFAULT_TEMPLATE,
                    true,
                    true,
                    0,
                    0,
                    Set.copyOf(USED_STAFF_ROLES),
                    false,
                    false,
                    "",
                    "reject",
                    false,
                    Set.of(),
                    Set.of());
        }
    }

    /** State "published", "rejected" or "usage-error"; the files are those that would be written. */
    public record Result(
            String state,
            List<String> reasons,
            Map<String, byte[]> files,
            Map<String, Integer> counts,
            Map<String, Integer> leftOut) {}

    /**
     * "under the codes of R1 to R15 and, in that order after them, dangling-enrollment, group-not-written, not-enrolled":
     * "ragged-row, not-live, unreadable-value, then by the number of the rule"; stray-quote directly after ragged-row,
     * excluded "after unreadable-value".
     */
    private static final List<String> CODES = List.of(
            "ragged-row",
            "stray-quote",
            "not-live",
            "unreadable-value",
            "excluded",
            "role-not-used",
            "disabled-user",
            "missing-identity",
            "unsafe-identity",
            "ambiguous-identity",
            "outside-school-filter",
            "class-not-current",
            "outside-dates",
            "class-not-taken",
            "user-left-out",
            "role-conflict",
            "staff-as-student",
            "role-without-access",
            "empty-group",
            "not-assigned",
            "group-name-collision",
            "repeated-record",
            "conflicting-records",
            "dangling-enrollment",
            "group-not-written",
            "not-enrolled");
    /** The disposition of a row that R5 merged into another one; not counted in leftOut. */
    private static final String MERGED = "merged-identity";

    private static final List<String> USED_STAFF_ROLES = List.of("teacher", "administrator", "aide", "proctor");
    private static final List<String> UNUSED_ROLES = List.of("guardian", "parent", "relative");
    /** "an end before 1980 too: a placeholder". */
    private static final LocalDate FIRST_END = LocalDate.of(1980, 1, 1);

    /** A person as Impero will know one: the record that represents the person and all records that were merged. */
    private record Person(Row representative, List<Row> records, boolean staff) {
        String id() {
            return representative.id();
        }
    }

    /** What R15 makes of one file. */
    private static final class Distinct {
        final Map<String, Row> byId = new TreeMap<>(); // the row that counts
        final Map<Row, Row> extras = new LinkedHashMap<>(); // a further equal row, and the one that counts
        final List<Row> conflicting = new ArrayList<>();
    }

    private final PlainInput.Drop drop;
    private final Settings settings;
    private final PlainNames template;
    private final Set<String> reasons = new TreeSet<>();
    private final Set<String> describedUsers;
    private final Set<String> describedClasses;
    private final Set<String> usersOfUnusedRoles = new TreeSet<>();
    /** How dates of the form A/B/YYYY are read. */
    private final String order;
    /** Whether a "live row of the file that R1 does not reject says true". */
    private final boolean someoneIsEnabled;
    /** Whether a "class of the file (live, not rejected) names a term". */
    private final boolean someClassNamesATerm;

    private Distinct users;
    private Distinct classes;
    private Distinct orgs;
    private Distinct courses;
    private Distinct sessions;
    /** The org ids of the school filter; null: no filter. */
    private Set<String> filter;

    private final Map<String, Person> personByUserId = new TreeMap<>();
    private final Map<String, Row> taken = new TreeMap<>();
    private final Map<String, Map<String, Person>> members = new TreeMap<>(); // class id, person id
    private final Map<String, Map<String, List<Row>>> access =
            new TreeMap<>(); // class id, person id, the rows that give it
    private final Map<Row, String> classOfCountedEnrollment = new LinkedHashMap<>();
    private Map<String, String> groupNames = new TreeMap<>(); // written groups
    private final Map<String, Person> written = new TreeMap<>(); // the people of users.csv

    private PlainConversion(PlainInput.Drop drop, Settings settings, PlainNames template) {
        this.drop = drop;
        this.settings = settings;
        this.template = template;
        describedUsers = drop.describedIds("users");
        describedClasses = drop.describedIds("classes");
        order = r1DayFirst(drop, settings);
        someoneIsEnabled = drop.readable("users").stream()
                .anyMatch(user -> Boolean.TRUE.equals(PlainInput.bool(user.get("enabledUser"))));
        someClassNamesATerm = drop.readable("classes").stream()
                .anyMatch(clazz -> !terms(clazz).isEmpty());
    }

    /** The conversion of a drop (file name to bytes); nothing is read or written but the arguments. */
    public static Result convert(Map<String, byte[]> drop, Settings settings) {
        return convert(drop, settings, Map.of());
    }

    /**
     * The conversion of a drop where a full drop is stored.
     *
     * @param stored the stored full drop, for file-gone, column-emptied and missing-header; empty: none
     */
    public static Result convert(Map<String, byte[]> drop, Settings settings, Map<String, byte[]> stored) {
        PlainNames template;
        try {
            template = new PlainNames(settings.nameTemplate());
        } catch (IllegalArgumentException e) {
            return stopped("usage-error", List.of());
        }
        if (!List.of("username", "email").contains(settings.identity())) {
            return stopped("usage-error", List.of());
        }
        PlainInput.Drop read = read(drop, settings);
        List<String> stops = read.fileLevelStops(settings, stored.isEmpty() ? null : read(stored, settings), false);
        if (!stops.isEmpty()) {
            return stopped("rejected", stops); // "Any of those down to undecodable-text and the mapping is not run"
        }
        return new PlainConversion(read, settings, template).map();
    }

    /** The drop with the rows that R1 rejects marked. */
    static PlainInput.Drop read(Map<String, byte[]> files, Settings settings) {
        PlainInput.Drop drop = new PlainInput.Drop(files);
        for (String file : PlainInput.MAPPED) {
            if (drop.has(file)) {
                r1Shape(drop.tables.get(file), settings);
            }
            for (Row row : drop.rows(file)) {
                r1Rows(file, row);
            }
        }
        return drop;
    }

    private static Result stopped(String state, List<String> reasons) {
        return new Result(state, reasons, Map.of(), counts(0, 0, 0, 0, 0), Map.of());
    }

    private Result map() {
        for (Row row : drop.readable("users")) {
            r1UnreadableEnabledUser(row);
        }
        for (Row row : drop.readable("enrollments")) {
            r1UnreadableDates(row);
        }
        orgs = r15RepeatedIds("orgs", List.of("name", "identifier", "parentSourcedId"));
        if (!schoolFilter()) {
            return stopped("usage-error", List.of());
        }
        courses = r15RepeatedIds("courses", List.of("title", "courseCode"));
        sessions = r15RepeatedIds("academicSessions", List.of("title", "startDate", "endDate"));
        for (Row row : drop.readable("users")) {
            exclude(row);
            r2People(row);
            r3Disabled(row);
            r4Identity(row);
        }
        users = r15RepeatedIds(
                "users",
                List.of("enabledUser", "orgSourcedIds", "role", "username", "email", "givenName", "familyName"));
        r5SharedIdentity();
        for (Row row : drop.readable("classes")) {
            exclude(row);
            r6Classes(row);
        }
        classes = r15RepeatedIds(
                "classes",
                List.of("title", "courseSourcedId", "classCode", "schoolSourcedId", "termSourcedIds", "periods"));
        for (Row row : classes.byId.values()) {
            if (row.disposition == null) {
                taken.put(row.id(), row);
            }
        }
        r2TheirEnrollmentsToo();
        for (Row row : drop.readable("enrollments")) {
            r7Enrollments(row);
        }
        r11Groups();
        r12ConsoleUsers();
        for (Person person : personByUserId.values()) {
            if (!person.staff && !written.containsKey(person.id())) {
                leaveOut(person.representative, "not-enrolled"); // "a student in no written group"
            }
        }
        shareDispositions(users);
        shareDispositions(classes);

        tooManyRejectedRows();
        tooManyMissingIdentities();
        tooManyDanglingEnrollments();
        tooManyConflictingRecords();
        tooManyRoleConflicts();
        nothingLeft();
        r14Caps();
        return result();
    }

    /** Notes the first code that applies. */
    private static void leaveOut(Row row, String code) {
        if (row.disposition == null) {
            row.disposition = code;
        }
    }

    private static String role(Row row) {
        return PlainInput.token(row.get("role"));
    }

    // ---------------------------------------------------------------- rules

    /**
     * "A row with another number of cells than the header is rejected (ragged-row ...)"; "so is one with a cell ... that holds
     * a line break and, anywhere after it, a comma"; "A last row that no line break ends ... is rejected likewise". Text
     * after a closing quote is a rejection of the reader, which comes before all of these.
     */
    private static void r1Shape(PlainInput.Table table, Settings settings) {
        boolean ignoresCellsBeyond = table.ignoresCellsBeyondHeader();
        for (Row row : table.rows) {
            if (row.line.strayQuote()) {
                row.misshapen = true;
                leaveOut(row, "stray-quote");
                continue;
            }
            int cells = row.line.cells().size();
            boolean lacking = cells < table.header.size() && !r1ShortRows(table, row, settings);
            boolean beyond = cells > table.header.size() && !ignoresCellsBeyond;
            boolean cut = !settings.acceptLastRow() && table.mayBeCut(row, settings.identity());
            if (lacking || beyond || cut || table.hasTakenInOtherRows(row)) {
                row.misshapen = true;
                leaveOut(row, "ragged-row");
            }
        }
    }

    /**
     * "With the setting shortRows: blank ... what is not there is blank, but not in a column that decides." A short last row
     * that no line break ends may be cut.
     */
    private static boolean r1ShortRows(PlainInput.Table table, Row row, Settings settings) {
        List<String> notThere = table.header.subList(row.line.cells().size(), table.header.size());
        return settings.shortRowsBlank()
                && PlainInput.decidingColumns(table.file).stream().noneMatch(notThere::contains)
                && (row.line.ended() || settings.acceptLastRow());
    }

    /**
     * "status blank or active; tobedeleted and the old inactive are not live"; "an unknown or blank role (the eight of
     * users.role are known in both files), an unknown status, a blank id or reference, or one that holds Cc, Zl or Zp,
     * rejects the row". A row that is not live is rejected only for its shape or its own id: a sender may leave the other
     * cells of a deleted record blank.
     */
    private static void r1Rows(String file, Row row) {
        String status = PlainInput.token(row.get("status"));
        boolean notLive = List.of("tobedeleted", "inactive").contains(status);
        row.live = List.of("", "active").contains(status);
        boolean badOwnId = file.equals("enrollments")
                ? PlainInput.containsControlOrSeparator(row.id()) // "Enrollments may lack an id"
                : badId(row.id());
        if (notLive) {
            row.rejected = row.misshapen || badOwnId;
            leaveOut(row, "not-live");
            return;
        }
        boolean unreadable = !row.live || badOwnId;
        if (file.equals("enrollments")) {
            unreadable |= badId(row.get("classSourcedId")) || badId(row.get("userSourcedId"));
        }
        if (file.equals("users") || file.equals("enrollments")) {
            String role = role(row);
            unreadable |= !role.equals("student") && !USED_STAFF_ROLES.contains(role) && !UNUSED_ROLES.contains(role);
        }
        // references that may be blank
        List<String> references = switch (file) {
            case "users" -> PlainInput.list(row.get("orgSourcedIds"));
            case "classes" ->
                joined(
                        List.of(row.get("courseSourcedId"), row.get("schoolSourcedId")),
                        PlainInput.list(row.get("termSourcedIds")));
            case "orgs" -> List.of(row.get("parentSourcedId"));
            default -> List.of();
        };
        unreadable |= references.stream().anyMatch(PlainInput::containsControlOrSeparator);
        row.rejected = row.misshapen || unreadable;
        if (unreadable) {
            leaveOut(row, "unreadable-value");
        }
    }

    /**
     * "Where a live row that is not rejected has, in a date column that the mapping reads, a date A/B/YYYY with A over 12 and
     * B at most 12, the drop is written day first: no date of the form A/B/YYYY in any of its files can be read". "The
     * setting dateOrder: month-first or day-first decides instead."
     */
    private static String r1DayFirst(PlainInput.Drop drop, Settings settings) {
        if (!settings.dateOrder().isEmpty()) {
            return settings.dateOrder();
        }
        Map<String, List<String>> columns = Map.of(
                "enrollments", List.of("beginDate", "endDate"), "academicSessions", List.of("startDate", "endDate"));
        for (String file : columns.keySet()) {
            for (Row row : drop.readable(file)) {
                if (columns.get(file).stream().anyMatch(column -> PlainInput.provesDayFirst(row.get(column)))) {
                    return PlainInput.NEITHER;
                }
            }
        }
        return PlainInput.MONTH_FIRST;
    }

    /** "an unreadable enabledUser takes the record out". */
    private void r1UnreadableEnabledUser(Row user) {
        if (enabled(user) == null) {
            leaveOut(user, "unreadable-value");
        }
    }

    /** "an unreadable date (an end before 1980 too: a placeholder) the enrollment". */
    private void r1UnreadableDates(Row enrollment) {
        LocalDate end = date(enrollment, "endDate");
        if (unreadableDate(enrollment, "beginDate")
                || unreadableDate(enrollment, "endDate")
                || (end != null && end.isBefore(FIRST_END))) {
            leaveOut(enrollment, "unreadable-value");
        }
    }

    private LocalDate date(Row row, String column) {
        return PlainInput.date(row.get(column), order);
    }

    private boolean unreadableDate(Row row, String column) {
        return !row.get(column).isEmpty() && date(row, column) == null;
    }

    private static boolean badId(String id) {
        return id.isEmpty() || PlainInput.containsControlOrSeparator(id);
    }

    private static List<String> joined(List<String> a, List<String> b) {
        List<String> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    /** "guardian, parent, relative are never written anywhere (role-not-used, notice, their enrollments too)". */
    private static void r2People(Row user) {
        if (UNUSED_ROLES.contains(role(user))) {
            leaveOut(user, "role-not-used");
        }
    }

    /**
     * The setting exclude: "their records are taken out after R15 and before R2 and R6 (excluded, notice; counted under that
     * code, after unreadable-value". Entries are ids, so they are trimmed and otherwise exact.
     */
    private void exclude(Row row) {
        if (isExcluded(row)) {
            leaveOut(row, "excluded");
        }
    }

    private boolean isExcluded(Row row) {
        return settings.exclude().stream()
                .anyMatch(entry -> PlainInput.trim(entry).equals(row.id()));
    }

    /**
     * The users whose enrollments are role-not-used too: every live row with that id that R1 does not reject has such a role.
     * An excluded record is taken out "before R2".
     */
    private void r2TheirEnrollmentsToo() {
        for (Row user : drop.readable("users")) {
            if (UNUSED_ROLES.contains(role(user)) && !isExcluded(user)) {
                usersOfUnusedRoles.add(user.id());
            }
        }
        for (Row user : drop.readable("users")) {
            if (!UNUSED_ROLES.contains(role(user))) {
                usersOfUnusedRoles.remove(user.id());
            }
        }
    }

    /** "enabledUser false takes the record out of everything (disabled-user)". */
    private void r3Disabled(Row user) {
        if (Boolean.FALSE.equals(enabled(user))) {
            leaveOut(user, "disabled-user");
        }
    }

    /**
     * "Blank counts as true where no live row of the file that R1 does not reject says true (true, yes, 1); where one does, a
     * blank one is unreadable ...: setting blankEnabledUser: enabled, disabled or reject (default, as said)". Null when it is
     * unreadable.
     */
    private Boolean enabled(Row user) {
        String cell = user.get("enabledUser");
        if (!cell.isEmpty()) {
            return PlainInput.bool(cell);
        }
        return switch (settings.blankEnabledUser()) {
            case "enabled" -> Boolean.TRUE;
            case "disabled" -> Boolean.FALSE; // our reading: of every blank one, whatever the other rows say
            default -> someoneIsEnabled ? null : Boolean.TRUE;
        };
    }

    /** "A person whose identity is blank is left out (missing-identity); one whose identity holds ... (unsafe-identity)". */
    private void r4Identity(Row user) {
        String identity = identity(user);
        if (identity.isEmpty()) {
            leaveOut(user, "missing-identity");
        } else if (unsafe(settings.identity(), identity)) {
            leaveOut(user, "unsafe-identity");
        }
    }

    /** "The chosen field, trimmed, NFC, case as given". */
    private String identity(Row user) {
        return PlainInput.nfc(user.get(settings.identity()));
    }

    /**
     * "one whose identity holds Cc, Cf, Zl, Zp, U+FFFD, *, ?, \", , or ;, or starts with ! ..., or is an email that has not
     * exactly one @ with something before and after it".
     */
    private static boolean unsafe(String column, String identity) {
        boolean unsafeCharacter = identity.codePoints()
                .anyMatch(c -> PlainInput.isControlOrSeparator(c)
                        || PlainInput.isFormat(c)
                        || c == 0xFFFD
                        || "*?\",;".indexOf(c) >= 0);
        int at = identity.indexOf('@');
        boolean isAddress = at > 0 && at == identity.lastIndexOf('@') && at < identity.length() - 1;
        return unsafeCharacter || identity.startsWith("!") || (column.equals("email") && !isAddress);
    }

    /** "People left after R4 whose identity keys are equal". */
    private void r5SharedIdentity() {
        Map<String, List<Row>> byKey = new TreeMap<>();
        for (Row user : users.byId.values()) { // by sourcedId, so that the lowest comes first
            if (user.disposition == null) {
                byKey.computeIfAbsent(PlainInput.key(identity(user)), k -> new ArrayList<>())
                        .add(user);
            }
        }
        for (List<Row> records : byKey.values()) {
            long students = records.stream()
                    .filter(user -> role(user).equals("student"))
                    .count();
            boolean allStaff = students == 0;
            boolean allStudents = students == records.size();
            if (!(allStaff && oneOfStaff(records)) && !(allStudents && oneStudent(records))) {
                // "Else (students with different names, a shared office login of different staff, a student and staff):
                // all
                // left out"
                records.forEach(user -> leaveOut(user, "ambiguous-identity"));
                continue;
            }
            // "one console user, groups united, the record with the lowest sourcedId represents them"
            Person person = new Person(records.get(0), records, allStaff);
            for (Row user : records) {
                personByUserId.put(user.id(), person);
                if (user != person.representative) {
                    leaveOut(user, MERGED);
                }
            }
        }
    }

    /** "all staff, any two with the same given or the same family name (cleaned, compared by key, not blank)". */
    private static boolean oneOfStaff(List<Row> records) {
        for (Row a : records) {
            for (Row b : records) {
                if (a != b && !sameName(a, b, "givenName") && !sameName(a, b, "familyName")) {
                    return false;
                }
            }
        }
        return true;
    }

    /** "All students with the same given and family name, neither blank". */
    private static boolean oneStudent(List<Row> records) {
        Row first = records.get(0);
        return records.stream()
                .skip(1)
                .allMatch(user -> sameName(first, user, "givenName") && sameName(first, user, "familyName"));
    }

    private static boolean sameName(Row a, Row b, String column) {
        return !nameKey(a, column).isEmpty() && nameKey(a, column).equals(nameKey(b, column));
    }

    /** "cleaned, compared by key". */
    static String nameKey(Row user, String column) {
        return PlainInput.key(PlainInput.clean(user.get(column)));
    }

    /** "A class is taken when it passes the school filter and is current". */
    private void r6Classes(Row clazz) {
        if (!inFilter(clazz)) {
            leaveOut(clazz, "outside-school-filter");
        } else if (!current(clazz)) {
            leaveOut(clazz, "class-not-current");
        }
    }

    private boolean inFilter(Row clazz) {
        return filter == null || filter.contains(clazz.get("schoolSourcedId"));
    }

    /**
     * "at least one of the terms it names covers the as-of date"; "No academicSessions file, or no class of the file (live,
     * not rejected) names a term: taken"; "A class that names none where others do: not current, unless the setting is
     * termless: take"; "A term that no row describes (the file may have none), or whose rows are not live, rejected or in
     * conflict (R15), covers no day".
     */
    private boolean current(Row clazz) {
        if (!settings.honourTerms()) {
            return true; // SETTINGS.md: "whether a class is taken only while one of its terms lasts"
        }
        if (!drop.has("academicSessions") || !someClassNamesATerm) {
            return true;
        }
        if (terms(clazz).isEmpty()) {
            return settings.takeTermless();
        }
        for (String term : terms(clazz)) {
            Row session = sessions.byId.get(term);
            if (session != null) {
                LocalDate start = date(session, "startDate");
                LocalDate end = date(session, "endDate");
                // "a term with a blank or unreadable date, or an end before its start, covers no day"; "start <= as-of
                // <=
                // end, both inclusive"
                if (start != null && end != null && !outside(start, end)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> terms(Row clazz) {
        return PlainInput.list(clazz.get("termSourcedIds"));
    }

    /** SETTINGS.md: leadDays before the begin, lagDays after the end; "one that ends before it begins never counts". */
    private boolean outside(LocalDate begin, LocalDate end) {
        if (begin != null && end != null && end.isBefore(begin)) {
            return true;
        }
        return (begin != null && settings.asOf().isBefore(begin.minusDays(settings.leadDays())))
                || (end != null && settings.asOf().isAfter(end.plusDays(settings.lagDays())));
    }

    /** R7, and R2, R8, R9 and R10 for the row; the codes in the order of the rules. */
    private void r7Enrollments(Row row) {
        String classId = row.get("classSourcedId");
        String userId = row.get("userSourcedId");
        Person person = personByUserId.get(userId);
        boolean classDescribed = describedClasses.contains(classId);
        boolean userDescribed = describedUsers.contains(userId);
        boolean staffRole = USED_STAFF_ROLES.contains(role(row));

        if (UNUSED_ROLES.contains(role(row)) || usersOfUnusedRoles.contains(userId)) {
            leaveOut(row, "role-not-used"); // "their enrollments too"
        }
        LocalDate begin = date(row, "beginDate");
        LocalDate end = date(row, "endDate");
        if (settings.honourEnrollmentDates() && outside(begin, end)) {
            leaveOut(row, "outside-dates"); // "begin <= as-of <= end, both inclusive, a blank begin or end open"
        }
        if (classDescribed && !taken.containsKey(classId)) {
            leaveOut(row, "class-not-taken");
        }
        if (userDescribed && person == null) {
            leaveOut(row, "user-left-out");
        }
        // "Both judge the row: another row of the same person and class may still count."
        if (person != null && !person.staff && staffRole) {
            leaveOut(row, "role-conflict"); // "A student in a staff role of enrollment: neither membership nor access"
        }
        if (person != null && person.staff && !staffRole) {
            leaveOut(row, "staff-as-student"); // "Staff enrolled as students: no membership"
        }
        if (person != null
                && person.staff
                && staffRole
                && !settings.accessRoles().contains(role(row))) {
            leaveOut(row, "role-without-access"); // SETTINGS.md: "which roles of enrollments give access"
        }
        if (!classDescribed || !userDescribed) {
            leaveOut(row, "dangling-enrollment");
        }
        if (row.disposition != null) {
            return;
        }
        // "Several rows for the same person and class make one membership or one access."
        classOfCountedEnrollment.put(row, classId);
        if (staffRole) {
            r9Access(row, classId, person);
        } else {
            r8Member(classId, person);
        }
    }

    /** "enrollments.role student and users.role student". */
    private void r8Member(String classId, Person student) {
        members.computeIfAbsent(classId, k -> new TreeMap<>()).put(student.id(), student);
    }

    /** "enrollments.role teacher, administrator, aide or proctor and the user is staff". */
    private void r9Access(Row row, String classId, Person staff) {
        access.computeIfAbsent(classId, k -> new TreeMap<>())
                .computeIfAbsent(staff.id(), k -> new ArrayList<>())
                .add(row);
    }

    /**
     * "One group per class taken, keyed by the class sourcedId, never merged by name. A class without members is left out
     * (empty-group); emptyGroups: keep keeps it".
     */
    private void r11Groups() {
        Map<String, Map<String, String>> fields = new TreeMap<>();
        for (Row clazz : taken.values()) {
            if (members.containsKey(clazz.id()) || settings.keepEmptyGroups()) {
                fields.put(clazz.id(), nameFields(clazz));
            } else {
                leaveOut(clazz, "empty-group");
            }
        }
        groupNames = template.r13Names(fields);
        for (String id : fields.keySet()) {
            if (!groupNames.containsKey(id)) {
                leaveOut(taken.get(id), "group-name-collision");
            }
        }
        // "Memberships and accesses count only in groups that are written."
        members.keySet().retainAll(groupNames.keySet());
        access.keySet().retainAll(groupNames.keySet());
        classOfCountedEnrollment.forEach((row, classId) -> {
            if (!groupNames.containsKey(classId)) {
                leaveOut(row, "group-not-written"); // "an enrollment of a class that has no group"
            }
        });
        members.values().forEach(written::putAll);
    }

    /** The fields of R13, "each cleaned". */
    private Map<String, String> nameFields(Row clazz) {
        // "teachers (family names of those whose access to the class is as teacher, by userId, joined by `, `)"
        List<String> teachers = new ArrayList<>();
        for (Map.Entry<String, List<Row>> entry :
                access.getOrDefault(clazz.id(), Map.of()).entrySet()) {
            String familyName = PlainInput.clean(
                    personByUserId.get(entry.getKey()).representative.get("familyName"));
            if (accessRole(entry.getValue()).equals("teacher") && !familyName.isEmpty()) {
                teachers.add(familyName);
            }
        }
        Map<String, String> fields = new TreeMap<>();
        fields.put("title", clazz.get("title"));
        fields.put("classCode", clazz.get("classCode"));
        fields.put("sourcedId", clazz.id());
        fields.put("courseTitle", found(courses, clazz.get("courseSourcedId"), "title"));
        fields.put("courseCode", found(courses, clazz.get("courseSourcedId"), "courseCode"));
        fields.put("schoolName", found(orgs, clazz.get("schoolSourcedId"), "name"));
        fields.put("schoolId", clazz.get("schoolSourcedId"));
        fields.put("periods", clazz.get("periods"));
        fields.put("teachers", String.join(", ", teachers));
        fields.replaceAll((field, value) -> PlainInput.clean(value));
        return fields;
    }

    /** "the title or name of a course or org that is not found is blank". */
    private static String found(Distinct file, String id, String column) {
        return file.byId.containsKey(id) ? file.byId.get(id).get(column) : "";
    }

    /** "role the first of teacher, aide, administrator, proctor that the person has in that class". */
    private static String accessRole(List<Row> rows) {
        for (String role : List.of("teacher", "aide", "administrator", "proctor")) {
            if (rows.stream().anyMatch(row -> role(row).equals(role))) {
                return role;
            }
        }
        throw new IllegalStateException("an access right without a role");
    }

    /**
     * "All staff left after R3 to R5, with or without a group. consoleStaff: assigned: only those with access to a written
     * group. With a school filter: those with access to a written group, and those one of whose records has an orgSourcedId
     * in the filter (not-assigned)".
     */
    private void r12ConsoleUsers() {
        for (Person person : personByUserId.values()) {
            if (!person.staff) {
                continue;
            }
            boolean hasAccess = access.values().stream().anyMatch(people -> people.containsKey(person.id()));
            boolean console = hasAccess;
            if (!settings.assignedStaffOnly()) {
                console |= filter == null
                        || person.records.stream()
                                .anyMatch(user -> PlainInput.list(user.get("orgSourcedIds")).stream()
                                        .anyMatch(filter::contains));
            }
            if (console) {
                written.put(person.id(), person);
            } else {
                leaveOut(person.representative, "not-assigned");
            }
        }
    }

    /** "at most 5000 users (distinct identities written: members and console users, once each) and 1200 classes (groups written)". */
    private void r14Caps() {
        if (written.size() > settings.maxUsers()) {
            reasons.add("too-many-users");
        }
        if (groupNames.size() > settings.maxClasses()) {
            reasons.add("too-many-classes");
        }
    }

    /**
     * "Live rows of one file with the same sourcedId: equal in what the mapping reads, one of them counts (repeated-record,
     * notice); else all of them are left out (conflicting-records, error)"; "where one row of an id is live and another is
     * not, none counts (conflicting-records, error; the live ones are counted under it). Rows that R1 rejects take no part."
     */
    private Distinct r15RepeatedIds(String file, List<String> columns) {
        Set<String> notLive = new TreeSet<>();
        for (Row row : drop.rows(file)) {
            if (!row.live && !row.rejected) {
                notLive.add(row.id());
            }
        }
        Map<String, List<Row>> byId = new TreeMap<>();
        for (Row row : drop.readable(file)) {
            byId.computeIfAbsent(row.id(), k -> new ArrayList<>()).add(row);
        }
        Distinct distinct = new Distinct();
        for (Map.Entry<String, List<Row>> entry : byId.entrySet()) {
            Row first = entry.getValue().get(0);
            boolean equal = !notLive.contains(entry.getKey());
            for (Row row : entry.getValue()) {
                for (String column : columns) {
                    equal &= row.get(column).equals(first.get(column)); // "all as trimmed text"
                }
            }
            if (equal) {
                distinct.byId.put(entry.getKey(), first);
                entry.getValue().stream().skip(1).forEach(row -> distinct.extras.put(row, first));
            } else {
                distinct.conflicting.addAll(entry.getValue());
                entry.getValue().forEach(row -> leaveOut(row, "conflicting-records"));
            }
        }
        return distinct;
    }

    /**
     * An extra equal row shares the disposition of the one that counts where that code comes before R15's, else it is a
     * repeated record ("repeated-record for each copy but one").
     */
    private static void shareDispositions(Distinct file) {
        file.extras.forEach((extra, counting) -> {
            boolean share = counting.disposition != null && !counting.disposition.equals("not-enrolled");
            leaveOut(extra, share ? counting.disposition : "repeated-record");
        });
    }

    /**
     * "The school filter names orgs by sourcedId or identifier and includes the orgs below them". False: "An id that matches
     * nothing, two orgs, or an org in conflict is a usage error".
     */
    private boolean schoolFilter() {
        if (settings.schools().isEmpty()) {
            return true;
        }
        filter = new TreeSet<>();
        for (String school : settings.schools()) {
            String id = PlainInput.trim(school);
            Set<String> matches = new TreeSet<>();
            if (drop.has("orgs")) {
                orgs.byId.values().stream().filter(org -> isNamed(org, id)).forEach(org -> matches.add(org.id()));
                if (orgs.conflicting.stream().anyMatch(org -> isNamed(org, id))) {
                    return false;
                }
            } else {
                // "without orgs.csv that alone is compared": the schoolSourcedId of classes
                for (Row clazz : drop.readable("classes")) {
                    if (!id.isEmpty() && clazz.get("schoolSourcedId").equals(id)) {
                        matches.add(id);
                    }
                }
            }
            if (matches.size() != 1) {
                return false;
            }
            filter.addAll(matches);
        }
        // "orgs that name each other in a circle are each visited once"
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Row org : orgs.byId.values()) {
                if (filter.contains(org.get("parentSourcedId"))) {
                    grown |= filter.add(org.id());
                }
            }
        }
        return true;
    }

    private static boolean isNamed(Row org, String id) {
        return !id.isEmpty() && (org.id().equals(id) || org.get("identifier").equals(id));
    }

    // ---------------------------------------------------------------- stops

    /** "more than 5 % and more than 20, or more than half and at least 5", or with other numbers in place of 5 and 20. */
    private static boolean tooMany(long found, long all, int percent, int number) {
        return (found * 100 > all * percent && found > number) || (found * 2 > all && found >= 5);
    }

    /**
     * "of the rows of users, of classes or of enrollments more than 5 % and more than 20, or more than half and at least 5,
     * count under ragged-row or unreadable-value".
     */
    private void tooManyRejectedRows() {
        for (String file : List.of("users", "classes", "enrollments")) {
            List<Row> rows = drop.rows(file);
            long rejected = rows.stream()
                    .filter(row -> List.of("ragged-row", "unreadable-value").contains(String.valueOf(row.disposition)))
                    .count();
            if (tooMany(rejected, rows.size(), 5, 20)) {
                reasons.add("too-many-rejected-rows");
            }
        }
    }

    /**
     * "of the students that R3 leaves more than 10 % and more than 10, or more than half and at least 5, have a blank or
     * unsafe identity (R4); or of the staff, likewise".
     */
    private void tooManyMissingIdentities() {
        for (boolean staff : List.of(false, true)) {
            long left = 0;
            long missing = 0;
            for (Row user : drop.readable("users")) {
                boolean ofKind = staff
                        ? USED_STAFF_ROLES.contains(role(user))
                        : role(user).equals("student");
                if (ofKind && Boolean.TRUE.equals(enabled(user))) {
                    left++;
                    String identity = identity(user);
                    missing += identity.isEmpty() || unsafe(settings.identity(), identity) ? 1 : 0;
                }
            }
            if (tooMany(missing, left, 10, 10)) {
                reasons.add("too-many-missing-identities");
            }
        }
    }

    /**
     * "more than 5 % of the live enrollments and more than 20, or more than half and at least 5, point to a user or class
     * whose id is the sourcedId of no row of the drop, live or not, rejected or not".
     */
    private void tooManyDanglingEnrollments() {
        List<Row> live = drop.readable("enrollments");
        long dangling = live.stream()
                .filter(row -> !describedUsers.contains(row.get("userSourcedId"))
                        || !describedClasses.contains(row.get("classSourcedId")))
                .count();
        if (tooMany(dangling, live.size(), 5, 20)) {
            reasons.add("too-many-dangling-enrollments");
        }
    }

    /** "R15 leaves out more than 1 % of the live rows of users or of classes, and more than 10". */
    private void tooManyConflictingRecords() {
        for (String file : List.of("users", "classes")) {
            long conflicting = (file.equals("users") ? users : classes).conflicting.size();
            if (conflicting * 100 > drop.readable(file).size() && conflicting > 10) {
                reasons.add("too-many-conflicting-records");
            }
        }
    }

    /** "more than 5 % of the live enrollments in a staff role, and more than 10, name students". */
    private void tooManyRoleConflicts() {
        long all = 0;
        long students = 0;
        for (Row row : drop.readable("enrollments")) {
            if (USED_STAFF_ROLES.contains(role(row))) {
                all++;
                Row user = users.byId.get(row.get("userSourcedId"));
                students += user != null && role(user).equals("student") ? 1 : 0;
            }
        }
        if (students * 100 > all * 5 && students > 10) {
            reasons.add("too-many-role-conflicts");
        }
    }

    /** no-current-classes; or no-members, no-staff, no-access ("none of the three is reported under no-current-classes"). */
    private void nothingLeft() {
        // "R1 and R15 leave classes in the school filter, and R6 takes none of them"; excluded ones never come to R6
        List<Row> left = classes.byId.values().stream()
                .filter(clazz -> inFilter(clazz) && !isExcluded(clazz))
                .toList();
        if (!left.isEmpty() && left.stream().noneMatch(this::current)) {
            reasons.add("no-current-classes");
            return;
        }
        if (members.isEmpty()) {
            reasons.add("no-members");
        }
        if (written.values().stream().noneMatch(Person::staff)) {
            reasons.add("no-staff");
        }
        if (access.isEmpty()) {
            reasons.add("no-access");
        }
    }

    // ---------------------------------------------------------------- the result

    private Result result() {
        List<String> reported = new ArrayList<>();
        for (String code : List.of(
                "too-many-rejected-rows",
                "too-many-missing-identities",
                "too-many-dangling-enrollments",
                "too-many-conflicting-records",
                "too-many-role-conflicts",
                "no-current-classes",
                "no-members",
                "no-staff",
                "no-access",
                "too-many-users",
                "too-many-classes")) {
            if (reasons.contains(code)) {
                reported.add(code); // "every such code found among the summary's reasons, in the order of this table"
            }
        }
        int students =
                (int) written.values().stream().filter(person -> !person.staff).count();
        Map<String, Integer> counts = counts(
                groupNames.size(),
                students,
                written.size() - students,
                sizes(members.values()),
                sizes(access.values()));
        return new Result(reported.isEmpty() ? "published" : "rejected", reported, files(), counts, leftOut());
    }

    private static int sizes(Collection<? extends Map<String, ?>> maps) {
        return maps.stream().mapToInt(Map::size).sum();
    }

    private static Map<String, Integer> counts(int groups, int students, int staff, int members, int access) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("groups", groups);
        counts.put("users", students + staff);
        counts.put("students", students);
        counts.put("staff", staff);
        counts.put("members", members);
        counts.put("access", access);
        return counts;
    }

    /**
     * "every row of users, classes and enrollments is written, merged (R5, not counted) or counted once, under the first code
     * that applies".
     */
    private Map<String, Integer> leftOut() {
        Map<String, Integer> leftOut = new LinkedHashMap<>();
        for (String code : CODES) {
            int rows = 0;
            for (String file : List.of("users", "classes", "enrollments")) {
                rows += (int) drop.rows(file).stream()
                        .filter(row -> code.equals(row.disposition))
                        .count();
            }
            if (rows > 0) {
                leftOut.put(code, rows);
            }
        }
        return leftOut;
    }

    /** The four files of section 2. */
    private Map<String, byte[]> files() {
        List<List<String>> groupRows = new ArrayList<>();
        List<List<String>> memberRows = new ArrayList<>();
        List<List<String>> accessRows = new ArrayList<>();
        groupNames.forEach((id, name) -> {
            Row clazz = taken.get(id);
            groupRows.add(List.of(
                    id,
                    name,
                    PlainInput.clean(clazz.get("classCode")),
                    PlainInput.clean(found(courses, clazz.get("courseSourcedId"), "title")),
                    clazz.get("schoolSourcedId"),
                    PlainInput.clean(found(orgs, clazz.get("schoolSourcedId"), "name"))));
            for (Person person : members.getOrDefault(id, Map.of()).values()) {
                memberRows.add(List.of(id, name, person.id(), login(person, "username"), login(person, "email")));
            }
            access.getOrDefault(id, Map.of()).forEach((userId, rows) -> {
                Person person = personByUserId.get(userId);
                // "primary true when any of the rows that give the access says so, else false"
                boolean primary =
                        rows.stream().anyMatch(row -> Boolean.TRUE.equals(PlainInput.bool(row.get("primary"))));
                accessRows.add(List.of(
                        id,
                        name,
                        userId,
                        login(person, "username"),
                        login(person, "email"),
                        accessRole(rows),
                        primary ? "true" : "false"));
            });
        });
        List<List<String>> userRows = new ArrayList<>();
        for (Person person : written.values()) {
            userRows.add(List.of(
                    person.id(),
                    login(person, "username"),
                    login(person, "email"),
                    PlainInput.clean(person.representative.get("givenName")),
                    PlainInput.clean(person.representative.get("familyName")),
                    person.staff ? "staff" : "student"));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "groups.csv",
                PlainInput.csv("groupId, groupName, classCode, courseTitle, schoolId, schoolName", groupRows));
        files.put("users.csv", PlainInput.csv("userId, username, email, givenName, familyName, kind", userRows));
        files.put("members.csv", PlainInput.csv("groupId, groupName, userId, username, email", memberRows));
        files.put(
                "access.csv", PlainInput.csv("groupId, groupName, userId, username, email, role, primary", accessRows));
        return files;
    }

    /** "username and email are written trimmed and NFC, blank where R4 calls them unsafe". */
    private static String login(Person person, String column) {
        String value = PlainInput.nfc(person.representative.get(column));
        return unsafe(column, value) ? "" : value;
    }
}
