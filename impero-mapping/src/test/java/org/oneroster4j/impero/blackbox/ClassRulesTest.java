package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.oneroster4j.model.RoleType.STUDENT;
import static org.oneroster4j.model.RoleType.TEACHER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.oneroster4j.impero.ConsoleStaff;
import org.oneroster4j.impero.EmptyGroups;
import org.oneroster4j.impero.Group;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.Termless;
import org.oneroster4j.impero.UnknownSchoolException;
import org.oneroster4j.model.AcademicSession;
import org.oneroster4j.model.Course;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.Severity;

/** R6, R11 and R12, the school filter, and R15 for classes and what they point at. */
class ClassRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 14);
    private static final MappingSettings SETTINGS = MappingSettings.of(Identity.USERNAME, DAY);
    private static final School SCHOOL = School.empty().user("s", STUDENT).user("t", TEACHER);

    private static School taught(School school, String... classes) {
        School all = school;
        for (String schoolClass : classes) {
            all = all.enroll("s", schoolClass, STUDENT).enroll("t", schoolClass, TEACHER);
        }
        return all;
    }

    private static boolean isTaken(School terms, MappingSettings settings, String... named) {
        return !Mapped.of(taught(terms.schoolClass("c", "1", named), "c"), settings)
                .groups()
                .isEmpty();
    }

    private static School term(LocalDate start, LocalDate end) {
        return SCHOOL.term("T", start, end);
    }

    @Test
    void termCoversItsFirstAndItsLastDay() {
        assertThat(isTaken(term(DAY, DAY), SETTINGS, "T")).isTrue();
        assertThat(isTaken(term(DAY.plusDays(1), DAY.plusDays(9)), SETTINGS, "T"))
                .isFalse();
        assertThat(isTaken(term(DAY.minusDays(9), DAY.minusDays(1)), SETTINGS, "T"))
                .isFalse();
    }

    @Test
    void leadAndLagBelongToTerms() {
        MappingSettings wide = SETTINGS.withLeadDays(3).withLagDays(2);

        assertThat(isTaken(term(DAY.plusDays(3), DAY.plusDays(9)), wide, "T")).isTrue();
        assertThat(isTaken(term(DAY.plusDays(4), DAY.plusDays(9)), wide, "T")).isFalse();
        assertThat(isTaken(term(DAY.minusDays(9), DAY.minusDays(2)), wide, "T")).isTrue();
        assertThat(isTaken(term(DAY.minusDays(9), DAY.minusDays(3)), wide, "T")).isFalse();
        assertThat(isTaken(term(DAY.plusDays(1), DAY), wide, "T")).isFalse();
    }

    @Test
    void oneTermOfTheDayIsEnough() {
        School terms = term(DAY.minusDays(9), DAY.minusDays(1)).term("U", DAY, DAY);

        assertThat(isTaken(terms, SETTINGS, "T", "U")).isTrue();
        assertThat(isTaken(terms, SETTINGS, " U ")).isTrue();
        assertThat(isTaken(terms, SETTINGS, "T", "unknown")).isFalse();
    }

    @Test
    void classWhoseTermsNothingDescribesIsNotCurrent() {
        Mapped unknown = Mapped.of(taught(SCHOOL.schoolClass("c", "1", "unknown"), "c"), SETTINGS);
        Mapped known = Mapped.of(taught(term(DAY, DAY).schoolClass("c", "1", "T"), "c"), SETTINGS);

        assertThat(unknown.groups()).isEmpty();
        assertThat(unknown.found(ImperoCode.CLASS_TERMS_UNKNOWN))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
        assertThat(unknown.roster().leftOut()).containsEntry("class-not-current", 1);
        assertThat(unknown.foundAbout(ImperoCode.CLASS_TERMS_UNKNOWN)).containsExactly("c");
        assertThat(known.found(ImperoCode.CLASS_TERMS_UNKNOWN)).isEmpty();
        assertThat(known.found(ImperoCode.CLASS_NOT_CURRENT)).isEmpty();
    }

    /** A row whose columns shifted may name no term, and must not bring a class of last year back. */
    @Test
    void classThatNamesNoTermIsNotCurrentWhereOthersNameTerms() {
        School school = taught(term(DAY, DAY).schoolClass("c", "1", "T").with(termless("old")), "c", "old");
        Mapped left = Mapped.of(school, SETTINGS);
        Mapped taken = Mapped.of(school, SETTINGS.withTermless(Termless.TAKE));

        assertThat(left.groups()).containsExactly("c");
        assertThat(left.roster().leftOut()).isEqualTo(Map.of("class-not-current", 1, "class-not-taken", 2));
        assertThat(left.found(ImperoCode.CLASS_TERMS_NOT_GIVEN))
                .extracting(Finding::sourcedId, Finding::severity)
                .containsExactly(tuple("old", Severity.ERROR));
        assertThat(taken.groups()).containsExactly("c", "old");
        assertThat(taken.roster().leftOut()).isEmpty();
    }

    @Test
    void allClassesAreTakenWhereNoneNamesATermOrThereAreNoSessions() {
        Mapped noneNamed = Mapped.of(taught(term(DAY, DAY).with(termless("c")), "c"), SETTINGS);
        Mapped noSessions = Mapped.of(
                taught(SCHOOL.schoolClass("c", "1", "T"), "c").roster().without(OneRosterFile.ACADEMIC_SESSIONS),
                SETTINGS);

        for (Mapped mapped : List.of(noneNamed, noSessions)) {
            assertThat(mapped.groups()).containsExactly("c");
            assertThat(mapped.found(ImperoCode.CLASS_TERMS_NOT_GIVEN))
                    .extracting(Finding::severity)
                    .containsExactly(Severity.NOTICE);
        }
    }

    /** A class that does not count, because it is deleted or in conflict with itself, names no terms for the others. */
    @Test
    void deletedClassNamesNoTermForTheOthers() {
        SchoolClass deleted = termless("old").withTermSourcedIds("T").withStatus(RecordStatus.TOBEDELETED);

        assertThat(Mapped.of(taught(term(DAY, DAY).with(termless("c"), deleted), "c"), SETTINGS)
                        .groups())
                .containsExactly("c");
    }

    private static SchoolClass termless(String id) {
        return SchoolClass.builder()
                .sourcedId(id)
                .title("Class " + id)
                .courseSourcedId("")
                .schoolSourcedId("1")
                .build();
    }

    /** The live row may be what is left of a deletion that somebody undid, or the deletion may have come after it. */
    @Test
    void idOfALiveRowAndOfADeletedOneDoesNotCount() {
        School school = taught(
                SCHOOL.schoolClass("c", "1")
                        .with(termless("c").withStatus(RecordStatus.TOBEDELETED))
                        .schoolClass("d", "1"),
                "c",
                "d");
        Mapped mapped = Mapped.of(school, SETTINGS);

        assertThat(mapped.groups()).containsExactly("d");
        assertThat(mapped.roster().leftOut())
                .isEqualTo(Map.of("not-live", 1, "conflicting-records", 1, "class-not-taken", 2));
    }

    /** The reason is that of the classes, whichever rule took the current one away. */
    @Test
    void onlyCurrentClassInConflictLeavesNoCurrentClass() {
        School school = taught(
                term(DAY.minusDays(9), DAY.minusDays(1))
                        .schoolClass("over", "1", "T")
                        .schoolClass("c", "1")
                        .schoolClass("c", "2"),
                "c",
                "over");

        assertThat(Mapped.of(school, SETTINGS).reasons()).containsExactly("stopped", "no-current-classes");
    }

    @Test
    void excludedClassIsTakenOutAndItsSchoolStaysKnown() {
        School school = taught(SCHOOL.schoolClass("c", "1").schoolClass("d", "2"), "c", "d");
        MappingSettings settings = SETTINGS.withExclude(Set.of("d", "nowhere"));
        Mapped mapped = Mapped.of(school, settings);

        assertThat(mapped.groups()).containsExactly("c");
        assertThat(mapped.roster().leftOut()).isEqualTo(Map.of("excluded", 1, "class-not-taken", 2));
        assertThat(mapped.foundAbout(ImperoCode.EXCLUDED)).containsExactly("d");
        assertThat(mapped.found(ImperoCode.EXCLUDE_UNKNOWN))
                .extracting(Finding::details)
                .containsExactly(List.of("nowhere"));
        assertThat(Mapped.of(school.roster().without(OneRosterFile.ORGS), settings.withSchools("1", "2"))
                        .groups())
                .containsExactly("c");
    }

    @Test
    void termThatDoesNotCountCoversNoDay() {
        AcademicSession term = AcademicSession.builder()
                .sourcedId("T")
                .title("Term")
                .startDate(DAY)
                .endDate(DAY)
                .build();

        assertThat(isTaken(SCHOOL.with(term.withStatus(RecordStatus.TOBEDELETED)), SETTINGS, "T"))
                .isFalse();
        assertThat(isTaken(SCHOOL.with(term, term.withTitle("Other")), SETTINGS, "T"))
                .isFalse();
        assertThat(isTaken(SCHOOL.with(term, term.withEndDate(DAY.plusDays(1))), SETTINGS, "T"))
                .isFalse();
        assertThat(isTaken(SCHOOL.with(term, term), SETTINGS, "T")).isTrue();
        assertThat(isTaken(SCHOOL.with(term.withStartDate(Optional.empty())), SETTINGS, "T"))
                .isFalse();
        assertThat(isTaken(SCHOOL.with(term.withEndDate(Optional.empty())), SETTINGS, "T"))
                .isFalse();
    }

    @Test
    void termsAreNotAskedWhenTheSettingsSaySo() {
        School over = term(DAY.minusDays(9), DAY.minusDays(1));

        assertThat(isTaken(over, SETTINGS.withHonourTerms(false), "T")).isTrue();
    }

    @Test
    void classThatIsNotCurrentIsToldOfAndItsEnrollmentsAreNotDangling() {
        Mapped mapped =
                Mapped.of(taught(term(DAY.minusDays(9), DAY.minusDays(1)).schoolClass("c", "1", "T"), "c"), SETTINGS);

        assertThat(mapped.foundAbout(ImperoCode.CLASS_NOT_CURRENT)).containsExactly("c");
        assertThat(mapped.roster().leftOut())
                .isEqualTo(Map.of("class-not-current", 1, "class-not-taken", 2, "not-enrolled", 1));
    }

    @Test
    void lastDayOfAClassIsThatOfItsLastTermWithLag() {
        School terms = term(DAY.minusDays(90), DAY.minusDays(40)).term("U", DAY.minusDays(30), DAY.minusDays(5));

        assertThat(lastDay(terms, SETTINGS, "T", "U")).contains(DAY.minusDays(5));
        assertThat(lastDay(terms, SETTINGS, "U", "T")).contains(DAY.minusDays(5));
        assertThat(lastDay(terms, SETTINGS.withLagDays(2), "U")).contains(DAY.minusDays(3));
        assertThat(lastDay(terms, SETTINGS, "unknown", "T")).contains(DAY.minusDays(40));
        assertThat(lastDay(terms, SETTINGS.withLagDays(5), "U")).isEmpty();
    }

    private static Optional<LocalDate> lastDay(School terms, MappingSettings settings, String... named) {
        return Mapped.of(terms.schoolClass("c", "1", named), settings).roster().lastDayOfClass("c");
    }

    @Test
    void classWithATermThatIsNotOverHasNoLastDay() {
        School ended = term(DAY.minusDays(90), DAY.minusDays(40));

        assertThat(lastDay(ended.term("U", DAY.plusDays(1), DAY.plusDays(9)), SETTINGS, "T", "U"))
                .isEmpty();
        assertThat(lastDay(ended.term("U", DAY.minusDays(8), DAY.minusDays(9)), SETTINGS, "T", "U"))
                .isEmpty();
        assertThat(lastDay(ended.term("U", DAY.minusDays(9), DAY.minusDays(9)), SETTINGS, "T", "U"))
                .contains(DAY.minusDays(9));
        assertThat(lastDay(
                        ended.term("U", DAY.minusDays(9), DAY.minusDays(8))
                                .term("U", DAY.minusDays(9), DAY.minusDays(7)),
                        SETTINGS,
                        "T",
                        "U"))
                .isEmpty();
    }

    @Test
    void emptyGroupIsLeftOutUnlessItIsToBeKept() {
        School school = SCHOOL.schoolClass("c", "1").schoolClass("e", "1").schoolClass("f", "1");
        School all = taught(school, "c").enroll("t", "e", TEACHER).enroll("t", "e", TEACHER);
        Mapped without = Mapped.of(all, SETTINGS);

        assertThat(without.groups()).containsExactly("c");
        assertThat(without.roster().leftOut()).isEqualTo(Map.of("empty-group", 2, "group-not-written", 2));
        assertThat(without.foundAbout(ImperoCode.EMPTY_GROUP)).containsExactly("e", "f");
        assertThat(without.found(ImperoCode.GROUP_NOT_WRITTEN))
                .extracting(Finding::sourcedId, finding -> finding.details().get(0))
                .containsExactly(tuple("e", "2"));
        assertThat(without.found(ImperoCode.GROUP_NOT_WRITTEN))
                .extracting(Finding::location)
                .isEqualTo(List.of(without.found(ImperoCode.EMPTY_GROUP).get(0).location()));
        Mapped kept = Mapped.of(all, SETTINGS.withEmptyGroups(EmptyGroups.KEEP));
        assertThat(kept.groups()).containsExactly("c", "e", "f");
        assertThat(kept.access()).containsExactly("c:t", "e:t");
        assertThat(kept.foundAbout(ImperoCode.GROUP_WITHOUT_ACCESS)).containsExactly("f");
        assertThat(kept.found(ImperoCode.EMPTY_GROUP)).isEmpty();
    }

    @Test
    void consoleUsersAreAllStaffOrThoseAssigned() {
        School school = taught(SCHOOL.user("v", TEACHER).schoolClass("c", "1").schoolClass("e", "1"), "c")
                .enroll("v", "e", TEACHER);
        MappingSettings assigned = SETTINGS.withConsoleStaff(ConsoleStaff.ASSIGNED);

        assertThat(Mapped.of(school, SETTINGS).users()).containsExactly("s", "t", "v");
        assertThat(Mapped.of(school, assigned).users()).containsExactly("s", "t");
        assertThat(Mapped.of(school, assigned).roster().leftOut()).containsEntry("not-assigned", 1);
    }

    private static Org org(String id, String identifier, String parent) {
        return Org.builder()
                .sourcedId(id)
                .name("Org " + id)
                .identifier(Optional.of(identifier).filter(text -> !text.isEmpty()))
                .parentSourcedId(Optional.of(parent).filter(text -> !text.isEmpty()))
                .build();
    }

    /** A district of two schools, one of which has an annex below it. */
    private static final School DISTRICT = taught(
                    SCHOOL.with(
                                    org("d", "", ""),
                                    org("1", " NCES1 ", "d"),
                                    org("2", "NCES2", " d "),
                                    org("2a", "", "2"))
                            .schoolClass("c1", "1")
                            .schoolClass("c2", "2")
                            .schoolClass("c2a", " 2a ")
                            .schoolClass("none", ""),
                    "c1",
                    "c2",
                    "c2a",
                    "none")
            .with(School.person("in1", TEACHER, "in1").withOrgSourcedIds("x", " 1 "))
            .with(School.person("in2a", TEACHER, "in2a").withOrgSourcedIds("2a"))
            .with(School.person("elsewhere", TEACHER, "elsewhere").withOrgSourcedIds("x"));

    private static Mapped filtered(String... schools) {
        return Mapped.of(DISTRICT, SETTINGS.withSchools(schools));
    }

    @Test
    void filterTakesTheOrgsBelowByIdAndByIdentifier() {
        assertThat(filtered("1").groups()).containsExactly("c1");
        assertThat(filtered(" NCES2 ").groups()).containsExactly("c2", "c2a");
        assertThat(filtered("1", "2a").groups()).containsExactly("c1", "c2a");
        assertThat(filtered("d").groups()).containsExactly("c1", "c2", "c2a");
        assertThat(Mapped.of(DISTRICT, SETTINGS).groups()).containsExactly("c1", "c2", "c2a", "none");
        assertThat(filtered("1").foundAbout(ImperoCode.OUTSIDE_SCHOOL_FILTER)).containsExactly("c2", "c2a", "none");
        assertThat(filtered("1").roster().leftOut()).containsEntry("outside-school-filter", 3);
    }

    @Test
    void filterTakesStaffOfItsOrgsAndThoseAssignedThere() {
        assertThat(filtered("1").users()).containsExactly("in1", "s", "t");
        assertThat(filtered("2").users()).containsExactly("in2a", "s", "t");
        assertThat(filtered("1").foundAbout(ImperoCode.NOT_ASSIGNED)).containsExactly("elsewhere", "in2a");
        assertThat(Mapped.of(DISTRICT, SETTINGS.withSchools("1").withConsoleStaff(ConsoleStaff.ASSIGNED))
                        .users())
                .containsExactly("s", "t");
    }

    @Test
    void oneRecordOfAPersonInTheFilterIsEnough() {
        School merged = DISTRICT.with(School.again("a", "in1", TEACHER, "IN1"))
                .with(School.again("z", "elsewhere", TEACHER, "elsewhere"));

        assertThat(Mapped.of(merged, SETTINGS.withSchools("1")).users()).containsExactly("a", "s", "t");
    }

    @Test
    void filterThatNamesNoOrgIsRefused() {
        School gone = DISTRICT.with(org("9", "", "").withStatus(RecordStatus.TOBEDELETED));

        assertThatThrownBy(() -> filtered("1", "3")).isInstanceOf(UnknownSchoolException.class);
        assertThatThrownBy(() -> Mapped.of(gone, SETTINGS.withSchools("9"))).isInstanceOf(UnknownSchoolException.class);
        assertThatThrownBy(() -> Mapped.of(DISTRICT.with(org("1", "other", "d")), SETTINGS.withSchools("1")))
                .isInstanceOf(UnknownSchoolException.class);
    }

    @Test
    void orgsThatAreTheirOwnParentsEndSomewhere() {
        School ring = taught(SCHOOL.with(org("a", "", "b"), org("b", "", "a")).schoolClass("c", "b"), "c");

        assertThat(Mapped.of(ring, SETTINGS.withSchools("a")).groups()).containsExactly("c");
    }

    @Test
    void withoutOrgsTheFilterIsComparedWithWhatClassesName() {
        MemoryRoster roster =
                DISTRICT.without(record -> record instanceof Org).roster().without(OneRosterFile.ORGS);

        assertThat(Mapped.of(roster, SETTINGS.withSchools(" 2 ")).groups()).containsExactly("c2");
        assertThat(Mapped.of(roster, SETTINGS.withSchools("1", "2a")).groups()).containsExactly("c1", "c2a");
        assertThat(Mapped.of(roster, SETTINGS.withSchools("1")).users()).containsExactly("in1", "s", "t");
        assertThatThrownBy(() -> Mapped.of(roster, SETTINGS.withSchools("1", "NCES2")))
                .isInstanceOf(UnknownSchoolException.class);
    }

    @Test
    void classesOfOneIdThatDifferAreAllLeftOut() {
        SchoolClass one = SchoolClass.builder()
                .sourcedId("x")
                .title("X")
                .courseSourcedId("")
                .schoolSourcedId("1")
                .addTermSourcedIds(School.ALWAYS)
                .build();
        for (SchoolClass other : List.of(
                one.withTitle("Y"),
                one.withCourseSourcedId("y"),
                one.withClassCode("y"),
                one.withSchoolSourcedId("y"),
                one.withTermSourcedIds(School.ALWAYS, "y"),
                one.withPeriods("y"))) {
            Mapped mapped = Mapped.of(taught(SCHOOL.with(one, other), "x"), SETTINGS);

            assertThat(mapped.groups()).isEmpty();
            assertThat(mapped.roster().leftOut())
                    .isEqualTo(Map.of("conflicting-records", 2, "class-not-taken", 2, "not-enrolled", 1));
        }
        Mapped equal = Mapped.of(taught(SCHOOL.with(one, one.withGrades("09")), "x"), SETTINGS);
        assertThat(equal.groups()).containsExactly("x");
        assertThat(equal.roster().leftOut()).isEqualTo(Map.of("repeated-record", 1));
        assertThat(equal.foundAbout(ImperoCode.REPEATED_RECORD)).containsExactly("x");
    }

    @Test
    void repeatedClassThatIsNotCurrentIsCountedUnderThatForEachRow() {
        School school = term(DAY.minusDays(9), DAY.minusDays(1))
                .schoolClass("c", "1", "T")
                .schoolClass("c", "1", "T");

        assertThat(Mapped.of(school, SETTINGS).roster().leftOut()).containsEntry("class-not-current", 2);
    }

    @Test
    void groupHasWhatItsClassPointsAtAndBlanksWhereThatDoesNotCount() {
        Course course = Course.builder()
                .sourcedId("k")
                .title(" Arts  and Crafts ")
                .courseCode("AC")
                .orgSourcedId("1")
                .build();
        SchoolClass art = SchoolClass.builder()
                .sourcedId("c")
                .title("Art")
                .classCode(" A  1 ")
                .courseSourcedId(" k ")
                .schoolSourcedId(" 1 ")
                .build();
        School school = taught(SCHOOL.with(org("1", "", ""), course, art), "c");

        assertThat(Mapped.of(school, SETTINGS).roster().groups())
                .containsExactly(new Group("c", "Art (A 1)", "A 1", "Arts and Crafts", "1", "Org 1"));
        School conflicting = school.with(org("1", "", "d"), course.withTitle("Other"));
        assertThat(Mapped.of(conflicting, SETTINGS).roster().groups())
                .containsExactly(new Group("c", "Art (A 1)", "A 1", "", "1", ""));
        assertThat(Mapped.of(conflicting, SETTINGS).foundAbout(ImperoCode.CONFLICTING_RECORDS))
                .containsExactly("1", "k");
        assertThat(Mapped.of(school.with(org("1", "", ""), course), SETTINGS).foundAbout(ImperoCode.REPEATED_RECORD))
                .containsExactly("1", "k");
        // The same letters one after the other, but not the same cells.
        Course shifted = course.withTitle("Arts  and CraftsA").withCourseCode("C");
        assertThat(Mapped.of(school.with(shifted), SETTINGS).foundAbout(ImperoCode.CONFLICTING_RECORDS))
                .containsExactly("k");
    }
}
