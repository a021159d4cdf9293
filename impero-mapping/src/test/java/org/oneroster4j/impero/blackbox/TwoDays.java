package org.oneroster4j.impero.blackbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.oneroster4j.model.AcademicSession;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.User;

/**
 * A small school on two days, between which terms and enrollments end, rows go missing and people are disabled; more of each
 * or less, by the seed.
 */
final class TwoDays {
    static final LocalDate FIRST = LocalDate.of(2026, 12, 10);
    static final LocalDate SECOND = LocalDate.of(2027, 1, 11);

    private static final int CLASSES = 14;
    private static final int STUDENTS = 12;
    private static final int STAFF = 8;

    private final Random random;
    private final List<RosterRecord> before = new ArrayList<>();
    private final List<RosterRecord> after = new ArrayList<>();
    private final Map<String, AcademicSession> terms = new LinkedHashMap<>();

    TwoDays(long seed) {
        random = new Random(seed);
        // Two out of three drops lose nothing of a kind, so that the calendar is often alone.
        double lossOfClasses = random.nextInt(3) == 0 ? random.nextDouble() : 0;
        double lossOfRows = random.nextInt(3) == 0 ? random.nextDouble() : 0;
        double disabled = random.nextInt(3) == 0 ? random.nextDouble() : 0;
        addTerms();
        for (int i = 0; i < STUDENTS + STAFF; i++) {
            boolean student = i < STUDENTS;
            String id = (student ? "s" : "t") + i;
            before.add(user(id, student, true));
            after.add(user(id, student, random.nextDouble() >= disabled));
        }
        for (int i = 0; i < CLASSES; i++) {
            addClass("c" + i, random.nextDouble() < lossOfClasses, lossOfRows);
        }
    }

    private void addTerms() {
        List<LocalDate> ends =
                List.of(FIRST.minusDays(1), FIRST, FIRST.plusDays(8), SECOND.minusDays(1), SECOND, SECOND.plusDays(90));
        for (int i = 0; i < 4; i++) {
            AcademicSession term = AcademicSession.builder()
                    .sourcedId("T" + i)
                    .title("Term")
                    .startDate(random.nextInt(4) == 0 ? SECOND.minusDays(random.nextInt(9)) : FIRST.minusDays(100))
                    .endDate(random.nextInt(4) == 0 ? SECOND.plusDays(50) : ends.get(random.nextInt(ends.size())))
                    .build();
            terms.put(term.sourcedId(), term);
            before.add(term);
            after.add(term);
        }
    }

    private static User user(String id, boolean student, boolean enabled) {
        return User.builder()
                .sourcedId(id)
                .enabledUser(enabled)
                .role(student ? RoleType.STUDENT : RoleType.TEACHER)
                .username(id + ".login")
                .givenName("Given")
                .familyName("Family")
                .build();
    }

    private void addClass(String id, boolean goes, double lossOfRows) {
        Set<String> termIds = new LinkedHashSet<>();
        int count = random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(2);
        while (termIds.size() < count) {
            termIds.add("T" + random.nextInt(5));
        }
        SchoolClass schoolClass = SchoolClass.builder()
                .sourcedId(id)
                .title("Class " + id)
                .courseSourcedId("")
                .schoolSourcedId("school" + random.nextInt(7))
                .addAllTermSourcedIds(termIds)
                .build();
        before.add(schoolClass);
        if (!goes) {
            after.add(schoolClass);
        }
        for (int i = random.nextInt(9); i > 0; i--) {
            int person = random.nextInt(STUDENTS + STAFF);
            boolean student = person < STUDENTS;
            Enrollment enrollment = enrollment(id, (student ? "s" : "t") + person, student);
            before.add(enrollment);
            if (random.nextDouble() >= lossOfRows) {
                after.add(enrollment);
            }
        }
    }

    private Enrollment enrollment(String schoolClass, String user, boolean student) {
        List<Optional<LocalDate>> ends = List.of(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(FIRST.minusDays(1)),
                Optional.of(FIRST),
                Optional.of(FIRST.plusDays(5)),
                Optional.of(SECOND.minusDays(1)),
                Optional.of(SECOND));
        return Enrollment.builder()
                .sourcedId("")
                .classSourcedId(schoolClass)
                .schoolSourcedId("school")
                .userSourcedId(user)
                .role(student ? RoleType.STUDENT : RoleType.TEACHER)
                .endDate(ends.get(random.nextInt(ends.size())))
                .build();
    }

    MemoryRoster before() {
        return new MemoryRoster(before.toArray(RosterRecord[]::new));
    }

    MemoryRoster after() {
        return new MemoryRoster(after.toArray(RosterRecord[]::new));
    }

    /** The last days of the terms that are described, of a class that is in the new drop. */
    private List<AcademicSession> termsNow(String classId) {
        return after.stream()
                .filter(record ->
                        record instanceof SchoolClass found && found.sourcedId().equals(classId))
                .flatMap(record -> ((SchoolClass) record).termSourcedIds().stream())
                .flatMap(term -> Optional.ofNullable(terms.get(term)).stream())
                .toList();
    }

    /** Whether the new drop says of a class that all its terms are over, the last of them since the first day. */
    boolean isClassOver(String id) {
        List<AcademicSession> described = termsNow(id);
        return described.stream().anyMatch(term -> isBetween(term.endDate().orElseThrow()))
                && described.stream()
                        .allMatch(term -> term.endDate().orElseThrow().isBefore(SECOND)
                                && !term.startDate()
                                        .orElseThrow()
                                        .isAfter(term.endDate().orElseThrow()));
    }

    boolean isClassThere(String id) {
        return after.stream()
                .anyMatch(record ->
                        record instanceof SchoolClass found && found.sourcedId().equals(id));
    }

    /** Whether the new drop has a class that is held on the second day. */
    boolean isClassHeld(String id) {
        List<AcademicSession> described = termsNow(id);
        return isClassThere(id)
                && (described.isEmpty()
                        || described.stream()
                                .anyMatch(
                                        term -> !term.startDate().orElseThrow().isAfter(SECOND)
                                                && !term.endDate().orElseThrow().isBefore(SECOND)));
    }

    /** Whether the new drop says that a person's enrollment in a class is over since the first day, and no other is not. */
    boolean isEnrollmentOver(String schoolClass, String user) {
        boolean anyOver = false;
        boolean anyOfTheDay = false;
        for (RosterRecord record : after) {
            if (record instanceof Enrollment found
                    && found.classSourcedId().equals(schoolClass)
                    && found.userSourcedId().equals(user)) {
                anyOfTheDay |= found.endDate().map(end -> !end.isBefore(SECOND)).orElse(true);
                anyOver |= found.endDate().map(TwoDays::isBetween).orElse(false);
            }
        }
        return isClassThere(schoolClass) && anyOver && !anyOfTheDay;
    }

    boolean isEnabled(String id) {
        return after.stream()
                .anyMatch(record -> record instanceof User found
                        && found.sourcedId().equals(id)
                        && found.enabledUser().orElse(true));
    }

    private static boolean isBetween(LocalDate day) {
        return !day.isBefore(FIRST) && day.isBefore(SECOND);
    }
}
