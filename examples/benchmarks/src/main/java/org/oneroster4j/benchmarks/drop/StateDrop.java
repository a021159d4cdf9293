package org.oneroster4j.benchmarks.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * A bulk drop of a state's schools without a fault, written row by row in memory that does not grow: the same seed,
 * students and ids make the same bytes. A school has about a thousand students, classes of about 28, a teacher for five
 * classes, an administrator and a proctor. A student has seven classes, one in each period of the day: five that last the
 * year, one of the fall and one of the spring. Immutable.
 */
public final class StateDrop {
    /** A day in the fall term. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 10, 15);

    /** How many classes a student is enrolled in. */
    public static final int CLASSES_OF_A_STUDENT = 7;

    private static final int FALL_PERIOD = 5;
    private static final int SPRING_PERIOD = 6;
    private static final String DISTRICT = "district";
    private static final String YEAR = "year";
    private static final String FALL = "fall";
    private static final String SPRING = "spring";

    /** The things that have ids; a number of its own keeps the ids of each from those of the others. */
    private enum Kind {
        ORG(0),
        SESSION(1),
        COURSE(2),
        CLASS(3),
        STUDENT(4),
        STAFF(5),
        ENROLLMENT(6);

        private final int salt;

        Kind(int salt) {
            this.salt = salt;
        }
    }

    private final int students;
    private final Ids ids;
    private final long seed;
    private final List<School> schools;

    /**
     * Describes a drop; {@link #write} makes it.
     *
     * @param students how many, from 1 on
     */
    public StateDrop(int students, Ids ids, long seed) {
        if (students < 1) {
            throw new IllegalArgumentException("A drop has at least one student, not " + students);
        }
        this.students = students;
        this.ids = ids;
        this.seed = seed;
        this.schools = School.all(students);
    }

    /** Returns how many people {@code users.csv} has. */
    public int users() {
        School last = schools.get(schools.size() - 1);
        return students + last.firstStaff() + last.staff();
    }

    /** Returns how many rows {@code classes.csv} has. */
    public int classes() {
        School last = schools.get(schools.size() - 1);
        return last.firstClass() + last.classes();
    }

    /** Returns how many rows {@code enrollments.csv} has: those of students, a teacher and, in every tenth class, a proctor. */
    public int enrollments() {
        return students * CLASSES_OF_A_STUDENT + classes() + (classes() + 9) / 10;
    }

