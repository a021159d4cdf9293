package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneroster4j.model.RoleType.AIDE;
import static org.oneroster4j.model.RoleType.STUDENT;
import static org.oneroster4j.model.RoleType.TEACHER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.StopChecks;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.FindingSummary;
import org.oneroster4j.model.finding.Location;
import org.oneroster4j.model.finding.RowFindingCode;

/** What stops a run, at the numbers of the contract and one beyond. */
class StopChecksTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 14);
    private static final MappingSettings SETTINGS = MappingSettings.of(Identity.USERNAME, DAY);
    private static final School SCHOOL = School.empty()
            .schoolClass("c", "1")
            .user("s", STUDENT)
            .user("t", TEACHER)
            .enroll("s", "c", STUDENT)
            .enroll("t", "c", TEACHER);

    private static List<String> reasons(School school) {
        return Mapped.of(school, SETTINGS).reasons();
    }

    private static School people(RoleType role, int all, int withoutIdentity) {
        List<RosterRecord> people = new ArrayList<>(SCHOOL.records());
        for (int i = 0; i < all; i++) {
            people.add(School.person("p" + i, role, i < withoutIdentity ? "" : "p" + i));
        }
        return new School(people);
    }

    @Test
    void soundSchoolMayBePublished() {
        assertThat(reasons(SCHOOL)).containsExactly("may publish");
    }

    @Test
    void missingIdentitiesStopAboveTenPercentAndAboveTen() {
        for (RoleType role : List.of(STUDENT, TEACHER)) {
            // The school has one more of each.
            assertThat(reasons(people(role, 109, 11))).containsExactly("may publish");
            assertThat(reasons(people(role, 108, 11))).containsExactly("stopped", "too-many-missing-identities");
            assertThat(reasons(people(role, 19, 10))).containsExactly("may publish");
        }
        assertThat(Mapped.of(people(STUDENT, 20, 11), SETTINGS).messages().get(0))
                .contains("11")
                .contains("21")
                .contains("students")
                .contains("username");
    }

    @Test
    void missingIdentitiesOfMostPeopleStopFromFiveOn() {
        for (RoleType role : List.of(STUDENT, TEACHER)) {
            // The school has one more of each.
            assertThat(reasons(people(role, 8, 5))).containsExactly("stopped", "too-many-missing-identities");
            assertThat(reasons(people(role, 9, 5))).containsExactly("may publish");
            assertThat(reasons(people(role, 4, 4))).containsExactly("may publish");
        }
    }

    @Test
    void disabledPeopleAndFamiliesAreNotCountedAmongThoseWithoutIdentity() {
        List<RosterRecord> people = new ArrayList<>(people(STUDENT, 99, 5).records());
        for (int i = 0; i < 20; i++) {
            people.add(School.person("d" + i, STUDENT, "").withEnabledUser(false));
            people.add(School.person("g" + i, RoleType.GUARDIAN, ""));
        }

        assertThat(reasons(new School(people))).containsExactly("may publish");
    }

    private static School dangling(int all, int dangling, boolean ofUsers) {
        School school = SCHOOL;
        List<RosterRecord> records = new ArrayList<>(school.records());
        for (int i = 2; i < all; i++) {
            boolean lost = i < dangling + 2;
            records.add(School.enrollment(
                    lost && ofUsers ? "nobody" : "s", lost && !ofUsers ? "nowhere" : "c", STUDENT, Optional.empty()));
        }
        return new School(records);
    }

    @Test
    void danglingEnrollmentsStopAboveFivePercentAndAboveTwenty() {
        for (boolean ofUsers : new boolean[] {true, false}) {
            assertThat(reasons(dangling(420, 21, ofUsers))).containsExactly("may publish");
            assertThat(reasons(dangling(419, 21, ofUsers))).containsExactly("stopped", "too-many-dangling-enrollments");
            assertThat(reasons(dangling(40, 20, ofUsers))).containsExactly("may publish");
        }
    }

    @Test
    void danglingEnrollmentsStopWhereTheyAreMostFromFiveOn() {
        assertThat(reasons(dangling(9, 5, true))).containsExactly("stopped", "too-many-dangling-enrollments");
        assertThat(reasons(dangling(10, 5, true))).containsExactly("may publish");
        assertThat(reasons(dangling(6, 4, true))).containsExactly("may publish");
    }

    private static School enrolledStudents(RoleType role, int students, int teachers) {
        School school = SCHOOL;
        for (int i = 1; i < teachers; i++) {
            school = school.enroll("t", "c", TEACHER);
        }
        for (int i = 0; i < students; i++) {
            school = school.enroll("s", "c", role);
        }
        return school;
    }

    @Test
    void studentsInRolesOfStaffStopAboveFivePercentAndAboveTen() {
        assertThat(reasons(enrolledStudents(AIDE, 11, 208))).containsExactly("stopped", "too-many-role-conflicts");
        assertThat(reasons(enrolledStudents(AIDE, 11, 209))).containsExactly("may publish");
        assertThat(reasons(enrolledStudents(AIDE, 10, 1))).containsExactly("may publish");
        assertThat(reasons(enrolledStudents(STUDENT, 300, 1))).containsExactly("may publish");
    }

    /** The school has two users. */
    private static List<String> reasonsWithRejectedUsers(RowFindingCode code, int all, int rejected) {
        List<Row<?>> rows = new ArrayList<>();
        for (int i = 0; i < rejected; i++) {
            rows.add(Row.rejected(new Location.Row("users.csv", 100 + i), "", Optional.empty(), code, column -> ""));
        }
        MemoryRoster roster = people(TEACHER, all - rejected - 2, 0).roster().with(rows.toArray(Row<?>[]::new));
        return Mapped.of(roster, SETTINGS).reasons();
    }

    @Test
    void rejectedRowsStopAboveFivePercentAndAboveTwentyOrWhereTheyAreMost() {
        for (RowFindingCode code : List.of(RowFindingCode.RAGGED_ROW, RowFindingCode.UNREADABLE_VALUE)) {
            assertThat(reasonsWithRejectedUsers(code, 419, 21)).containsExactly("stopped", "too-many-rejected-rows");
            assertThat(reasonsWithRejectedUsers(code, 420, 21)).containsExactly("may publish");
            assertThat(reasonsWithRejectedUsers(code, 40, 20)).containsExactly("may publish");
            assertThat(reasonsWithRejectedUsers(code, 9, 5)).containsExactly("stopped", "too-many-rejected-rows");
            assertThat(reasonsWithRejectedUsers(code, 10, 5)).containsExactly("may publish");
            assertThat(reasonsWithRejectedUsers(code, 6, 4)).containsExactly("may publish");
        }
    }

    @Test
    void conflictingUsersStopAboveOnePercentAndAboveTen() {
        assertThat(reasons(conflictingUsers(1200, 6))).containsExactly("may publish");
        assertThat(reasons(conflictingUsers(1199, 6))).containsExactly("stopped", "too-many-conflicting-records");
        assertThat(reasons(conflictingUsers(30, 5))).containsExactly("may publish");
    }

    private static School conflictingUsers(int all, int pairs) {
        List<RosterRecord> records = new ArrayList<>(SCHOOL.records());
        for (int i = 0; i < pairs; i++) {
            records.add(School.person("x" + i, STUDENT, "x" + i));
            records.add(School.person("x" + i, STUDENT, "y" + i));
        }
        for (int i = 2 + 2 * pairs; i < all; i++) {
            records.add(School.person("p" + i, STUDENT, "p" + i));
        }
        return new School(records);
    }

    @Test
    void conflictingClassesStopLikewise() {
        School school = SCHOOL;
        for (int i = 0; i < 5; i++) {
            school = school.schoolClass("x" + i, "1").schoolClass("x" + i, "2");
        }

        assertThat(reasons(school)).containsExactly("may publish");
        School more = school.schoolClass("y", "1").schoolClass("y", "2");
        assertThat(reasons(more)).containsExactly("stopped", "too-many-conflicting-records");
        assertThat(Mapped.of(more, SETTINGS).messages().get(0))
                .contains("12")
                .contains("13")
                .contains("classes.csv");
    }

    @Test
    void noCurrentClassStopsWithTheReasonAndNothingElse() {
        School over = School.empty().term("over", DAY.minusDays(9), DAY.minusDays(1));
        School ahead = School.empty().term("ahead", DAY.plusDays(1), DAY.plusDays(1));
        School between = over.term("ahead", DAY.plusDays(1), DAY.plusDays(9)).schoolClass("c", "1", "over", "ahead");
        School reversed =
                School.empty().term("r", DAY.plusDays(1), DAY.minusDays(1)).schoolClass("c", "1", "r");

        assertThat(reasons(between)).containsExactly("stopped", "no-current-classes");
        assertThat(message(between)).contains("between terms");
        assertThat(message(over.schoolClass("c", "1", "over"))).contains("are over");
        assertThat(message(ahead.schoolClass("c", "1", "ahead"))).contains("lie ahead");
        assertThat(message(reversed)).contains("no dates that can be used");
    }

    private static String message(School school) {
        return Mapped.of(school, SETTINGS).messages().get(0);
    }

    @Test
    void nothingIsNotPublished() {
        assertThat(reasons(School.empty())).containsExactly("stopped", "no-members", "no-staff", "no-access");
        assertThat(reasons(
                        School.empty().schoolClass("c", "1").user("t", TEACHER).enroll("t", "c", TEACHER)))
                .containsExactly("stopped", "no-members", "no-access");
        assertThat(reasons(
                        School.empty().schoolClass("c", "1").user("s", STUDENT).enroll("s", "c", STUDENT)))
                .containsExactly("stopped", "no-staff", "no-access");
    }

    @Test
    void capOnUsersWarnsFromNinetyPercentAndStopsAboveIt() {
        assertThat(reasonsWithCaps(2, 100)).containsExactly("may publish", "near-user-cap");
        assertThat(reasonsWithCaps(1, 100)).containsExactly("stopped", "too-many-users");
        School nine = people(TEACHER, 7, 0);
        assertThat(Mapped.of(nine, SETTINGS.withMaxUsers(10)).reasons())
                .containsExactly("may publish", "near-user-cap");
        assertThat(Mapped.of(nine, SETTINGS.withMaxUsers(11)).reasons()).containsExactly("may publish");
    }

    @Test
    void capOnClassesWarnsFromNinetyPercentAndStopsAboveIt() {
        School ten = SCHOOL;
        for (int i = 1; i < 10; i++) {
            ten = ten.schoolClass("c" + i, "1").enroll("s", "c" + i, STUDENT);
        }

        assertThat(Mapped.of(ten, SETTINGS.withMaxClasses(10)).reasons())
                .containsExactly("may publish", "near-class-cap");
        assertThat(Mapped.of(ten, SETTINGS.withMaxClasses(11)).reasons())
                .containsExactly("may publish", "near-class-cap");
        assertThat(Mapped.of(ten, SETTINGS.withMaxClasses(12)).reasons()).containsExactly("may publish");
        assertThat(Mapped.of(ten, SETTINGS.withMaxClasses(9)).reasons()).containsExactly("stopped", "too-many-classes");
    }

    private static List<String> reasonsWithCaps(int users, int classes) {
        return Mapped.of(SCHOOL, SETTINGS.withMaxUsers(users).withMaxClasses(classes))
                .reasons();
    }

    @Test
    void planIsNotStoppedByTheCapsOfOneServer() {
        Mapped mapped = Mapped.of(SCHOOL, SETTINGS.withMaxUsers(1).withMaxClasses(1));
        FindingSummary findings = new FindingSummary();

        assertThat(StopChecks.mayBePlanned(mapped.roster(), mapped.settings(), findings))
                .isTrue();
        assertThat(findings.codes()).isEmpty();
        assertThat(StopChecks.mayBePlanned(Mapped.of(School.empty(), SETTINGS).roster(), SETTINGS, findings))
                .isFalse();
    }

    @Test
    void messageHasTheTwentyLargestSchoolsTheLargestFirst() {
        School school = SCHOOL.schoolClass("none", "").enroll("s", "none", STUDENT);
        for (int i = 0; i < 21; i++) {
            school = school.schoolClass("m" + i, "school" + i).enroll("s", "m" + i, STUDENT);
        }
        school = school.enroll("t", "m7", TEACHER);
        String message = Mapped.of(school, SETTINGS.withMaxUsers(1)).messages().get(0);

        assertThat(message)
                .contains(
                        ": 1: 2 users, 1 classes; school7: 2 users, 1 classes; (no school): 1 users, 1 classes; school0: 1")
                .endsWith("; and 3 more schools.");
        assertThat(Mapped.of(SCHOOL, SETTINGS.withMaxUsers(1)).messages().get(0))
                .endsWith("By school: 1: 2 users, 1 classes.");
    }

    @Test
    void twentySchoolsAreAllShown() {
        School school = SCHOOL;
        for (int i = 0; i < 19; i++) {
            school = school.schoolClass("m" + i, "school" + i).enroll("s", "m" + i, STUDENT);
        }

        assertThat(Mapped.of(school, SETTINGS.withMaxUsers(1)).messages().get(0))
                .contains("school18")
                .doesNotContain("more schools");
    }
}
