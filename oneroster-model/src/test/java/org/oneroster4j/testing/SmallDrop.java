package org.oneroster4j.testing;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A small sound drop in which damage could give access or membership to the wrong people. It has a class of last year, a
 * disabled teacher and a disabled student with enrollments, enrollments that have ended or not begun, deleted rows,
 * relatives, people of one family name, and ids, usernames and emails that are the beginning of others. For both
 * identities it is published, and {@code check} reports no error. Made for {@link Drops#AS_OF}. Immutable.
 */
public final class SmallDrop {
    /** The terms: a damaged {@code T12} could become the current one. */
    private static final String CURRENT = "T1";

    private static final String PAST = "T12";
    private static final String PAST_CLASS = "c12";

    private static final List<String> GIVEN_NAMES = List.of(
            "Rosalind", "Ottoline", "Thaddeus", "Marguerite", "Bartholomew", "Persephone", "Evander", "Zo\u00EB");
    private static final List<String> FAMILY_NAMES = List.of("Ashdown", "Quillfeather", "Tremaine", "Ashdown");

    private final Map<String, byte[]> files;

    private SmallDrop(Map<String, byte[]> files) {
        this.files = files;
    }

    /**
     * What differs between small drops but their size.
     *
     * @param style how the files are written; a file whose last row would be doubtful without a line break always has one
     * @param shuffled whether rows and columns are in another order than that of the specification
     * @param extras whether there are metadata columns, lists, values of several lines and {@code active} statuses
     */
    private record Form(TextDrop.Style style, boolean shuffled, boolean extras) {}

    /**
     * Small drops.
     *
     * @return an arbitrary that shrinks towards two classes, one student and the canonical style
     */
    public static Arbitrary<SmallDrop> arbitrary() {
        Arbitrary<Form> forms = Combinators.combine(
                        TextDrop.Style.arbitrary(), Arbitraries.of(false, true), Arbitraries.of(false, true))
                .as(Form::new);
        return Combinators.combine(
                        Damage.seeds(),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 5),
                        forms)
                .as(SmallDrop::draw)
                .withoutEdgeCases();
    }

    private static SmallDrop draw(long seed, int currentClasses, int students, Form form) {
        SchoolDrop school = SchoolDrop.create();
        addSchool(school, form);
        addStaff(school);
        for (int i = 1; i <= students; i++) {
            addStudent(
                    school, i, form.extras() ? Map.of("status", "active", "metadata.house", "Blue,\nnorth") : Map.of());
        }
        addStudent(school, 12, Map.of("enabledUser", "false"));
        addStudent(school, 21, Map.of());
        for (int i = 1; i <= currentClasses; i++) {
            addClass(school, i, students, form.extras() ? Map.of("location", "Block B\r\nRoom " + i) : Map.of());
        }
        addPastClass(school);
        addEnrollmentsWithoutEffect(school);
        TextDrop text = school.toText();
        Map<String, byte[]> files = bytes(text, form.style());
        if (form.shuffled()) {
            byte[] orgs = Objects.requireNonNull(files.get(SpecHeaders.ORGS));
            files = bytes(text.shuffled(new Random(seed)), form.style());
            // Its last column is blank, so that each drop has a row that ends in a blank cell.
            files.put(SpecHeaders.ORGS, orgs);
        }
        return new SmallDrop(Collections.unmodifiableMap(files));
    }

    private static void addSchool(SchoolDrop school, Form form) {
        if (form.extras()) {
            school.column(SpecHeaders.USERS, "metadata.house")
                    .column(SpecHeaders.CLASSES, "metadata.note")
                    .column(SpecHeaders.ENROLLMENTS, "metadata.batch");
        }
        school.district("d1", Map.of("name", "Hill District, North"))
                .school("o1", Map.of("name", "Hill School", "identifier", "100200300400"))
                .school("o12", Map.of("name", "Dale School", "identifier", "100200300401"))
                .term(CURRENT, "2026-08-10", "2026-12-18")
                .term(PAST, "2025-08-11", "2026-06-12", Map.of("schoolYear", "2026"))
                .course("k1", Map.of("title", "The \"Great\" Books"));
        if (form.extras()) {
            school.course("k12", Map.of("title", "Drawing, Painting", "subjects", "Art,Design"));
        }
    }

    private static void addStaff(SchoolDrop school) {
        addStaff(school, "t1", "teacher", "r.calder", "Rosalind", "Calder", "true");
        addStaff(school, "t2", "teacher", "r.calder2", "Rufus", "Calder", "true");
        addStaff(school, "t3", "aide", "o.varley", "Ottoline", "Varley", "true");
        addStaff(school, "t4", "teacher", "t.mossgrove", "Thaddeus", "Mossgrove", "true");
        addStaff(school, "t12", "teacher", "b.penhallow", "Bartholomew", "Penhallow", "false");
        addStaff(school, "t21", "administrator", "m.varley", "Marguerite", "Varley", "true");
        addStaff(school, "g1", "guardian", "w.ashdown", "Wilhelmina", "Ashdown", "true");
    }

    private static void addStaff(
            SchoolDrop school, String id, String role, String username, String given, String family, String enabled) {
        Map<String, String> user = person(username, given, family);
        user.put("enabledUser", enabled);
        school.user(id, role, user);
    }

    private static Map<String, String> person(String username, String given, String family) {
        Map<String, String> user = new LinkedHashMap<>();
        user.put("username", username);
        // An address that is cut by one letter or four is another person's form of address.
        user.put("email", username + (username.endsWith("r") ? "@hill.example" : "@hill.example.org"));
        user.put("givenName", given);
        user.put("familyName", family);
        user.put("phone", "44163296" + String.format(Locale.ROOT, "%04d", Math.floorMod(username.hashCode(), 10_000)));
        return user;
    }

    private static void addStudent(SchoolDrop school, int number, Map<String, String> overrides) {
        Map<String, String> user = person(
                "p.student" + number,
                GIVEN_NAMES.get(number % GIVEN_NAMES.size()),
                FAMILY_NAMES.get(number % FAMILY_NAMES.size()));
        user.put("grades", "09,10");
        user.putAll(overrides);
        school.student("s" + number, user);
    }

    private static void addClass(SchoolDrop school, int number, int students, Map<String, String> more) {
        String id = "c" + number;
        Map<String, String> cells = new LinkedHashMap<>(more);
        cells.put("title", number == 1 ? "History, AP" : "Biology " + number);
        cells.put("courseSourcedId", "k1");
        cells.put("termSourcedIds", number == 1 ? CURRENT + "," + PAST : CURRENT);
        cells.put("periods", number == 2 ? "2" : "");
        school.schoolClass(id, cells);
        school.enroll(number == 1 ? "t1" : "t2", id, "teacher", Map.of("primary", "true", "endDate", "2026-12-18"));
        for (int i = 1; i <= students; i++) {
            if (number == 1 || (i + number) % 2 == 0) {
                school.enroll("s" + i, id, "student");
            }
        }
    }

    private static void addPastClass(SchoolDrop school) {
        school.schoolClass(
                PAST_CLASS, Map.of("title", "Latin", "courseSourcedId", "k1", "termSourcedIds", PAST, "periods", "5"));
        school.enroll("t4", PAST_CLASS, "teacher").enroll("s1", PAST_CLASS, "student");
    }

    private static void addEnrollmentsWithoutEffect(SchoolDrop school) {
        school.enroll("t12", "c1", "teacher")
                .enroll("s12", "c1", "student")
                .enroll("t21", "c1", "teacher", Map.of("beginDate", "2025-08-11", "endDate", "2026-06-12"))
                .enroll("t3", "c1", "aide", Map.of("beginDate", "2026-10-20", "endDate", "2026-12-18"))
                .enroll("t2", "c1", "proctor", Map.of("status", "tobedeleted"))
                .enroll("s21", "c1", "student", Map.of("endDate", "2026-10-11"))
                .enroll("g1", "c1", "student");
    }

    private static Map<String, byte[]> bytes(TextDrop drop, TextDrop.Style style) {
        Map<String, byte[]> files = new LinkedHashMap<>(drop.bytes(style));
        Map<String, byte[]> ended =
                drop.bytes(new TextDrop.Style(style.bom(), style.lineEnd(), style.quoteAll(), true));
        if (!style.quoteAll()) {
            files.replaceAll(
                    (file, bytes) -> isLastRowDoubtful(drop, file) ? Objects.requireNonNull(ended.get(file)) : bytes);
        }
        return files;
    }

    /** Whether the last cell may have been longer (contract, R1 shape). */
    private static boolean isLastRowDoubtful(TextDrop drop, String file) {
        List<String> header = drop.header(file);
        String column = header.get(header.size() - 1);
        List<String> row = drop.rows(file).get(drop.rows(file).size() - 1);
        boolean isIdentityOrId = column.equals("username")
                || column.equals("email")
                || column.toLowerCase(Locale.ROOT).matches(".*sourcedids?");
        boolean decides = Set.of("status", "enabledUser", "startDate", "beginDate", "endDate")
                .contains(column);
        return isIdentityOrId || (decides && row.get(row.size() - 1).isEmpty());
    }

    /**
     * Returns the files.
     *
     * @return the bytes by file name; the arrays are not to be changed
     */
    public Map<String, byte[]> bytes() {
        return files;
    }

    /** {@return the files as text} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        files.forEach((name, bytes) -> text.append("== ")
                .append(name)
                .append('\n')
                .append(new String(bytes, StandardCharsets.UTF_8))
                .append('\n'));
        return text.toString();
    }
}
