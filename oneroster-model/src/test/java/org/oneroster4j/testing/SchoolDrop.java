package org.oneroster4j.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A small school, written as a sentence:
 *
 * <pre>{@code
 * SchoolDrop.create()
 *         .school("1").term("T1", "2026-08-01", "2026-12-20")
 *         .teacher("t1").student("s1").schoolClass("c1")
 *         .enroll("s1", "c1", "student").enroll("t1", "c1", "teacher")
 *         .toText();
 * }</pre>
 *
 * <p>What is not said has a default: a class belongs to the first school and the first term, and to a course of its
 * own, {@code "course-" + id} with the title {@code "Course " + id} and the code {@code "Code-" + id}, which is made
 * unless {@link #course} has made it; the class has the title {@code "Class " + id}, its code and periods are blank, so
 * that classes with equal titles have equal names. A person belongs to the first school, is enabled, and has the
 * username {@code id + ".login"}, the email {@code id + "@example.org"}, the given name {@code "Given-" + id} and the
 * family name {@code "Family-" + id}. An enrollment is at the school of its class, not primary, without dates. Statuses
 * are blank, as in a bulk file. These defaults are found when {@link #toText} is called, so the order of the calls
 * matters only for what comes first in a file. Overrides set any cell by its header, and are written as they are:
 * a {@code courseSourcedId} given so makes no course.
 *
 * <p>The manifest and the files orgs, academicSessions, courses, classes, users and enrollments are always there,
 * with the headers of the specification, unless {@link #without} takes one out.
 *
 * <p>Mutable: every method but {@link #toText} changes this builder and returns it. Not safe for use by several
 * threads.
 */
public final class SchoolDrop {

    private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
    private final Map<String, List<String>> extraColumns = new LinkedHashMap<>();
    private final Map<String, String> manifest = new LinkedHashMap<>();
    private final Set<String> leftOut = new LinkedHashSet<>();
    private int enrollments;

    private SchoolDrop() {
        SpecHeaders.DATA_FILES.forEach(file -> rows.put(file, new ArrayList<>()));
    }

    /**
     * Starts a drop.
     *
     * @return a builder without any row
     */
    public static SchoolDrop create() {
        return new SchoolDrop();
    }

    /**
     * Starts with a school {@code 1} whose teacher {@code t} has the classes {@code c1} and so on, with one student each.
     *
     * @param classes how many classes
     * @return a builder
     */
    public static SchoolDrop ofClasses(int classes) {
        SchoolDrop school = create().school("1").teacher("t");
        for (int i = 1; i <= classes; i++) {
            school = school.student("s" + i)
                    .schoolClass("c" + i)
                    .enroll("t", "c" + i, "teacher")
                    .enroll("s" + i, "c" + i, "student");
        }
        return school;
    }

    /**
     * Adds an org of the type {@code district}; schools added later lie below it.
     *
     * @param id its sourcedId
     * @return this builder
     */
    public SchoolDrop district(String id) {
        return district(id, Map.of());
    }

    /**
     * Adds an org of the type {@code district}; schools added later lie below it.
     *
     * @param id its sourcedId
     * @param overrides cells by header
     * @return this builder
     */
    public SchoolDrop district(String id, Map<String, String> overrides) {
        return add(
                SpecHeaders.ORGS, Cells.of("sourcedId", id, "name", "District " + id, "type", "district"), overrides);
    }

    /**
     * Adds an org of the type {@code school}, below the last district so far where there is one.
     *
     * @param id its sourcedId
     * @return this builder
     */
    public SchoolDrop school(String id) {
        return school(id, Map.of());
    }

    /**
     * Adds an org of the type {@code school}, below the last district so far where there is one.
     *
     * @param id its sourcedId
     * @param overrides cells by header
     * @return this builder
     */
    public SchoolDrop school(String id, Map<String, String> overrides) {
        String parent = "";
        for (Map<String, String> org : rows(SpecHeaders.ORGS)) {
            parent = Cells.get(org, "type").equals("district") ? Cells.get(org, "sourcedId") : parent;
        }
        Map<String, String> school =
                Cells.of("sourcedId", id, "name", "School " + id, "type", "school", "parentSourcedId", parent);
        return add(SpecHeaders.ORGS, school, overrides);
    }

    /**
     * Adds an academic session of the type {@code term}.
     *
     * @param id its sourcedId
     * @param start its startDate, as written
     * @param end its endDate, as written
     * @return this builder
     */
    public SchoolDrop term(String id, String start, String end) {
        return term(id, start, end, Map.of());
    }

    /**
     * Adds an academic session of the type {@code term}.
     *
     * @param id its sourcedId
     * @param start its startDate, as written
     * @param end its endDate, as written
     * @param overrides cells by header
     * @return this builder
     */
    public SchoolDrop term(String id, String start, String end, Map<String, String> overrides) {
        Map<String, String> term =
                Cells.of("sourcedId", id, "title", "Term " + id, "type", "term", "startDate", start, "endDate", end);
        term.put("schoolYear", "2027");
        return add(SpecHeaders.SESSIONS, term, overrides);
    }

    /**
     * Adds a course of the first school.
     *
     * @param id its sourcedId
     * @return this builder
     */
    public SchoolDrop course(String id) {
        return course(id, Map.of());
    }

    /**
     * Adds a course of the first school.
     *
     * @param id its sourcedId
     * @param overrides cells by header
     * @return this builder
     */
    public SchoolDrop course(String id, Map<String, String> overrides) {
        return add(SpecHeaders.COURSES, Cells.course(id, id), overrides);
    }

    /**
     * Adds a class of the first school and the first term.
     *
     * @param id its sourcedId
     * @return this builder
     */
    public SchoolDrop schoolClass(String id) {
        return schoolClass(id, Map.of());
    }

    /**
     * Adds a class of the first school and the first term.
     *
     * @param id its sourcedId
     * @param overrides cells by header
     * @return this builder
     */
    public SchoolDrop schoolClass(String id, Map<String, String> overrides) {
        return add(
                SpecHeaders.CLASSES,
                Cells.of("sourcedId", id, "title", "Class " + id, "classType", "scheduled"),
                overrides);
    }

    /**
     * Adds a user with the role {@code teacher}.
     *
     * @param id its sourcedId
     * @return this builder
     */
    public SchoolDrop teacher(String id) {
        return user(id, "teacher", Map.of());
    }

    /**
     * Adds a user with the role {@code teacher}.
     *
     * @param id its sourcedId
     * @param overrides cells by header
     * @return this builder
     */
    public SchoolDrop teacher(String id, Map<String, String> overrides) {
        return user(id, "teacher", overrides);
    }

    /**
     * Adds a user with the role {@code student}.
     *
     * @param id its sourcedId
     * @return this builder
     */
    public SchoolDrop student(String id) {
        return user(id, "student", Map.of());
    }

    /**
     * Adds a user with the role {@code student}.
     *
     * @param id its sourcedId
     * @param overrides cells by header
     * @return this builder
     */
    public SchoolDrop student(String id, Map<String, String> overrides) {
        return user(id, "student", overrides);
    }

    /**
     * Adds a user with any role.
     *
     * @param id its sourcedId
     * @param role its role, as written
     * @return this builder
     */
    public SchoolDrop user(String id, String role) {
        return user(id, role, Map.of());
    }

    /**
     * Adds a user with any role.
     *
     * @param id its sourcedId
     * @param role its role, as written
     * @param overrides cells by header
     * @return this builder
     */
    public SchoolDrop user(String id, String role, Map<String, String> overrides) {
        Map<String, String> user = Cells.of(
                "sourcedId",
                id,
                "enabledUser",
                "true",
                "role",
                role,
                "username",
                id + ".login",
                "email",
                id + "@example.org");
        user.put("givenName", "Given-" + id);
        user.put("familyName", "Family-" + id);
        return add(SpecHeaders.USERS, user, overrides);
    }

    /**
     * Adds an enrollment; its sourcedId counts up: {@code e1}, {@code e2} and so on.
     *
     * @param user the sourcedId of the user
     * @param schoolClass the sourcedId of the class
     * @param role the role in the class, as written
     * @return this builder
     */
    public SchoolDrop enroll(String user, String schoolClass, String role) {
        return enroll(user, schoolClass, role, Map.of());
    }

    /**
     * Adds an enrollment; its sourcedId counts up: {@code e1}, {@code e2} and so on.
     *
     * @param user the sourcedId of the user
     * @param schoolClass the sourcedId of the class
     * @param role the role in the class, as written
     * @param overrides cells by header
     * @return this builder
     */
    public SchoolDrop enroll(String user, String schoolClass, String role, Map<String, String> overrides) {
        enrollments++;
        Map<String, String> enrollment = Cells.of(
                "sourcedId",
                "e" + enrollments,
                "classSourcedId",
                schoolClass,
                "userSourcedId",
                user,
                "role",
                role,
                "primary",
                "false");
        return add(SpecHeaders.ENROLLMENTS, enrollment, overrides);
    }

    /**
     * Sets a property of the manifest, such as {@code file.users} to {@code delta}.
     *
     * @param property its name; a new one comes last
     * @param value its value
     * @return this builder
     */
    public SchoolDrop manifest(String property, String value) {
        manifest.put(property, value);
        return this;
    }

    /**
     * Adds a column at the right end of a file, which overrides from then on can set.
     *
     * @param file the name of a file of this drop
     * @param header the header, such as {@code metadata.house}
     * @return this builder
     */
    public SchoolDrop column(String file, String header) {
        SpecHeaders.of(file);
        extraColumns.computeIfAbsent(file, any -> new ArrayList<>()).add(header);
        return this;
    }

    /**
     * Leaves a file out; the manifest calls it absent unless {@link #manifest} says otherwise.
     *
     * @param file the name of a file of this drop, {@code manifest.csv} included
     * @return this builder
     */
    public SchoolDrop without(String file) {
        SpecHeaders.of(file);
        leftOut.add(file);
        return this;
    }

    /**
     * The drop as built so far.
     *
     * @return a drop that later calls do not change
     */
    public TextDrop toText() {
        Map<String, List<Map<String, String>>> complete = new SchoolDefaults(rows).complete();
        TextDrop drop = TextDrop.empty();
        if (!leftOut.contains(SpecHeaders.MANIFEST)) {
            drop = manifestOf(drop.file(SpecHeaders.MANIFEST, header(SpecHeaders.MANIFEST)));
        }
        for (String file : SpecHeaders.DATA_FILES) {
            if (!leftOut.contains(file)) {
                drop = drop.file(file, header(file));
                for (Map<String, String> row : complete.getOrDefault(file, List.of())) {
                    drop = drop.row(file, row);
                }
            }
        }
        return drop;
    }

    private TextDrop manifestOf(TextDrop drop) {
        Map<String, String> properties = Cells.of("manifest.version", "1.0", "oneroster.version", "1.1");
        for (String name : SpecHeaders.MANIFEST_FILES) {
            String file = name + ".csv";
            properties.put("file." + name, rows.containsKey(file) && !leftOut.contains(file) ? "bulk" : "absent");
        }
        properties.putAll(manifest);
        TextDrop filled = drop;
        for (Map.Entry<String, String> property : properties.entrySet()) {
            filled = filled.row(
                    SpecHeaders.MANIFEST, Cells.of("propertyName", property.getKey(), "value", property.getValue()));
        }
        return filled;
    }

    // Checked here and not only in toText, so that a misspelt header fails in the line that misspells it.
    private SchoolDrop add(String file, Map<String, String> defaults, Map<String, String> overrides) {
        for (String header : overrides.keySet()) {
            if (!header(file).contains(header)) {
                throw new IllegalArgumentException(file + " has no header \"" + header + "\" but " + header(file));
            }
        }
        defaults.putAll(overrides);
        rows(file).add(defaults);
        return this;
    }

    private List<String> header(String file) {
        List<String> header = new ArrayList<>(SpecHeaders.of(file));
        header.addAll(extraColumns.getOrDefault(file, List.of()));
        return header;
    }

    private List<Map<String, String>> rows(String file) {
        return rows.computeIfAbsent(file, any -> new ArrayList<>());
    }
}
