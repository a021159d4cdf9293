package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneroster4j.model.RoleType.STUDENT;
import static org.oneroster4j.model.RoleType.TEACHER;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.oneroster4j.impero.ConsoleStaff;
import org.oneroster4j.impero.EmptyGroups;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.change.Approval;
import org.oneroster4j.impero.change.BrakeSettings;
import org.oneroster4j.impero.change.Brakes;
import org.oneroster4j.impero.change.Changes;
import org.oneroster4j.impero.change.Fingerprint;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.User;
import org.oneroster4j.model.finding.Finding;

class BrakesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 14);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final MappingSettings YESTERDAY = MappingSettings.of(Identity.USERNAME, MONDAY);
    private static final MappingSettings TODAY = YESTERDAY.withAsOf(TUESDAY);

    /** Fifty classes at seven schools, a student and a teacher of its own in each. */
    private static final School SCHOOL = school(50);

    private static School school(int classes) {
        School school = School.empty().term("year", MONDAY.minusDays(100), MONDAY.plusDays(100));
        for (int i = 0; i < classes; i++) {
            school = school.schoolClass("c" + i, "school" + i % 7, "year")
                    .user("s" + i, STUDENT)
                    .user("t" + i, TEACHER)
                    .enroll("s" + i, "c" + i, STUDENT)
                    .enroll("t" + i, "c" + i, TEACHER);
        }
        return school;
    }

    private static List<Finding> judged(School before, School after) {
        return judged(before, YESTERDAY, after, TODAY);
    }

    private static List<Finding> judged(School before, MappingSettings first, School after, MappingSettings second) {
        ImperoRoster mapped = after.mapped(second);
        Changes changes = Changes.between(before.published(first), mapped, second);
        return Brakes.judge(changes, mapped, BrakeSettings.DEFAULTS);
    }

    private static List<String> codes(List<Finding> reasons) {
        return reasons.stream().map(reason -> reason.code().code()).toList();
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    private static boolean isClassBelow(RosterRecord record, int limit) {
        return record instanceof SchoolClass found && number(found.sourcedId()) < limit;
    }

    @Test
    void sameDropAgainIsNotHeld() {
        assertThat(judged(SCHOOL, SCHOOL)).isEmpty();
    }

    @Test
    void tenGroupsMayGoAndElevenMayNot() {
        assertThat(judged(SCHOOL, SCHOOL.without(record -> isClassBelow(record, 10))))
                .isEmpty();
        assertThat(codes(judged(SCHOOL, SCHOOL.without(record -> isClassBelow(record, 11)))))
                .containsExactly("too-many-groups-removed", "too-many-members-removed", "too-many-accesses-removed");
    }

    @Test
    void aFifthOfALargeDistrictMayGo() {
        School district = school(100);

        assertThat(judged(district, district.without(record -> isClassBelow(record, 20))))
                .isEmpty();
        assertThat(judged(district, district.without(record -> isClassBelow(record, 21))))
                .isNotEmpty();
    }

    @Test
    void reasonSaysHowManyWhereAndWhatToLookAt() {
        Finding groups = judged(SCHOOL, SCHOOL.without(record -> isClassBelow(record, 23)))
                .get(0);

        assertThat(groups.message())
                .isEqualTo(
                        "23 of 50 groups would be removed: more than 20 % and more than 10. Beside them 0 are over by the"
                                + " calendar, which counts neither way. Most are removed at school0: 4; school1: 4; school2: 3;"
                                + " school3: 3; school4: 3; and 2 more schools.");
        assertThat(groups.code().definition().fix())
                .contains("permission")
                .contains("summer blackout")
                .contains("masked");
    }

    @Test
    void maskedFieldHoldsMembersButNotGroups() {
        School masked = SCHOOL.without(record -> record instanceof User);
        for (int i = 0; i < 50; i++) {
            masked = masked.with(School.person("s" + i, STUDENT, i < 25 ? "" : "s" + i + ".login"))
                    .user("t" + i, TEACHER);
        }

        assertThat(codes(judged(
                        SCHOOL,
                        YESTERDAY.withEmptyGroups(EmptyGroups.KEEP),
                        masked,
                        TODAY.withEmptyGroups(EmptyGroups.KEEP))))
                .containsExactly("too-many-members-removed");
    }

    @Test
    void staffWhoAreNoStaffAnyMoreHoldTheRun() {
        School without = SCHOOL.without(
                record -> record instanceof User user && user.role() == TEACHER && number(user.sourcedId()) < 12);

        assertThat(codes(judged(SCHOOL, without)))
                .containsExactly("too-many-console-users-removed", "too-many-accesses-removed");
    }

    @Test
    void enrollmentsThatEndedYesterdayDoNotHoldTheRun() {
        School ending = SCHOOL.without(record -> record instanceof Enrollment);
        for (int i = 0; i < 50; i++) {
            Optional<LocalDate> end = i < 25 ? Optional.of(MONDAY) : Optional.empty();
            ending = ending.with(
                    School.enrollment("s" + i, "c" + i, STUDENT, end),
                    School.enrollment("t" + i, "c" + i, TEACHER, end));
        }

        assertThat(judged(ending, ending)).isEmpty();
        assertThat(ending.mapped(TODAY).counts().groups()).isEqualTo(25);
    }

    /** What had ended before was published yesterday for another reason, and that reason is what is missing today. */
    @Test
    void enrollmentsThatHadEndedBeforeExplainNothing() {
        School past = SCHOOL;
        for (int i = 0; i < 50; i++) {
            past = past.with(School.enrollment("s" + i, "c" + i, STUDENT, Optional.of(MONDAY.minusDays(30))));
        }
        School broken = past.without(record -> record instanceof Enrollment row
                && row.role() == STUDENT
                && row.endDate().isEmpty()
                && number(row.userSourcedId()) < 25);

        assertThat(codes(judged(past, broken))).contains("too-many-members-removed", "too-many-groups-removed");
    }

    @Test
    void termWhoseEndSomebodySetIntoThePastHoldsTheRun() {
        School before = SCHOOL;
        School wrong = School.empty()
                .term("year", MONDAY.minusDays(100), MONDAY.minusDays(10))
                .with(SCHOOL.records().stream().skip(1).toArray(RosterRecord[]::new));

        assertThat(codes(judged(before, wrong))).contains("too-many-groups-removed");
    }

    @Test
    void lossAmongWhatGoesOnIsNotDrownedByWhatIsOver() {
        School terms = SCHOOL.term("autumn", MONDAY.minusDays(100), MONDAY);
        for (int i = 0; i < 200; i++) {
            terms = terms.schoolClass("a" + i, "school0", "autumn").enroll("s1", "a" + i, STUDENT);
        }

        assertThat(judged(terms, terms)).isEmpty();
        assertThat(codes(judged(
                        terms,
                        terms.without(record -> record instanceof SchoolClass found
                                && found.sourcedId().startsWith("c")
                                && number(found.sourcedId()) < 11))))
                .contains("too-many-groups-removed");
    }

    @Test
    void consoleUserWithoutAnyClassLeftByTheCalendarIsNotCounted() {
        School terms = SCHOOL.term("autumn", MONDAY.minusDays(100), MONDAY);
        for (int i = 0; i < 40; i++) {
            terms = terms.schoolClass("a" + i, "school0", "autumn")
                    .user("a" + i, TEACHER)
                    .enroll("s1", "a" + i, STUDENT)
                    .enroll("a" + i, "a" + i, TEACHER);
        }
        MappingSettings first = YESTERDAY.withConsoleStaff(ConsoleStaff.ASSIGNED);

        assertThat(terms.mapped(first).counts().staff()).isEqualTo(90);
        assertThat(judged(terms, first, terms, first.withAsOf(TUESDAY))).isEmpty();
    }

    @Test
    void onePersonWithFiftyGroupsMoreIsNotHeldAndWithFiftyOneIs() {
        School large = school(60);
        School fifty = large;
        for (int i = 1; i <= 50; i++) {
            fifty = fifty.enroll("t0", "c" + i, TEACHER);
        }

        assertThat(codes(judged(large, fifty))).containsExactly("too-many-accesses-added");
        List<Finding> more = judged(large, fifty.enroll("t0", "c51", TEACHER));
        assertThat(codes(more)).containsExactly("too-many-accesses-added", "too-many-groups-for-one-person");
        assertThat(more.get(1).sourcedId()).isEqualTo("t0");
        assertThat(more.get(1).message())
                .startsWith("One person would get access to 51 groups more: more than 50. They are at school1: 8; ");
    }

    @Test
    void noReasonHoldsWhatDescribesAPerson() {
        List<Finding> reasons =
                judged(SCHOOL, SCHOOL.without(record -> record instanceof User user && number(user.sourcedId()) < 30));

        assertThat(reasons).hasSize(4);
        assertThat(reasons.toString() + reasons.stream().map(Finding::message).toList())
                .doesNotContain("login")
                .doesNotContain("Given")
                .doesNotContain("Family");
    }

    @Test
    void approvalReleasesTheRunItWasGivenForAndNoOther() {
        Fingerprint run = Fingerprint.of("digest of the drop", TODAY, BrakeSettings.DEFAULTS);
        Fingerprint other = Fingerprint.of("digest of another drop", TODAY, BrakeSettings.DEFAULTS);
        List<Finding> reasons = judged(SCHOOL, SCHOOL.without(record -> isClassBelow(record, 30)));

        assertThat(Brakes.mayPublish(reasons, run, Optional.empty())).isFalse();
        assertThat(Brakes.mayPublish(reasons, run, Optional.of(new Approval(run))))
                .isTrue();
        assertThat(Brakes.mayPublish(reasons, other, Optional.of(new Approval(run))))
                .isFalse();
        assertThat(Brakes.mayPublish(List.of(), run, Optional.empty())).isTrue();
    }
}
