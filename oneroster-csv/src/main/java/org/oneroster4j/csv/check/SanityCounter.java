package org.oneroster4j.csv.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.model.Course;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.User;
import org.oneroster4j.model.compact.IdIndex;
import org.oneroster4j.model.compact.IntColumn;
import org.oneroster4j.model.finding.Location;

/** Counts, per school, who has no enrollment and what nobody is enrolled in; without orgs.csv, for the drop as a whole. */
final class SanityCounter {
    private static final int STUDENT = 1;
    private static final int TEACHER = 1 << 1;
    private static final int ENROLLED = 1 << 2;
    private static final int CLASS = 1;
    private static final int WITH_STUDENTS = 1 << 1;
    private static final int WITH_TEACHERS = 1 << 2;
    private static final int WITH_PERIODS = 1 << 3;
    private static final int COURSE = 1;
    private static final int WITH_CLASSES = 1 << 1;

    /** What is counted: of all, those that lack something, and what is told when there are some. */
    private enum Counter {
        STUDENTS(OneRosterFile.USERS, CsvFindingCode.STUDENTS_WITHOUT_ENROLLMENTS),
        TEACHERS(OneRosterFile.USERS, CsvFindingCode.TEACHERS_WITHOUT_ENROLLMENTS),
        STUDENTS_OF_CLASSES(OneRosterFile.CLASSES, CsvFindingCode.CLASSES_WITHOUT_STUDENTS),
        TEACHERS_OF_CLASSES(OneRosterFile.CLASSES, CsvFindingCode.CLASSES_WITHOUT_TEACHERS),
        PERIODS_OF_CLASSES(OneRosterFile.CLASSES, CsvFindingCode.CLASSES_WITHOUT_PERIODS),
        CLASSES_OF_COURSES(OneRosterFile.COURSES, CsvFindingCode.COURSES_WITHOUT_CLASSES);

        private final OneRosterFile file;
        private final CsvFindingCode code;

        Counter(OneRosterFile file, CsvFindingCode code) {
            this.file = file;
            this.code = code;
        }
    }

    /** Two columns for each counter, by the number of the org; the last row is that of the drop as a whole. */
    private static final class Counts {
        private final IntColumn all = new IntColumn();
        private final IntColumn lacking = new IntColumn();

        void count(int org, boolean lacks) {
            all.add(org, 1);
            lacking.add(org, lacks ? 1 : 0);
        }
    }

    private final CheckRun run;
    private final FileIds orgs;
    private final FileIds courses;
    private final FileIds classes;
    private final FileIds users;
    /** Numbers of lists of orgs, as most people of a school belong to the same ones. */
    private final IdIndex orgLists;

    private final List<int[]> orgsOfList = new ArrayList<>();
    private final IntColumn listOfUser = new IntColumn();
    private final IntColumn userFlags = new IntColumn();
    private final IntColumn orgOfClass = new IntColumn();
    private final IntColumn classFlags = new IntColumn();
    private final IntColumn orgOfCourse = new IntColumn();
    private final IntColumn courseFlags = new IntColumn();

    private SanityCounter(CheckRun run) {
        this.run = run;
        this.orgs = run.ids(OneRosterFile.ORGS);
        this.courses = run.ids(OneRosterFile.COURSES);
        this.classes = run.ids(OneRosterFile.CLASSES);
        this.users = run.ids(OneRosterFile.USERS);
        this.orgLists = new IdIndex(run.pool());
    }

    static SanityCounter in(CheckRun run) {
        SanityCounter counter = new SanityCounter(run);
        run.on(Course.class, (course, number, at) -> counter.take(course, number));
        run.on(SchoolClass.class, (schoolClass, number, at) -> counter.take(schoolClass, number));
        run.on(User.class, (user, number, at) -> counter.take(user, number));
        run.on(Enrollment.class, (enrollment, number, at) -> counter.take(enrollment));
        return counter;
    }

    private void take(Course course, int number) {
        flag(courseFlags, number, COURSE);
        orgOfCourse.set(number, org(course.orgSourcedId()));
    }

    private void take(SchoolClass schoolClass, int number) {
        flag(classFlags, number, CLASS | (schoolClass.periods().isEmpty() ? 0 : WITH_PERIODS));
        orgOfClass.set(number, org(schoolClass.schoolSourcedId()));
        if (!schoolClass.courseSourcedId().isEmpty()) {
            flag(courseFlags, courses.number(schoolClass.courseSourcedId()), WITH_CLASSES);
        }
    }

    private void take(User user, int number) {
        flag(userFlags, number, user.role() == RoleType.STUDENT ? STUDENT : 0);
        flag(userFlags, number, user.role() == RoleType.TEACHER ? TEACHER : 0);
        int list = orgLists.add(String.join(",", user.orgSourcedIds()));
        if (list == orgsOfList.size()) {
            orgsOfList.add(
                    user.orgSourcedIds().stream().mapToInt(this::org).distinct().toArray());
        }
        listOfUser.set(number, list);
    }