    /**
     * Writes the files into a folder, which is made.
     *
     * @throws IOException when the medium fails
     */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        writeManifest(folder);
        writeOrgs(folder);
        writeSessions(folder);
        writeCourses(folder);
        writeClasses(folder);
        writeUsers(folder);
        writeEnrollments(folder);
    }

    private String id(Kind kind, int number) {
        return ids.id(random(kind, number), (long) number * Kind.values().length + kind.salt);
    }

    private long random(Kind kind, int number) {
        return Mix.of(Mix.of(seed + kind.salt) + number);
    }

    private String session(String name) {
        return id(Kind.SESSION, List.of(YEAR, FALL, SPRING).indexOf(name));
    }

    private String school(School school) {
        return id(Kind.ORG, school.number() + 1);
    }

    private static void writeManifest(Path folder) throws IOException {
        try (CsvFile file = new CsvFile(folder, "manifest.csv", "propertyName", "value")) {
            file.row("manifest.version", "1.0");
            file.row("oneroster.version", "1.1");
            for (String name : List.of("academicSessions", "orgs", "courses", "classes", "users", "enrollments")) {
                file.row("file." + name, "bulk");
            }
            for (String name : List.of(
                    "categories",
                    "classResources",
                    "courseResources",
                    "demographics",
                    "lineItems",
                    "resources",
                    "results")) {
                file.row("file." + name, "absent");
            }
            file.row("source.systemName", "oneroster4j benchmarks");
            file.row("source.systemCode", "");
        }
    }

    private void writeOrgs(Path folder) throws IOException {
        String district = id(Kind.ORG, 0);
        try (CsvFile file = new CsvFile(folder, "orgs.csv", Headers.ORGS)) {
            file.row(district, "", "", "State of Quillmere", DISTRICT, "Q-0", "");
            for (School school : schools) {
                String name = "Saint Brónach's School No. " + (school.number() + 1);
                file.row(school(school), "", "", name, "school", "Q-" + (school.number() + 1), district);
            }
        }
    }

    private void writeSessions(Path folder) throws IOException {
        String year = session(YEAR);
        try (CsvFile file = new CsvFile(folder, "academicSessions.csv", Headers.SESSIONS)) {
            file.row(year, "", "", "2026-2027", "schoolYear", "2026-08-24", "2027-06-18", "", "2027");
            file.row(session(FALL), "", "", "Fall Term", "term", "2026-08-24", "2026-12-18", year, "2027");
            file.row(session(SPRING), "", "", "Spring Term", "term", "2027-01-11", "2027-06-18", year, "2027");
        }
    }

    private void writeCourses(Path folder) throws IOException {
        try (CsvFile file = new CsvFile(folder, "courses.csv", Headers.COURSES)) {
            for (int i = 0; i < Names.courses(); i++) {
                file.row(
                        id(Kind.COURSE, i),
                        "",
                        "",
                        session(YEAR),
                        Names.course(i),
                        "C" + (100 + i),
                        "09",
                        id(Kind.ORG, 0),
                        "",
                        "");
            }
        }
    }

    private void writeClasses(Path folder) throws IOException {
        String fall = session(FALL);
        String spring = session(SPRING);
        try (CsvFile file = new CsvFile(folder, "classes.csv", Headers.CLASSES)) {
            for (School school : schools) {
                String schoolId = school(school);
                for (int i = 0; i < school.classes(); i++) {
                    int period = i % CLASSES_OF_A_STUDENT;
                    String terms =
                            period == FALL_PERIOD ? fall : period == SPRING_PERIOD ? spring : fall + "," + spring;
                    file.row(
                            id(Kind.CLASS, school.firstClass() + i),
                            "",
                            "",
                            Names.course(i),
                            "09",
                            id(Kind.COURSE, i % Names.courses()),
                            (school.number() + 1) + "-" + (1_000 + i),
                            "scheduled",
                            "Room " + (100 + i % 80),
                            schoolId,
                            terms,
                            "",
                            "",
                            String.valueOf(period + 1));
                }
            }
        }
    }

    private void writeUsers(Path folder) throws IOException {
        try (CsvFile file = new CsvFile(folder, "users.csv", Headers.USERS)) {
            for (School school : schools) {
                for (int i = 0; i < school.staff(); i++) {
                    String role =
                            i < school.teachers() ? "teacher" : i == school.teachers() ? "administrator" : "proctor";
                    writeUser(file, Kind.STAFF, school.firstStaff() + i, role, school, "");
                }
                for (int i = 0; i < school.students(); i++) {
                    writeUser(file, Kind.STUDENT, school.firstStudent() + i, "student", school, "09");
                }
            }
        }
    }

    private void writeUser(CsvFile file, Kind kind, int number, String role, School school, String grade)
            throws IOException {
        long random = random(kind, number);
        String given = Names.given(random);
        String family = Names.family(random);
        String code = (kind == Kind.STUDENT ? "" : "t") + number;
        String login = Names.login(given, family, code);
        file.row(
                id(kind, number),
                "",
                "",
                "true",
                school(school),
                role,
                login,
                "{SIS:" + code + "}",
                given,
                family,
                "",
                code,
                login + "@quillmere.example.org",
                "",
                "",
                "",
                grade,
                "");
    }

    private void writeEnrollments(Path folder) throws IOException {
        int written = 0;
        try (CsvFile file = new CsvFile(folder, "enrollments.csv", Headers.ENROLLMENTS)) {
            for (School school : schools) {
                String[] classIds = classIds(school);
                for (int period = 0; period < CLASSES_OF_A_STUDENT; period++) {
                    for (int i = 0; i < school.students(); i++) {
                        int number = school.firstStudent() + i;
                        int schoolClass = classOf(school, number, period);
                        String student = id(Kind.STUDENT, number);
                        writeEnrollment(file, written++, classIds[schoolClass], school, student, "student", "", period);
                    }
                }
                for (int i = 0; i < school.classes(); i++) {
                    int period = i % CLASSES_OF_A_STUDENT;
                    String teacher = id(Kind.STAFF, school.firstStaff() + i / School.CLASSES_OF_A_TEACHER);
                    writeEnrollment(file, written++, classIds[i], school, teacher, "teacher", "true", period);
                    if ((school.firstClass() + i) % 10 == 0) {
                        String proctor = id(Kind.STAFF, school.firstStaff() + school.staff() - 1);
                        writeEnrollment(file, written++, classIds[i], school, proctor, "proctor", "false", period);
                    }
                }
            }
        }
    }

    private String[] classIds(School school) {
        String[] all = new String[school.classes()];
        for (int i = 0; i < all.length; i++) {
            all[i] = id(Kind.CLASS, school.firstClass() + i);
        }
        return all;
    }

    /** One of the classes of the school that are taught in that period. */
    private int classOf(School school, int student, int period) {
        int choices = (school.classes() - period + CLASSES_OF_A_STUDENT - 1) / CLASSES_OF_A_STUDENT;
        return period + CLASSES_OF_A_STUDENT * Mix.below(choices, seed, student, period);
    }

    private void writeEnrollment(
            CsvFile file,
            int number,
            String schoolClass,
            School school,
            String user,
            String role,
            String primary,
            int period)
            throws IOException {
        file.row(
                id(Kind.ENROLLMENT, number),
                "",
                "",
                schoolClass,
                school(school),
                user,
                role,
                primary,
                period == SPRING_PERIOD ? "2027-01-11" : "2026-08-24",
                period == FALL_PERIOD ? "2026-12-18" : "2027-06-18");
    }
}
