package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneroster4j.model.RoleType.ADMINISTRATOR;
import static org.oneroster4j.model.RoleType.AIDE;
import static org.oneroster4j.model.RoleType.PROCTOR;
import static org.oneroster4j.model.RoleType.STUDENT;
import static org.oneroster4j.model.RoleType.TEACHER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.oneroster4j.impero.Access;
import org.oneroster4j.impero.AccessRole;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.impero.ImperoUser.Kind;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.RowTotals;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.Location;
import org.oneroster4j.model.finding.Severity;

/** R7 to R10: which enrollments count, what they make, and when they were over. */
class EnrollmentRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 14);
    private static final MappingSettings SETTINGS = MappingSettings.of(Identity.USERNAME, DAY);
    private static final School SCHOOL = School.empty()
            .term("over", DAY.minusDays(90), DAY.minusDays(5))
            .schoolClass("c", "1")
            .schoolClass("old", "1", "over")
            .user("s", STUDENT)
            .user("u", STUDENT)
            .user("t", TEACHER)
            .user("v", TEACHER)
            .enroll("s", "c", STUDENT)
            .enroll("t", "c", TEACHER);

    private static Enrollment enrollment(String user, RoleType role) {
        return School.enrollment(user, "c", role, Optional.empty());
    }

    private static boolean isMember(Enrollment enrollment, MappingSettings settings) {
        return Mapped.of(SCHOOL.with(enrollment), settings).members().contains("c:u");
    }

    @Test
    void bothEndsAreIncluded() {
        Enrollment row = enrollment("u", STUDENT);

        assertThat(isMember(row.withBeginDate(DAY).withEndDate(DAY), SETTINGS)).isTrue();
        assertThat(isMember(row.withBeginDate(DAY), SETTINGS)).isTrue();
        assertThat(isMember(row.withEndDate(DAY), SETTINGS)).isTrue();
        assertThat(isMember(row.withBeginDate(DAY.plusDays(1)), SETTINGS)).isFalse();
        assertThat(isMember(row.withEndDate(DAY.minusDays(1)), SETTINGS)).isFalse();
        assertThat(Mapped.of(SCHOOL.with(row.withEndDate(DAY.minusDays(1))), SETTINGS)
                        .roster()
                        .leftOut())
                .isEqualTo(Map.of("class-not-current", 1, "outside-dates", 1, "not-enrolled", 1));
    }

    @Test
    void leadAndLagMakeTheTimeLongerAndGiveNoneToWhatHasNone() {
        MappingSettings wide = SETTINGS.withLeadDays(3).withLagDays(2);
        Enrollment row = enrollment("u", STUDENT);

        assertThat(isMember(row.withBeginDate(DAY.plusDays(3)), wide)).isTrue();
        assertThat(isMember(row.withBeginDate(DAY.plusDays(4)), wide)).isFalse();
        assertThat(isMember(row.withEndDate(DAY.minusDays(2)), wide)).isTrue();
        assertThat(isMember(row.withEndDate(DAY.minusDays(3)), wide)).isFalse();
        assertThat(isMember(row.withBeginDate(DAY.plusDays(1)).withEndDate(DAY), wide))
                .isFalse();
    }

    @Test
    void datesAreIgnoredOnlyWhenAskedFor() {
        MappingSettings any = SETTINGS.withHonourEnrollmentDates(false);

        assertThat(isMember(enrollment("u", STUDENT).withEndDate(DAY.minusDays(1)), any))
                .isTrue();
        assertThat(isMember(enrollment("u", STUDENT).withBeginDate(DAY.plusDays(1)), any))
                .isTrue();
    }

    @Test
    void unreadableDateNeverWidens() {
        for (String column : List.of("beginDate", "endDate")) {
            Mapped mapped = Mapped.of(SCHOOL.roster().with(unreadable("u", column)), SETTINGS);

            assertThat(mapped.members()).containsExactly("c:s");
            assertThat(mapped.roster().leftOut())
                    .isEqualTo(Map.of("class-not-current", 1, "unreadable-value", 1, "not-enrolled", 1));
        }
        assertThat(Mapped.of(SCHOOL.roster().with(unreadable("u", "primary")), SETTINGS)
                        .members())
                .containsExactly("c:s", "c:u");
    }

    private static Row<Enrollment> unreadable(String user, String column) {
        Location.Row place = new Location.Row("enrollments.csv", 99);
        Enrollment row = enrollment(user, STUDENT);
        return Row.read(place, row, Set.of(column), Row.of(row, place)::text);
    }

    @Test
    void rowsThatAreNotLiveAreNotThere() {
        Mapped mapped = Mapped.of(SCHOOL.with(enrollment("u", STUDENT).withStatus(RecordStatus.TOBEDELETED)), SETTINGS);

        assertThat(mapped.members()).containsExactly("c:s");
        assertThat(mapped.roster().leftOut())
                .isEqualTo(Map.of("class-not-current", 1, "not-live", 1, "not-enrolled", 1));
        assertThat(mapped.found(ImperoCode.NOT_LIVE).get(0).location())
                .isEqualTo(new Location.Row("enrollments.csv", 4));
    }

    @Test
    void enrollmentOfNobodyOrNowhereIsDanglingAndSaysWhich() {
        Mapped mapped = Mapped.of(
                SCHOOL.enroll("nobody", "c", STUDENT)
                        .enroll("s", "nowhere", STUDENT)
                        .enroll("t", "nowhere", TEACHER),
                SETTINGS);

        assertThat(mapped.roster().leftOut()).containsEntry("dangling-enrollment", 3);
        assertThat(mapped.found(ImperoCode.DANGLING_ENROLLMENT))
                .extracting(Finding::details)
                .containsExactly(List.of("user"), List.of("class"), List.of("class"));
    }

    @Test
    void firstRuleThatAppliesCounts() {
        assertThat(leftOut(School.enrollment("u", "old", STUDENT, Optional.of(DAY.minusDays(1)))))
                .containsEntry("outside-dates", 1);
        assertThat(leftOut(School.enrollment("u", "old", TEACHER, Optional.empty())))
                .containsEntry("class-not-taken", 1)
                .doesNotContainKey("role-conflict");
        assertThat(leftOut(School.enrollment("nobody", "old", TEACHER, Optional.empty())))
                .containsEntry("class-not-taken", 1)
                .doesNotContainKey("dangling-enrollment");
        assertThat(leftOut(School.enrollment("u", "nowhere", TEACHER, Optional.empty())))
                .containsEntry("role-conflict", 1)
                .doesNotContainKey("dangling-enrollment");
    }

    private static Map<String, Integer> leftOut(Enrollment more) {
        return Mapped.of(SCHOOL.with(more), SETTINGS).roster().leftOut();
    }

    @Test
    void pupilInAnyRoleOfStaffIsToldOfOnceInTheCellOfTheRole() {
        for (RoleType role : List.of(TEACHER, AIDE, PROCTOR, ADMINISTRATOR)) {
            Mapped mapped = Mapped.of(SCHOOL.enroll("u", "c", role), SETTINGS);

            assertThat(mapped.access()).containsExactly("c:t");
            assertThat(mapped.members()).containsExactly("c:s");
            assertThat(mapped.roster().leftOut())
                    .isEqualTo(Map.of("class-not-current", 1, "role-conflict", 1, "not-enrolled", 1));
            assertThat(mapped.found(ImperoCode.ROLE_CONFLICT))
                    .extracting(Finding::location)
                    .containsExactly(new Location.Row("enrollments.csv", 4).cell("role"));
        }
    }

    @Test
    void staffEnrolledAsStudentAreNoMembersAndToldOfOnce() {
        Mapped mapped = Mapped.of(SCHOOL.enroll("v", "c", STUDENT), SETTINGS);

        assertThat(mapped.members()).containsExactly("c:s");
        assertThat(mapped.access()).containsExactly("c:t");
        assertThat(mapped.roster().leftOut()).containsEntry("staff-as-student", 1);
        assertThat(mapped.found(ImperoCode.STAFF_AS_STUDENT)).hasSize(1);
        assertThat(mapped.found(ImperoCode.ROLE_CONFLICT)).isEmpty();
    }

    @Test
    void roleOfSomebodyLeftOutIsNotJudged() {
        Mapped mapped = Mapped.of(SCHOOL.with(School.person("w", STUDENT, "")).enroll("w", "c", TEACHER), SETTINGS);

        assertThat(mapped.found(ImperoCode.ROLE_CONFLICT)).isEmpty();
        assertThat(mapped.roster().leftOut()).containsEntry("user-left-out", 1);
    }

    @Test
    void teacherWhoGetsNoAccessIsReported() {
        School without = SCHOOL.with(School.person("w", TEACHER, "")).enroll("w", "c", TEACHER);
        School alone = without.schoolClass("d", "1")
                .enroll("s", "d", STUDENT)
                .enroll("w", "d", AIDE)
                .enroll("nobody", "d", TEACHER);
        School disabled = SCHOOL.with(School.person("w", TEACHER, "w").withEnabledUser(false))
                .enroll("w", "c", TEACHER)
                .with(School.enrollment("v", "c", TEACHER, Optional.of(DAY.minusDays(1))));

        assertThat(severities(without)).containsExactly(Severity.WARNING);
        assertThat(severities(alone)).containsExactly(Severity.ERROR, Severity.ERROR, Severity.WARNING);
        assertThat(severities(disabled)).isEmpty();
    }

    private static List<Severity> severities(School school) {
        return Mapped.of(school, SETTINGS).found(ImperoCode.TEACHER_LEFT_OUT).stream()
                .map(Finding::severity)
                .sorted()
                .toList();
    }

    @Test
    void rolesThatGiveAccessCanBeFewer() {
        MappingSettings teachers = SETTINGS.withAccessRoles(AccessRole.TEACHER);
        Mapped mapped = Mapped.of(SCHOOL.enroll("v", "c", AIDE), teachers);

        assertThat(mapped.access()).containsExactly("c:t");
        assertThat(mapped.members()).containsExactly("c:s");
        assertThat(mapped.roster().leftOut()).containsEntry("role-without-access", 1);
    }

    @Test
    void accessHasTheFirstRoleAndIsPrimaryWhenAnyRowSaysSo() {
        School school = SCHOOL.with(
                enrollment("v", PROCTOR).withPrimary(true),
                enrollment("v", AIDE).withPrimary(false),
                enrollment("v", ADMINISTRATOR));
        Mapped mapped = Mapped.of(school, SETTINGS);
        Access access = mapped.roster().access().get(1);

        assertThat(access.role()).isEqualTo(AIDE);
        assertThat(access.primary()).isTrue();
        assertThat(mapped.roster().access().get(0).primary()).isFalse();
        assertThat(mapped.roster().rowsMerged()).isEqualTo(2);
    }

    @Test
    void eachRowIsCountedOnceAsWrittenMergedOrLeftOut() {
        School school = SCHOOL.schoolClass("e", "1")
                .with(enrollment("v", PROCTOR), enrollment("v", AIDE))
                .enroll("nobody", "c", STUDENT)
                .enroll("t", "e", TEACHER);

        assertThat(Mapped.of(school, SETTINGS).roster().totals())
                .containsEntry(
                        OneRosterFile.ENROLLMENTS,
                        new RowTotals(6, 3, 1, Map.of("dangling-enrollment", 1, "group-not-written", 1)))
                .containsEntry(
                        OneRosterFile.CLASSES,
                        new RowTotals(3, 1, 0, Map.of("class-not-current", 1, "empty-group", 1)));
    }

    @Test
    void lastDayOfAnEnrollmentThatIsOverIsKeptForFourHundredDays() {
        assertThat(lastDay(0)).isEmpty();
        assertThat(lastDay(1)).contains(DAY.minusDays(1));
        assertThat(lastDay(400)).contains(DAY.minusDays(400));
        assertThat(lastDay(401)).isEmpty();
    }

    private static Optional<LocalDate> lastDay(int daysAgo) {
        return lastDay(SCHOOL.with(over("u", STUDENT, daysAgo)), SETTINGS, Kind.STUDENT);
    }

    private static Enrollment over(String user, RoleType role, int daysAgo) {
        return School.enrollment(user, "c", role, Optional.of(DAY.minusDays(daysAgo)));
    }

    private static Optional<LocalDate> lastDay(School school, MappingSettings settings, Kind kind) {
        return Mapped.of(school, settings).roster().lastDayOfEnrollment("c", kind == Kind.STUDENT ? "u" : "v", kind);
    }

    @Test
    void lastDayIsTheLatestOfAllAndThatOfLag() {
        School two = SCHOOL.with(over("u", STUDENT, 30), over("u", STUDENT, 7), over("u", STUDENT, 9));

        assertThat(lastDay(two, SETTINGS, Kind.STUDENT)).contains(DAY.minusDays(7));
        assertThat(lastDay(two, SETTINGS.withLagDays(2), Kind.STUDENT)).contains(DAY.minusDays(5));
        assertThat(lastDay(SCHOOL.with(over("v", TEACHER, 7)), SETTINGS, Kind.STAFF))
                .contains(DAY.minusDays(7));
        assertThat(lastDay(SCHOOL.with(over("v", TEACHER, 7)), SETTINGS, Kind.STUDENT))
                .isEmpty();
    }

    @Test
    void enrollmentThatNeverHeldOrHasNotBegunIsNotOver() {
        School never = SCHOOL.with(over("u", STUDENT, 7).withBeginDate(DAY.minusDays(6)));
        School ahead = SCHOOL.with(enrollment("u", STUDENT).withBeginDate(DAY.plusDays(2)));
        School oneDay = SCHOOL.with(over("u", STUDENT, 7).withBeginDate(DAY.minusDays(7)));

        assertThat(lastDay(never, SETTINGS, Kind.STUDENT)).isEmpty();
        assertThat(lastDay(ahead, SETTINGS, Kind.STUDENT)).isEmpty();
        assertThat(lastDay(oneDay, SETTINGS, Kind.STUDENT)).contains(DAY.minusDays(7));
    }

    @Test
    void enrollmentInARoleThatNeverCountedIsNotOver() {
        assertThat(lastDay(SCHOOL.with(over("u", TEACHER, 7)), SETTINGS, Kind.STAFF))
                .isEmpty();
        assertThat(Mapped.of(SCHOOL.with(over("u", TEACHER, 7)), SETTINGS)
                        .roster()
                        .lastDayOfEnrollment("c", "u", Kind.STAFF))
                .isEmpty();
        assertThat(Mapped.of(SCHOOL.with(over("v", STUDENT, 7)), SETTINGS)
                        .roster()
                        .lastDayOfEnrollment("c", "v", Kind.STUDENT))
                .isEmpty();
    }

    @Test
    void rowOfTheDayThatHasNoEffectKeepsTheCalendarFromExplaining() {
        School ended = SCHOOL.with(over("u", STUDENT, 7), over("v", TEACHER, 7));
        MappingSettings teachers = SETTINGS.withAccessRoles(AccessRole.TEACHER);

        assertThat(lastDay(ended.enroll("u", "c", AIDE), SETTINGS, Kind.STUDENT))
                .isEmpty();
        assertThat(lastDay(ended.enroll("v", "c", STUDENT), SETTINGS, Kind.STAFF))
                .isEmpty();
        assertThat(lastDay(ended.enroll("v", "c", AIDE), teachers, Kind.STAFF)).isEmpty();
        assertThat(lastDay(ended.enroll("v", "c", RoleType.PARENT), SETTINGS, Kind.STAFF))
                .contains(DAY.minusDays(7));
        assertThat(Mapped.of(ended.roster().with(unreadable("u", "endDate")), SETTINGS)
                        .roster()
                        .lastDayOfEnrollment("c", "u", Kind.STUDENT))
                .isEmpty();
    }

    @Test
    void personOrClassThatIsLeftOutTodayExplainsTheLossByItself() {
        School ended = School.empty()
                .term("ahead", DAY.plusDays(1), DAY.plusDays(90))
                .schoolClass("c", "1")
                .schoolClass("next", "1", "ahead")
                .with(School.person("u", STUDENT, ""))
                .user("s", STUDENT)
                .with(over("u", STUDENT, 7))
                .with(School.enrollment("s", "next", STUDENT, Optional.of(DAY.minusDays(7))));

        assertThat(lastDay(ended, SETTINGS, Kind.STUDENT)).contains(DAY.minusDays(7));
        assertThat(lastDay(ended.enroll("u", "c", STUDENT), SETTINGS, Kind.STUDENT))
                .isEmpty();
        assertThat(Mapped.of(ended, SETTINGS).roster().lastDayOfEnrollment("next", "s", Kind.STUDENT))
                .contains(DAY.minusDays(7));
        assertThat(Mapped.of(ended.enroll("s", "next", STUDENT), SETTINGS)
                        .roster()
                        .lastDayOfEnrollment("next", "s", Kind.STUDENT))
                .isEmpty();
    }

    @Test
    void groupThatIsNotWrittenExplainsTheLossByItself() {
        School empty =
                SCHOOL.schoolClass("e", "1").with(School.enrollment("v", "e", TEACHER, Optional.of(DAY.minusDays(7))));

        assertThat(Mapped.of(empty, SETTINGS).roster().lastDayOfEnrollment("e", "v", Kind.STAFF))
                .contains(DAY.minusDays(7));
        assertThat(Mapped.of(empty.enroll("v", "e", TEACHER), SETTINGS)
                        .roster()
                        .lastDayOfEnrollment("e", "v", Kind.STAFF))
                .isEmpty();
    }

    @Test
    void recordsOfOnePersonEndTogether() {
        School merged = SCHOOL.with(School.again("w", "v", TEACHER, "v.login")).with(over("w", TEACHER, 7));
        School going = merged.enroll("v", "c", TEACHER);

        assertThat(lastDay(merged, SETTINGS, Kind.STAFF)).contains(DAY.minusDays(7));
        assertThat(Mapped.of(merged, SETTINGS).roster().lastDayOfEnrollment("c", "w", Kind.STAFF))
                .contains(DAY.minusDays(7));
        assertThat(lastDay(going, SETTINGS, Kind.STAFF)).isEmpty();
        assertThat(Mapped.of(going, SETTINGS).roster().lastDayOfEnrollment("c", "w", Kind.STAFF))
                .isEmpty();
    }
}
