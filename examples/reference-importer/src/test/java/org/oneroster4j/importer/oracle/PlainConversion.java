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
 * A slow and plain reading of the contract, made from its text alone, to check the product against. One method per rule; maps are sorted by
 * UTF-16 code unit throughout, so that "the order of rows and of columns in the input never changes the output" (R16).
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
            Set<String> accessRoles) {

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
                    Set.copyOf(USED_STAFF_ROLES));
        }
    }

    /** State "published", "rejected" or "usage-error"; the files are those that would be written. */
    public record Result(
            String state,
            List<String> reasons,
            Map<String, byte[]> files,
            Map<String, Integer> counts,
            Map<String, Integer> leftOut) {}

    /** "codes of R1 to R15" as they are mentioned, "and, in that order after them, dangling-enrollment, group-not-written, not-enrolled". */
    private static final List<String> CODES = List.of(
            "not-live",
            "unreadable-value",
            "ragged-row",
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
    /** The fate of a row that R5 merged into another one; told nowhere in leftOut. */
    private static final String MERGED = "merged-identity";

    private static final List<String> USED_STAFF_ROLES = List.of("teacher", "administrator", "aide", "proctor");
    private static final List<String> UNUSED_ROLES = List.of("guardian", "parent", "relative");

    /** A person as Impero will know one: the record that speaks and all records that were merged. */
    private record Person(Row speaker, List<Row> records, boolean staff) {
        String id() {
            return speaker.id();
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
    private final Set<String> describedSessions;
    private final Set<String> usersOfUnusedRoles = new TreeSet<>();

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
        describedSessions = drop.describedIds("academicSessions");
    }

    /** The conversion of a drop (file name to bytes); nothing is read or written but the arguments. */
    public static Result convert(Map<String, byte[]> drop, Settings settings) {
        PlainNames template;
        try {
            template = new PlainNames(settings.nameTemplate());
        } catch (IllegalArgumentException e) {
            return stopped("usage-error", List.of());
        }
        if (!List.of("username", "email").contains(settings.identity())) {
            return stopped("usage-error", List.of());
        }
        PlainInput.Drop read = new PlainInput.Drop(drop);
        List<String> stops = read.fileLevelStops(settings.identity());
        if (!stops.isEmpty()) {
            return stopped("rejected", stops); // "Any of those down to undecodable-text and the mapping is not run"
        }
        return new PlainConversion(read, settings, template).map();
    }

    private static Result stopped(String state, List<String> reasons) {
        return new Result(state, reasons, Map.of(), counts(0, 0, 0, 0, 0), Map.of());
    }

    private Result map() {
        for (String file : List.of("users", "classes", "enrollments", "orgs", "courses", "academicSessions")) {
            for (Row row : drop.rows(file)) {
                r1Rows(file, row);
            }
        }
        orgs = r15RepeatedIds("orgs", List.of("name", "identifier", "parentSourcedId"));
        if (!schoolFilter()) {
            return stopped("usage-error", List.of());
        }
        courses = r15RepeatedIds("courses", List.of("title", "courseCode"));
        sessions = r15RepeatedIds("academicSessions", List.of("title", "startDate", "endDate"));
        for (Row row : readable("users")) {
            r2People(row);
            r3Disabled(row);
            r4Identity(row);
        }
        users = r15RepeatedIds(
                "users",
                List.of("enabledUser", "orgSourcedIds", "role", "username", "email", "givenName", "familyName"));
        r5SharedIdentity();
        for (Row row : readable("classes")) {
            r6Classes(row);
        }
        classes = r15RepeatedIds(
                "classes",
                List.of("title", "courseSourcedId", "classCode", "schoolSourcedId", "termSourcedIds", "periods"));
        for (Row row : classes.byId.values()) {
            if (row.fate == null) {
                taken.put(row.id(), row);
            }
        }
        r2TheirEnrollmentsToo();
        for (Row row : readable("enrollments")) {
            r7Enrollments(row);
        }
        r11Groups();
        r12ConsoleUsers();
        for (Person person : personByUserId.values()) {
            if (!person.staff && !written.containsKey(person.id())) {
                leaveOut(person.speaker, "not-enrolled"); // "a student in no written group"
            }
        }
        shareFates(users);
        shareFates(classes);

        tooManyMissingIdentities();
        tooManyDanglingEnrollments();
        tooManyConflictingRecords();
        nothingLeft();
        r14Caps();
        return result();
    }

    /** Notes the first code that applies. */
    private static void leaveOut(Row row, String code) {
        if (row.fate == null) {
            row.fate = code;
        }
    }

    private static String role(Row row) {
        return PlainInput.token(row.get("role"));
    }

    /** The live rows that R1 does not reject. */
    private List<Row> readable(String file) {
        List<Row> rows = new ArrayList<>();
        for (Row row : drop.rows(file)) {
            if (row.live && !row.rejected) {
                rows.add(row);
            }
        }
        return rows;
    }

    // ---------------------------------------------------------------- rules

    /** "Only live rows exist for the rules below"; "What a rule needs and cannot read never widens". */
    private static void r1Rows(String file, Row row) {
        String status = PlainInput.token(row.get("status"));
        row.live = !List.of("tobedeleted", "inactive").contains(status);
        if (!row.live) {
            leaveOut(row, "not-live");
            return;
        }
        // "an unknown or blank role (the eight of users.role are known in both files), an unknown status, a blank id or
        // reference, or one
        // that holds Cc, Zl or Zp, rejects the row"
        boolean unreadable = !List.of("", "active").contains(status);
        if (file.equals("enrollments")) {
            unreadable |= badId(row.get("classSourcedId"))
                    || badId(row.get("userSourcedId")); // "need no id of their own here"
        } else {
            unreadable |= badId(row.id());
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
        unreadable |= references.stream().anyMatch(PlainInput::holdsControlOrSeparator);
        row.rejected = unreadable || row.filledBeyondHeader;

        // "an unreadable enabledUser takes the person out, an unreadable date the enrollment"
        if (file.equals("users")) {
            unreadable |= !row.get("enabledUser").isEmpty() && PlainInput.bool(row.get("enabledUser")) == null;
        }
        if (file.equals("enrollments")) {
            unreadable |= unreadableDate(row.get("beginDate")) || unreadableDate(row.get("endDate"));
        }
        if (unreadable) {
            leaveOut(row, "unreadable-value");
        }
        if (row.filledBeyondHeader) {
            leaveOut(row, "ragged-row"); // "A row with filled cells beyond the header is rejected"
        }
    }

    private static boolean badId(String id) {
        return id.isEmpty() || PlainInput.holdsControlOrSeparator(id);
    }

    private static boolean unreadableDate(String cell) {
        return !cell.isEmpty() && PlainInput.date(cell) == null;
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

    /** The users whose enrollments are role-not-used too: every live row with that id that R1 does not reject has such a role. */
    private void r2TheirEnrollmentsToo() {
        for (Row user : readable("users")) {
            if (UNUSED_ROLES.contains(role(user))) {
                usersOfUnusedRoles.add(user.id());
            }
        }
        for (Row user : readable("users")) {
            if (!UNUSED_ROLES.contains(role(user))) {
                usersOfUnusedRoles.remove(user.id());
            }
        }
    }

    /** "enabledUser false takes the person out of everything (disabled-user). Blank counts as true." */
    private static void r3Disabled(Row user) {
        if (Boolean.FALSE.equals(PlainInput.bool(user.get("enabledUser")))) {
            leaveOut(user, "disabled-user");
        }
    }

    /** "A person whose identity is blank is left out (missing-identity); one whose identity holds Cc, Zl, Zp or *, or starts with !, is left out (unsafe-identity)". */
    private void r4Identity(Row user) {
        String identity = identity(user);
        if (identity.isEmpty()) {
            leaveOut(user, "missing-identity");
        } else if (unsafe(identity)) {
            leaveOut(user, "unsafe-identity");
        }
    }

    /** "The chosen field, trimmed, NFC, case as given". */
    private String identity(Row user) {
        return PlainInput.nfc(user.get(settings.identity()));
    }

    private static boolean unsafe(String identity) {
        return PlainInput.holdsControlOrSeparator(identity) || identity.contains("*") || identity.startsWith("!");
    }

    /** "People left after R4 whose identity keys are equal". */
    private void r5SharedIdentity() {
        Map<String, List<Row>> byKey = new TreeMap<>();
        for (Row user : users.byId.values()) { // by sourcedId, so that the lowest comes first
            if (user.fate == null) {
                byKey.computeIfAbsent(PlainInput.key(identity(user)), k -> new ArrayList<>())
                        .add(user);
            }
        }
        for (List<Row> records : byKey.values()) {
            Set<String> names = new TreeSet<>();
            int students = 0;
            for (Row user : records) {
                // "(cleaned, compared by key)"; a cleaned name cannot hold a line feed
                names.add(PlainInput.key(PlainInput.clean(user.get("givenName"))) + "\n"
                        + PlainInput.key(PlainInput.clean(user.get("familyName"))));
                students += role(user).equals("student") ? 1 : 0;
            }
            boolean allStaff = students == 0;
            boolean oneStudent = students == records.size() && names.size() == 1;
            if (!allStaff && !oneStudent) {
                // "Students with different names, or a student and staff: all left out"
                records.forEach(user -> leaveOut(user, "ambiguous-identity"));
                continue;
            }
            // "one console user, groups united, the record with the lowest sourcedId speaks for them"
            Person person = new Person(records.get(0), records, allStaff);
            for (Row user : records) {
                personByUserId.put(user.id(), person);
                if (user != person.speaker) {
                    leaveOut(user, MERGED);
                }
            }
        }
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

    /** "at least one of the terms it names covers the as-of date ... No academicSessions file, no term named, or no row of the file describes any of its terms: taken". */
    private boolean current(Row clazz) {
        List<String> terms = PlainInput.list(clazz.get("termSourcedIds"));
        if (!settings.honourTerms()) {
            return true; // SETTINGS.md: "whether a class is taken only while one of its terms lasts"
        }
        if (!drop.has("academicSessions") || terms.isEmpty() || terms.stream().noneMatch(describedSessions::contains)) {
            return true;
        }
        for (String term : terms) {
            Row session = sessions.byId.get(
                    term); // "A term whose rows are not live, rejected or in conflict (R15) covers no day"
            if (session != null) {
                LocalDate start = PlainInput.date(session.get("startDate"));
                LocalDate end = PlainInput.date(session.get("endDate"));
                // "a term with a blank or unreadable date covers no day"; "start <= as-of <= end, both inclusive"
                if (start != null && end != null && !outside(start, end)) {
                    return true;
                }
            }
        }
        return false;
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
        LocalDate begin = PlainInput.date(row.get("beginDate"));
        LocalDate end = PlainInput.date(row.get("endDate"));
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
        if (row.fate != null) {
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

    /** "One group per class taken, keyed by the class sourcedId, never merged by name. A class without members is left out (empty-group)". */
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
            String familyName =
                    PlainInput.clean(personByUserId.get(entry.getKey()).speaker.get("familyName"));
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
        throw new IllegalStateException("an access without a role");
    }

    /** "All staff left after R3 to R5, with or without a group. consoleStaff: assigned: only those with access to a written group. With a school filter: those with access to a written group, and those one of whose records has an orgSourcedId in the filter". */
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
                leaveOut(person.speaker, "not-assigned");
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

    /** "Live rows of one file with the same sourcedId: equal in what the mapping reads, one of them counts (repeated-record, notice); else all of them are left out (conflicting-records, error)". "Rows that R1 rejects take no part." */
    private Distinct r15RepeatedIds(String file, List<String> columns) {
        Map<String, List<Row>> byId = new TreeMap<>();
        for (Row row : readable(file)) {
            byId.computeIfAbsent(row.id(), k -> new ArrayList<>()).add(row);
        }
        Distinct distinct = new Distinct();
        for (Map.Entry<String, List<Row>> entry : byId.entrySet()) {
            Row first = entry.getValue().get(0);
            boolean equal = true;
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

    /** An extra equal row shares the fate of the one that counts where that fate's code comes before R15's, else it is a repeated record. */
    private static void shareFates(Distinct file) {
        file.extras.forEach((extra, counting) -> {
            boolean share = counting.fate != null && !counting.fate.equals("not-enrolled");
            leaveOut(extra, share ? counting.fate : "repeated-record");
        });
    }

    /** "The school filter names orgs by sourcedId or identifier and includes the orgs below them". False: "An id that matches nothing is a usage error." */
    private boolean schoolFilter() {
        if (settings.schools().isEmpty()) {
            return true;
        }
        filter = new TreeSet<>();
        for (String school : settings.schools()) {
            String id = PlainInput.trim(school);
            boolean matched = false;
            if (drop.has("orgs")) {
                for (Row org : orgs.byId.values()) {
                    if (!id.isEmpty()
                            && (org.id().equals(id) || org.get("identifier").equals(id))) {
                        filter.add(org.id());
                        matched = true;
                    }
                }
            } else {
                // "without orgs.csv that alone is compared"
                for (Row clazz : readable("classes")) {
                    if (!id.isEmpty() && clazz.get("schoolSourcedId").equals(id)) {
                        filter.add(id);
                        matched = true;
                    }
                }
            }
            if (!matched) {
                return false;
            }
        }
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

    // ---------------------------------------------------------------- stops

    /** "more than 10 % of the students that R3 leaves, and more than 10, have a blank identity; or of the staff, likewise". */
    private void tooManyMissingIdentities() {
        for (boolean staff : List.of(false, true)) {
            long left = 0;
            long blank = 0;
            for (Row user : readable("users")) {
                boolean leftByR3 = user.get("enabledUser").isEmpty()
                        || Boolean.TRUE.equals(PlainInput.bool(user.get("enabledUser")));
                boolean ofKind = staff
                        ? USED_STAFF_ROLES.contains(role(user))
                        : role(user).equals("student");
                if (leftByR3 && ofKind) {
                    left++;
                    blank += identity(user).isEmpty() ? 1 : 0;
                }
            }
            if (blank * 100 > left * 10 && blank > 10) {
                reasons.add("too-many-missing-identities");
            }
        }
    }

    /** "more than 5 % of the live enrollments, and more than 20, point to a user or class that no row of the drop, live or not, describes". */
    private void tooManyDanglingEnrollments() {
        List<Row> live = readable("enrollments");
        long dangling = live.stream()
                .filter(row -> !describedUsers.contains(row.get("userSourcedId"))
                        || !describedClasses.contains(row.get("classSourcedId")))
                .count();
        if (dangling * 100 > live.size() * 5L && dangling > 20) {
            reasons.add("too-many-dangling-enrollments");
        }
    }

    /** "R15 leaves out more than 1 % of the live rows of users or of classes, and more than 10". */
    private void tooManyConflictingRecords() {
        for (String file : List.of("users", "classes")) {
            long conflicting = (file.equals("users") ? users : classes).conflicting.size();
            if (conflicting * 100 > readable(file).size() && conflicting > 10) {
                reasons.add("too-many-conflicting-records");
            }
        }
    }

    /** no-current-classes; or no-members, no-staff, no-access ("none of the three is told under no-current-classes"). */
    private void nothingLeft() {
        // "there are live classes in the school filter, and R6 takes none"
        // (R6 alone: a class that R15 leaves out may have been current)
        List<Row> filtered = readable("classes").stream().filter(this::inFilter).toList();
        if (!filtered.isEmpty() && filtered.stream().noneMatch(this::current)) {
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
        List<String> told = new ArrayList<>();
        for (String code : List.of(
                "too-many-missing-identities",
                "too-many-dangling-enrollments",
                "too-many-conflicting-records",
                "no-current-classes",
                "no-members",
                "no-staff",
                "no-access",
                "too-many-users",
                "too-many-classes")) {
            if (reasons.contains(code)) {
                told.add(code); // "every such code found among the summary's reasons, in the order of this table"
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
        return new Result(told.isEmpty() ? "published" : "rejected", told, files(), counts, leftOut());
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

    /** "every row of users, classes and enrollments is written, merged or counted once, under the first code that applies". */
    private Map<String, Integer> leftOut() {
        Map<String, Integer> leftOut = new LinkedHashMap<>();
        for (String code : CODES) {
            int rows = 0;
            for (String file : List.of("users", "classes", "enrollments")) {
                rows += (int) drop.rows(file).stream()
                        .filter(row -> code.equals(row.fate))
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
                    PlainInput.clean(person.speaker.get("givenName")),
                    PlainInput.clean(person.speaker.get("familyName")),
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
        String value = PlainInput.nfc(person.speaker.get(column));
        return unsafe(value) ? "" : value;
    }
}
