package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneroster4j.model.RoleType.STUDENT;
import static org.oneroster4j.model.RoleType.TEACHER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.oneroster4j.impero.ConsoleStaff;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.change.BrakeSettings;
import org.oneroster4j.impero.change.Brakes;
import org.oneroster4j.impero.change.Changes;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.finding.Finding;

/** Where a brake says that things go. */
class BrakeWordsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 14);
    private static final MappingSettings YESTERDAY = MappingSettings.of(Identity.USERNAME, MONDAY);
    private static final MappingSettings TODAY = YESTERDAY.withAsOf(MONDAY.plusDays(1));

    /** Classes at five schools and one without a school, a student and a teacher of its own in each. */
    private static School school(int classes) {
        School school = School.empty();
        for (int i = 0; i < classes; i++) {
            school = school.schoolClass("c" + i, i % 6 == 0 ? "" : "school" + i % 6)
                    .user("s" + i, STUDENT)
                    .user("t" + i, TEACHER)
                    .enroll("s" + i, "c" + i, STUDENT)
                    .enroll("t" + i, "c" + i, TEACHER);
        }
        return school;
    }

    private static Map<String, String> messages(School before, School after, ConsoleStaff staff) {
        MappingSettings today = TODAY.withConsoleStaff(staff);
        ImperoRoster mapped = after.mapped(today);
        Changes changes = Changes.between(before.published(YESTERDAY.withConsoleStaff(staff)), mapped, today);
        List<Finding> reasons = Brakes.judge(changes, mapped, BrakeSettings.DEFAULTS);
        return reasons.stream().collect(Collectors.toMap(reason -> reason.code().code(), Finding::message));
    }

    @Test
    void everyKindOfRemovalNamesTheSchoolsWhereItHappens() {
        School small = school(30);
        for (int i = 100; i < 112; i++) {
            small = small.schoolClass("x" + i, "school1")
                    .user("xs" + i, STUDENT)
                    .user("xt" + i, TEACHER)
                    .enroll("xs" + i, "x" + i, STUDENT)
                    .enroll("xt" + i, "x" + i, TEACHER);
        }
        Map<String, String> messages = messages(
                small,
                small.without(record ->
                        record instanceof SchoolClass found && found.sourcedId().startsWith("x")),
                ConsoleStaff.ASSIGNED);

        assertThat(messages)
                .containsOnlyKeys(
                        "too-many-groups-removed",
                        "too-many-members-removed",
                        "too-many-console-users-removed",
                        "too-many-accesses-removed");
        assertThat(messages.values()).allMatch(message -> message.endsWith("Most are removed at school1: 12."));
    }

    @Test
    void fiveSchoolsAreAllNamedAndThoseWithoutOneToo() {
        School school = school(60);
        School five = school.without(record ->
                record instanceof SchoolClass found && !found.schoolSourcedId().equals("school5"));

        assertThat(messages(school, five, ConsoleStaff.ALL).get("too-many-groups-removed"))
                .endsWith("at (no school): 10; school1: 10; school2: 10; school3: 10; school4: 10.");
    }

    @Test
    void accessesAddedAreThoseOfSchoolsThatAreNewToo() {
        School before = school(30);
        School after = before;
        for (int i = 0; i < 60; i++) {
            after = after.schoolClass("n" + i, "new")
                    .enroll("s1", "n" + i, STUDENT)
                    .enroll("t1", "n" + i, TEACHER);
        }
        after = after.enroll("t2", "c1", TEACHER);
        Map<String, String> messages = messages(before, after, ConsoleStaff.ALL);

        assertThat(messages.get("too-many-accesses-added")).endsWith("Most are added at new: 60; school1: 1.");
        assertThat(messages.get("too-many-groups-for-one-person")).endsWith("They are at new: 60.");
    }

    /** A class that the drop calls deleted is gone for that, whatever its enrollments say. */
    @Test
    void deletedClassIsNotOverWhenItsEnrollmentsAre() {
        School before = school(40).without(record -> record instanceof Enrollment);
        for (int i = 0; i < 40; i++) {
            Optional<LocalDate> end = i < 12 ? Optional.of(MONDAY) : Optional.empty();
            before = before.with(School.enrollment("s" + i, "c" + i, STUDENT, end))
                    .with(School.enrollment("t" + i, "c" + i, TEACHER, end));
        }
        School deleted = new School(before.records().stream()
                .map(record -> record instanceof SchoolClass found
                                && Integer.parseInt(found.sourcedId().substring(1)) < 12
                        ? (RosterRecord) found.withStatus(RecordStatus.TOBEDELETED)
                        : record)
                .toList());

        assertThat(messages(before, before, ConsoleStaff.ALL)).isEmpty();
        assertThat(messages(before, deleted, ConsoleStaff.ALL)).containsOnlyKeys("too-many-groups-removed");
    }
}
