package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.oneroster4j.model.RoleType.STUDENT;
import static org.oneroster4j.model.RoleType.TEACHER;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.oneroster4j.impero.Explanation;
import org.oneroster4j.impero.Explanations;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.ImperoUser.Kind;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.SchoolCounts;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.SchoolClass;

class ExplanationsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 14);
    private static final MappingSettings SETTINGS = MappingSettings.of(Identity.USERNAME, DAY);
    private static final School SCHOOL = School.empty()
            .term("year", DAY.minusDays(100), DAY.plusDays(100))
            .term("autumn", DAY.minusDays(100), DAY.minusDays(3))
            .schoolClass("art", "one", "year")
            .schoolClass("old", "one", "autumn")
            .schoolClass("half", "one", "autumn", "year")
            .schoolClass("empty", "two", "year")
            .user("s1", STUDENT)
            .user("s2", STUDENT)
            .user("t1", TEACHER)
            .with(School.again("t2", "t1", TEACHER, "T1.LOGIN"))
            .with(School.person("t3", TEACHER, " "))
            .enroll("s1", "art", STUDENT)
            .enroll("s1", "art", STUDENT)
            .enroll("s1", "art", TEACHER)
            .enroll("t1", "art", TEACHER)
            .enroll("t2", "art", TEACHER)
            .enroll("t3", "art", TEACHER)
            .enroll("t1", "empty", TEACHER)
            .enroll("s2", "old", STUDENT)
            .with(School.enrollment("s2", "art", STUDENT, Optional.of(DAY.minusDays(1))))
            .with(School.enrollment("s1", "half", STUDENT, Optional.of(DAY.minusDays(1))))
            .with(School.enrollment("s1", "half", STUDENT, Optional.of(DAY.minusDays(9))));

    private final ImperoRoster roster = SCHOOL.mapped(SETTINGS);
    private final Explanations explanations = Explanations.of(roster, SCHOOL.roster());

    private static String sentence(Optional<Explanation> explanation) {
        return explanation.map(Explanation::sentence).orElse("nothing");
    }

    @Test
    void classIsExplainedInASentence() {
        assertThat(sentence(roster.explainClass("art"))).isEqualTo("The class art is written: as a group (R11).");
        assertThat(sentence(roster.explainClass(" old ")))
                .isEqualTo("The class old is left out: none of its terms covers the day (R6, class-not-current).");
        assertThat(sentence(roster.explainClass("empty")))
                .isEqualTo("The class empty is left out: it has no members (R11, empty-group).");
        assertThat(roster.explainClass("nowhere")).isEmpty();
    }

    @Test
    void personIsExplainedInASentence() {
        assertThat(sentence(roster.explainUser("s1"))).isEqualTo("The user s1 is written: as a member of groups (R8).");
        assertThat(sentence(roster.explainUser("t1"))).isEqualTo("The user t1 is written: as a console user (R12).");
        assertThat(sentence(roster.explainUser("t2")))
                .isEqualTo("The user t2 is merged: it is of the same person as t1 (R5).");
        assertThat(sentence(roster.explainUser("t3")))
                .isEqualTo(
                        "The user t3 is left out: the name that Impero matches people by is blank (R4, missing-identity).");
        assertThat(sentence(roster.explainUser("s2")))
                .isEqualTo("The user s2 is left out: the student is in no group that is written (R11, not-enrolled).");
    }

    @Test
    void enrollmentsOfAPersonInAClassAreExplainedRowByRow() {
        assertThat(explanations.enrollments("art", "s1"))
                .extracting(Explanation::sentence)
                .containsExactly(
                        "The enrollment in line 2 is written: as a membership (R8).",
                        "The enrollment in line 3 is merged: another row is of the same person and class (R7).",
                        "The enrollment in line 4 is left out: it names a student in a role of staff (R10, role-conflict).");
        assertThat(explanations.enrollments("art", "t2"))
                .extracting(Explanation::outcome)
                .containsExactly(Explanation.Outcome.MERGED);
        assertThat(explanations
                        .enrollments("empty", "t1")
                        .get(0)
                        .code()
                        .orElseThrow()
                        .code())
                .isEqualTo("group-not-written");
        assertThat(explanations.enrollments("art", "nobody")).isEmpty();
    }

    @Test
    void rowThatIsNotLiveIsExplainedByItsStatus() {
        SchoolClass deleted = SchoolClass.builder()
                .sourcedId("gone")
                .status(RecordStatus.TOBEDELETED)
                .title("Class")
                .courseSourcedId("")
                .schoolSourcedId("")
                .build();

        assertThat(sentence(SCHOOL.with(deleted).mapped(SETTINGS).explainClass("gone")))
                .isEqualTo("The class gone is left out: its status says that it is deleted (R1, not-live).");
    }

    @Test
    void lastDayIsThatOfTermsAndEnrollmentsThatAreOver() {
        assertThat(roster.lastDayOfClass("old")).contains(DAY.minusDays(3));
        assertThat(roster.lastDayOfClass("art")).isEmpty();
        assertThat(roster.lastDayOfClass("empty")).isEmpty();
        assertThat(roster.lastDayOfClass("nowhere")).isEmpty();
        assertThat(roster.lastDayOfEnrollment("art", "s2", Kind.STUDENT)).contains(DAY.minusDays(1));
        assertThat(roster.lastDayOfEnrollment("art", "s2", Kind.STAFF)).isEmpty();
        assertThat(roster.lastDayOfEnrollment("art", "s1", Kind.STUDENT)).isEmpty();
        assertThat(roster.lastDayOfEnrollment("half", "s1", Kind.STUDENT)).contains(DAY.minusDays(1));
    }

    @Test
    void enrollmentThatIsOverExplainsNothingWhereAnotherOfTheDayIsLeftOut() {
        School conflict = SCHOOL.enroll("s2", "art", TEACHER);

        assertThat(conflict.mapped(SETTINGS).lastDayOfEnrollment("art", "s2", Kind.STUDENT))
                .isEmpty();
    }

    @Test
    void totalsAddUpFileByFile() {
        assertThat(roster.totals().get(OneRosterFile.USERS).toString())
                .isEqualTo("RowTotals[read=5, written=2, merged=1, leftOut={missing-identity=1, not-enrolled=1}]");
        assertThat(roster.totals().values().stream()
                        .mapToInt(totals -> totals.read())
                        .sum())
                .isEqualTo(roster.rowsRead());
    }

    @Test
    void schoolsSayHowMuchOfTheCapsTheyTake() {
        MappingSettings small = SETTINGS.withMaxUsers(4).withMaxClasses(8);

        assertThat(roster.schools()).containsExactly(new SchoolCounts("one", "", 1, 1, 1));
        assertThat(roster.schools().get(0).percentOfUsers(small)).isEqualTo(50.0);
        assertThat(roster.schools().get(0).percentOfClasses(small)).isEqualTo(12.5);
    }

    @Test
    void anotherRosterThanTheMappedOneIsRefused() {
        Explanations wrong = Explanations.of(School.empty().mapped(SETTINGS), SCHOOL.roster());

        assertThatThrownBy(() -> wrong.user("s1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The roster is not the one that was mapped");
    }
}