    private void take(Enrollment enrollment) {
        int schoolClass = classes.find(enrollment.classSourcedId());
        int user = users.find(enrollment.userSourcedId());
        if (schoolClass >= 0 && user >= 0 && users.is(user, FileIds.STANDING)) {
            flag(userFlags, user, ENROLLED);
            flag(classFlags, schoolClass, enrollment.role() == RoleType.STUDENT ? WITH_STUDENTS : 0);
            flag(classFlags, schoolClass, enrollment.role() == RoleType.TEACHER ? WITH_TEACHERS : 0);
        }
    }

    private static void flag(IntColumn flags, int number, int more) {
        flags.set(number, flags.get(number) | more);
    }

    /** The number of an org and 1; 0 for a blank id. */
    private int org(String sourcedId) {
        return sourcedId.isEmpty() ? 0 : orgs.number(sourcedId) + 1;
    }

    /** Counts and tells, school by school; absent when a file that is counted is not there as a whole. */
    Optional<Sanity> tell() {
        if (!run.isWhole(OneRosterFile.USERS)
                || !run.isWhole(OneRosterFile.CLASSES)
                || !run.isWhole(OneRosterFile.ENROLLMENTS)
                || run.isDelta(OneRosterFile.COURSES)
                || !run.isRead(OneRosterFile.COURSES)) {
            return Optional.empty();
        }
        int total = orgs.size() + 1;
        Map<Counter, Counts> counts = counted(total);
        // An id that no row of orgs.csv has is told as missing; what it says may be anything.
        List<Integer> schools = IntStream.range(1, total)
                .filter(org -> orgs.is(org - 1, FileIds.DESCRIBED))
                .filter(org -> counts.values().stream().anyMatch(column -> column.all.get(org) > 0))
                .boxed()
                .sorted(Comparator.comparing(org -> orgs.id(org - 1)))
                .toList();
        if (run.has(OneRosterFile.ORGS)) {
            schools.forEach(org -> tell(orgs.id(org - 1), org, counts));
        } else {
            tell("", total, counts);
        }
        return Optional.of(new Sanity(
                counts("", total, counts),
                schools.stream()
                        .map(org -> counts(orgs.id(org - 1), org, counts))
                        .toList()));
    }

    private void tell(String school, int org, Map<Counter, Counts> counts) {
        counts.forEach((counter, column) -> {
            if (column.lacking.get(org) > 0) {
                run.tell(
                        counter.code,
                        new Location.File(run.drop().fileName(counter.file)),
                        school,
                        column.lacking.get(org),
                        column.all.get(org));
            }
        });
    }

    private Map<Counter, Counts> counted(int total) {
        Map<Counter, Counts> counts = new EnumMap<>(Counter.class);
        for (Counter counter : Counter.values()) {
            counts.put(counter, new Counts());
        }
        for (int user = 0; user < users.size(); user++) {
            int flags = userFlags.get(user);
            if ((flags & (STUDENT | TEACHER)) != 0) {
                Counts of = of(counts, (flags & STUDENT) != 0 ? Counter.STUDENTS : Counter.TEACHERS);
                boolean lacks = (flags & ENROLLED) == 0;
                of.count(total, lacks);
                for (int org : orgsOfList.get(listOfUser.get(user))) {
                    of.count(org, lacks);
                }
            }
        }
        for (int schoolClass = 0; schoolClass < classes.size(); schoolClass++) {
            int flags = classFlags.get(schoolClass);
            if ((flags & CLASS) != 0) {
                for (int org : new int[] {total, orgOfClass.get(schoolClass)}) {
                    of(counts, Counter.STUDENTS_OF_CLASSES).count(org, (flags & WITH_STUDENTS) == 0);
                    of(counts, Counter.TEACHERS_OF_CLASSES).count(org, (flags & WITH_TEACHERS) == 0);
                    of(counts, Counter.PERIODS_OF_CLASSES).count(org, (flags & WITH_PERIODS) == 0);
                }
            }
        }
        for (int course = 0; course < courses.size(); course++) {
            int flags = courseFlags.get(course);
            if ((flags & COURSE) != 0) {
                of(counts, Counter.CLASSES_OF_COURSES).count(total, (flags & WITH_CLASSES) == 0);
                of(counts, Counter.CLASSES_OF_COURSES).count(orgOfCourse.get(course), (flags & WITH_CLASSES) == 0);
            }
        }
        return counts;
    }

    private static Counts of(Map<Counter, Counts> counts, Counter counter) {
        return Objects.requireNonNull(counts.get(counter));
    }

    private static SchoolCounts counts(String sourcedId, int org, Map<Counter, Counts> counts) {
        return new SchoolCounts(
                sourcedId,
                of(counts, Counter.STUDENTS).all.get(org),
                of(counts, Counter.STUDENTS).lacking.get(org),
                of(counts, Counter.TEACHERS).all.get(org),
                of(counts, Counter.TEACHERS).lacking.get(org),
                of(counts, Counter.STUDENTS_OF_CLASSES).all.get(org),
                of(counts, Counter.STUDENTS_OF_CLASSES).lacking.get(org),
                of(counts, Counter.TEACHERS_OF_CLASSES).lacking.get(org),
                of(counts, Counter.PERIODS_OF_CLASSES).lacking.get(org),
                of(counts, Counter.CLASSES_OF_COURSES).all.get(org),
                of(counts, Counter.CLASSES_OF_COURSES).lacking.get(org));
    }
}
