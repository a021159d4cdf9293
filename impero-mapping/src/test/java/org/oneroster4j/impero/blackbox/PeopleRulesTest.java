package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.oneroster4j.model.RoleType.ADMINISTRATOR;
import static org.oneroster4j.model.RoleType.AIDE;
import static org.oneroster4j.model.RoleType.GUARDIAN;
import static org.oneroster4j.model.RoleType.PARENT;
import static org.oneroster4j.model.RoleType.PROCTOR;
import static org.oneroster4j.model.RoleType.RELATIVE;
import static org.oneroster4j.model.RoleType.STUDENT;
import static org.oneroster4j.model.RoleType.TEACHER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.impero.ImperoUser;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.User;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.Location;
import org.oneroster4j.model.finding.Severity;

/** R2 to R5, and R15 for people. */
class PeopleRulesTest {
    private static final MappingSettings SETTINGS = MappingSettings.of(Identity.USERNAME, LocalDate.of(2026, 10, 15));
    private static final School SCHOOL = School.empty()
            .schoolClass("c", "1")
            .user("s", STUDENT)
            .user("t", TEACHER)
            .enroll("s", "c", STUDENT)
            .enroll("t", "c", TEACHER);

    private static User named(String id, RoleType role, String username, String given, String family) {
        return School.person(id, role, username).withGivenName(given).withFamilyName(family);
    }

    private static Mapped mapped(School school) {
        return Mapped.of(school, SETTINGS);
    }

    @Test
    void allFourRolesOfStaffAreConsoleUsers() {
        Mapped mapped = mapped(School.empty()
                .user("a", ADMINISTRATOR)
                .user("b", AIDE)
                .user("c", PROCTOR)
                .user("d", TEACHER));

        assertThat(mapped.users()).containsExactly("a", "b", "c", "d");
        assertThat(mapped.roster().users()).allMatch(user -> user.kind() == ImperoUser.Kind.STAFF);
        assertThat(mapped.roster().counts().staff()).isEqualTo(4);
        assertThat(mapped.roster().counts().students()).isZero();
    }

    @Test
    void familiesAreNeverWrittenNorAreTheirEnrollments() {
        Mapped mapped = mapped(SCHOOL.user("g", GUARDIAN)
                .user("p", PARENT)
                .user("r", RELATIVE)
                .enroll("g", "c", STUDENT)
                .enroll("p", "c", TEACHER)
                .enroll("r", "c", RELATIVE)
                .enroll("s", "c", PARENT));

        assertThat(mapped.users()).containsExactly("s", "t");
        assertThat(mapped.roster().leftOut()).isEqualTo(Map.of("role-not-used", 7));
        assertThat(mapped.foundAbout(ImperoCode.ROLE_NOT_USED)).contains("g", "p", "r");
        assertThat(mapped.found(ImperoCode.ROLE_CONFLICT)).isEmpty();
        assertThat(mapped.found(ImperoCode.STAFF_AS_STUDENT)).isEmpty();
    }

    @Test
    void enrollmentOfAnIdThatIsAlsoAStudentsIsNotCountedAsAGuardians() {
        School both = SCHOOL.user("p", GUARDIAN).user("p", STUDENT).enroll("p", "c", STUDENT);
        School otherWay = SCHOOL.user("p", STUDENT).user("p", GUARDIAN).enroll("p", "c", STUDENT);
        School guardians = SCHOOL.user("p", GUARDIAN)
                .with(named("p", GUARDIAN, "p", "Other", "Name"))
                .enroll("p", "c", STUDENT);
        Map<String, Integer> expected = Map.of("role-not-used", 1, "conflicting-records", 1, "user-left-out", 1);

        assertThat(mapped(both).roster().leftOut()).isEqualTo(expected);
        assertThat(mapped(otherWay).roster().leftOut()).isEqualTo(expected);
        assertThat(mapped(guardians).roster().leftOut()).isEqualTo(Map.of("role-not-used", 3));
    }

    @Test
    void disabledPersonIsTakenOutOfEverythingAndABlankCountsAsTrue() {
        Mapped mapped = mapped(SCHOOL.with(School.person("d", TEACHER, "d").withEnabledUser(false))
                .with(School.person("e", TEACHER, "e").withEnabledUser(true))
                .enroll("d", "c", TEACHER));

        assertThat(mapped.users()).containsExactly("e", "s", "t");
        assertThat(mapped.roster().leftOut()).isEqualTo(Map.of("disabled-user", 1, "user-left-out", 1));
        assertThat(mapped.foundAbout(ImperoCode.DISABLED_USER)).containsExactly("d");
    }

    @Test
    void unreadableEnabledUserTakesThePersonOut() {
        Location.Row place = new Location.Row("users.csv", 9);
        User user = School.person("d", STUDENT, "d");
        Row<User> row = Row.read(place, user, Set.of("enabledUser"), Row.of(user, place)::text);
        Mapped mapped = Mapped.of(SCHOOL.enroll("d", "c", STUDENT).roster().with(row), SETTINGS);

        assertThat(mapped.users()).containsExactly("s", "t");
        assertThat(mapped.roster().leftOut()).isEqualTo(Map.of("unreadable-value", 1, "user-left-out", 1));
    }

    @Test
    void identityIsTrimmedAndComposedAndKeepsItsCase() {
        Mapped mapped = mapped(School.empty().with(School.person("a", TEACHER, " Zoe\u0308.X ")));

        assertThat(mapped.roster().users().get(0).username()).isEqualTo("Zo\u00EB.X");
        assertThat(mapped.roster().users().get(0).identity(Identity.USERNAME)).isEqualTo("Zo\u00EB.X");
    }

    @Test
    void personWithoutTheChosenIdentityIsLeftOutAndToldOfInItsCell() {
        School school = SCHOOL.with(School.person("x", STUDENT, " ").withEmail("x@example.org"))
                .enroll("x", "c", STUDENT);
        Finding finding = mapped(school).found(ImperoCode.MISSING_IDENTITY).get(0);

        assertThat(mapped(school).roster().leftOut()).isEqualTo(Map.of("missing-identity", 1, "user-left-out", 1));
        assertThat(finding.sourcedId()).isEqualTo("x");
        assertThat(finding.location()).isEqualTo(new Location.Row("users.csv", 4).cell("username"));
        assertThat(Mapped.of(school, SETTINGS.withIdentity(Identity.EMAIL)).users())
                .containsExactly("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a*b",
                "!a",
                " !a",
                "a\u0001b",
                "a\u2028b",
                "*",
                "a?b",
                "a\"b",
                "a,b",
                "a;b",
                "a\u200Bb",
                "a\uFFFDb"
            })
    void identityThatMeansSomethingElseToImperoIsLeftOut(String username) {
        Mapped mapped = mapped(School.empty().with(School.person("x", TEACHER, username)));

        assertThat(mapped.users()).isEmpty();
        assertThat(mapped.roster().leftOut()).isEqualTo(Map.of("unsafe-identity", 1));
        assertThat(mapped.found(ImperoCode.UNSAFE_IDENTITY).get(0).location().columnName())
                .isEqualTo("username");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "@example.org", "a@", "a@b@example.org"})
    void emailThatIsNoAddressIsLeftOut(String email) {
        Mapped mapped = Mapped.of(
                School.empty().with(School.person("x", TEACHER, "x").withEmail(email)),
                SETTINGS.withIdentity(Identity.EMAIL));

        assertThat(mapped.users()).isEmpty();
        assertThat(mapped.roster().leftOut()).isEqualTo(Map.of("unsafe-identity", 1));
    }

    @Test
    void otherNameIsWrittenBlankWhereItIsUnsafeAndExclamationsInsideAreSafe() {
        Mapped mapped = mapped(School.empty()
                .with(School.person("x", TEACHER, "a!b").withEmail("!x@example.org"))
                .with(School.person("y", TEACHER, "y").withEmail(" Y@example.org ")));

        assertThat(mapped.roster().users()).extracting(ImperoUser::email).containsExactly("", "Y@example.org");
        assertThat(mapped.roster().users()).extracting(ImperoUser::username).containsExactly("a!b", "y");
    }

    @Test
    void namesAreCleaned() {
        Mapped mapped = mapped(School.empty().with(named("x", TEACHER, "x", " Ann  Mary ", "O\u0001Hara\t")));

        assertThat(mapped.roster().users().get(0).givenName()).isEqualTo("Ann Mary");
        assertThat(mapped.roster().users().get(0).familyName())
                .doesNotContain("\u0001")
                .doesNotContain("\t");
    }

    @Test
    void staffOfOneIdentityAreOnePersonForWhomTheLowestIdSpeaks() {
        Mapped mapped = mapped(SCHOOL.schoolClass("d", "1")
                .enroll("s", "d", STUDENT)
                .with(named("t3", TEACHER, "X", " ANN", "b"))
                .with(named("t1", AIDE, "X", "Ann", "B"))
                .with(named("t2", TEACHER, "X", "ann", "B "))
                .enroll("t2", "c", TEACHER)
                .enroll("t3", "d", TEACHER)
                .enroll("t1", "d", AIDE));

        assertThat(mapped.users()).containsExactly("s", "t", "t1");
        assertThat(mapped.roster().users().get(2).givenName()).isEqualTo("Ann");
        assertThat(mapped.access()).containsExactly("c:t", "c:t1", "d:t1");
        assertThat(mapped.roster().access().get(2).role()).isEqualTo(TEACHER);
        assertThat(mapped.roster().rowsMerged()).isEqualTo(3);
        assertThat(mapped.foundAbout(ImperoCode.MERGED_IDENTITY)).containsExactly("t2", "t3");
        assertThat(mapped.found(ImperoCode.MERGED_IDENTITY))
                .allMatch(finding -> finding.severity() == Severity.NOTICE)
                .extracting(Finding::location)
                .containsExactly(
                        new Location.Row("users.csv", 6).cell("username"),
                        new Location.Row("users.csv", 4).cell("username"));
    }

    @Test
    void spellingsThatDifferMakeTheMergeAWarning() {
        Mapped mapped = mapped(School.empty()
                .with(School.person("t1", TEACHER, "Ann"))
                .with(School.again("t2", "t1", TEACHER, "ANN")));

        assertThat(mapped.roster().users()).extracting(ImperoUser::username).containsExactly("Ann");
        assertThat(mapped.found(ImperoCode.MERGED_IDENTITY))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
    }

    @Test
    void staffWhoShareOneOfTheirNamesAreMergedWithAWarning() {
        Mapped married = mapped(School.empty()
                .with(named("t1", TEACHER, "x", "Ann", "Smith"))
                .with(named("t2", AIDE, "x", "Ann", "Jones")));
        Mapped nickname = mapped(School.empty()
                .with(named("t1", TEACHER, "x", "Elizabeth", "Smith"))
                .with(named("t2", AIDE, "x", "Liz", "Smith")));

        for (Mapped mapped : List.of(married, nickname)) {
            assertThat(mapped.users()).containsExactly("t1");
            assertThat(mapped.found(ImperoCode.MERGED_IDENTITY))
                    .extracting(Finding::severity)
                    .containsExactly(Severity.WARNING);
        }
    }

    /** An office login; or a username that was cut and is now that of somebody else. */
    @Test
    void staffOfWhomTwoShareNoNameAreAllLeftOut() {
        Mapped two = mapped(School.empty()
                .with(named("t1", TEACHER, "x", "Ann", "Smith"))
                .with(named("t2", TEACHER, "x", "Bob", "Jones")));
        Mapped chain = mapped(School.empty()
                .with(named("t1", TEACHER, "x", "Ann", "Smith"))
                .with(named("t2", TEACHER, "x", "Ann", "Jones"))
                .with(named("t3", TEACHER, "x", "Bob", "Jones")));
        Mapped blank =
                mapped(School.empty().with(named("t1", TEACHER, "x", "", "")).with(named("t2", TEACHER, "x", "", "")));

        assertThat(two.roster().leftOut()).isEqualTo(Map.of("ambiguous-identity", 2));
        assertThat(chain.roster().leftOut()).isEqualTo(Map.of("ambiguous-identity", 3));
        assertThat(blank.roster().leftOut()).isEqualTo(Map.of("ambiguous-identity", 2));
        assertThat(blank.users()).isEmpty();
    }

    @Test
    void studentsWithABlankNameAreNotTheSamePerson() {
        Mapped mapped = mapped(SCHOOL.with(named("s1", STUDENT, "x", "Ann", ""))
                .with(named("s2", STUDENT, "x", "Ann", ""))
                .enroll("s1", "c", STUDENT)
                .enroll("s2", "c", STUDENT));

        assertThat(mapped.members()).containsExactly("c:s");
        assertThat(mapped.roster().leftOut()).isEqualTo(Map.of("ambiguous-identity", 2, "user-left-out", 2));
    }

    @Test
    void studentsOfOneIdentityAndNameAreOnePersonWhateverTheCaseOfTheName() {
        Mapped mapped = mapped(SCHOOL.with(named("s2", STUDENT, "x", "Zo\u00EB", "Smith  Jones"))
                .with(named("s1", STUDENT, "x", "ZO\u00CB", " smith jones"))
                .enroll("s2", "c", STUDENT)
                .enroll("s1", "c", STUDENT));

        assertThat(mapped.members()).containsExactly("c:s", "c:s1");
        assertThat(mapped.roster().leftOut()).isEmpty();
        assertThat(mapped.roster().rowsMerged()).isEqualTo(2);
    }

    @Test
    void differentPeopleOfOneIdentityAreAllLeftOut() {
        School givenNames = SCHOOL.with(
                named("s1", STUDENT, "x", "Ann", "Smith"),
                named("s2", STUDENT, "X", "Bob", "Smith"),
                named("s3", STUDENT, "x", "Ann", "Smith"));
        School familyNames =
                SCHOOL.with(named("s1", STUDENT, "x", "Ann", "Smith"), named("s2", STUDENT, "x", "Ann", "Jones"));
        School studentAndStaff =
                SCHOOL.with(named("s1", STUDENT, "x", "Ann", "Smith"), named("t1", TEACHER, "x", "Ann", "Smith"));

        assertThat(mapped(givenNames).foundAbout(ImperoCode.AMBIGUOUS_IDENTITY)).containsExactly("s1", "s2", "s3");
        assertThat(mapped(givenNames).users()).containsExactly("s", "t");
        assertThat(mapped(familyNames).roster().leftOut()).isEqualTo(Map.of("ambiguous-identity", 2));
        assertThat(mapped(studentAndStaff).roster().leftOut()).isEqualTo(Map.of("ambiguous-identity", 2));
        assertThat(mapped(studentAndStaff)
                        .found(ImperoCode.AMBIGUOUS_IDENTITY)
                        .get(1)
                        .location())
                .isEqualTo(new Location.Row("users.csv", 5).cell("username"));
    }

    @Test
    void peopleLeftOutBeforeShareNoIdentity() {
        Mapped mapped = mapped(SCHOOL.with(
                named("t1", TEACHER, "s.login", "Ann", "Smith").withEnabledUser(false),
                named("g", GUARDIAN, "s.login", "Ann", "Smith")));

        assertThat(mapped.users()).containsExactly("s", "t");
        assertThat(mapped.found(ImperoCode.AMBIGUOUS_IDENTITY)).isEmpty();
    }

    @Test
    void equalRowsOfOneIdCountOnceAndDifferentOnesNotAtAll() {
        Mapped mapped = mapped(SCHOOL.user("s", STUDENT)
                .user("s", STUDENT)
                .with(named("u", TEACHER, "u", "Ann", "Smith"))
                .with(named("u", TEACHER, "u", "Ann", "Smith"))
                .with(named("u", TEACHER, "u", "Ann", "Jones"))
                .enroll("u", "c", TEACHER));

        assertThat(mapped.users()).containsExactly("s", "t");
        assertThat(mapped.roster().leftOut())
                .isEqualTo(Map.of("repeated-record", 2, "conflicting-records", 3, "user-left-out", 1));
        assertThat(mapped.found(ImperoCode.CONFLICTING_RECORDS)).hasSize(2);
        assertThat(mapped.found(ImperoCode.CONFLICTING_RECORDS))
                .extracting(Finding::location)
                .contains(new Location.Row("users.csv", 6));
    }

    /** The text of these two rows has the same 64-bit hash; only their emails and roles differ. */
    @Test
    void rowsOfOneIdAreEqualOnlyInText() {
        User teacher = School.person("u", TEACHER, "jdoe")
                .withEnabledUser(true)
                .withOrgSourcedIds("S1")
                .withEmail("hy0sEz7o0a1a@sc.example");
        User student = teacher.withRole(STUDENT).withEmail("hy0sM0xHI-_u@sc.example");

        for (School school :
                List.of(School.empty().with(teacher, student), School.empty().with(student, teacher))) {
            assertThat(mapped(school).users()).isEmpty();
            assertThat(mapped(school).roster().leftOut()).isEqualTo(Map.of("conflicting-records", 2));
        }
    }

    @Test
    void idOfALiveRecordAndOfADeletedOneDoesNotCount() {
        User live = School.person("u", TEACHER, "u");
        User deleted = live.withStatus(RecordStatus.TOBEDELETED);

        for (School school :
                List.of(School.empty().with(live, deleted), School.empty().with(deleted, live, live))) {
            assertThat(mapped(school).users()).isEmpty();
            assertThat(mapped(school).roster().leftOut())
                    .containsEntry("not-live", 1)
                    .containsKey("conflicting-records");
            assertThat(mapped(school).foundAbout(ImperoCode.CONFLICTING_RECORDS))
                    .containsOnly("u");
        }
    }

    @Test
    void excludedPersonIsTakenOutAndOthersOfTheirIdentityAreReported() {
        School school = SCHOOL.user("x", TEACHER)
                .with(School.again("y", "x", TEACHER, "X.login"))
                .enroll("x", "c", TEACHER);
        Mapped mapped = Mapped.of(school, SETTINGS.withExclude(Set.of("x")));

        assertThat(mapped.users()).containsExactly("s", "t", "y");
        assertThat(mapped.access()).containsExactly("c:t");
        assertThat(mapped.roster().leftOut()).isEqualTo(Map.of("excluded", 1, "user-left-out", 1));
        assertThat(mapped.found(ImperoCode.EXCLUDED_IDENTITY))
                .extracting(Finding::sourcedId, Finding::severity)
                .containsExactly(tuple("y", Severity.WARNING));
        assertThat(mapped.found(ImperoCode.EXCLUDE_UNKNOWN)).isEmpty();
        assertThat(mapped.found(ImperoCode.TEACHER_LEFT_OUT)).isEmpty();
    }

    /** Its code comes before those of the rules. */
    @Test
    void excludedPersonInConflictIsCountedAsExcluded() {
        School school = SCHOOL.user("x", TEACHER).user("x", STUDENT);

        assertThat(Mapped.of(school, SETTINGS.withExclude(Set.of("x"))).roster().leftOut())
                .isEqualTo(Map.of("excluded", 2));
    }

    @Test
    void columnsThatTheMappingReadsTellRecordsApartAndOthersDoNot() {
        User user = School.person("u", TEACHER, "u");

        for (User other : List.of(
                user.withEnabledUser(true),
                user.withOrgSourcedIds("1"),
                user.withRole(AIDE),
                user.withUsername("v"),
                user.withEmail("u@example.org"),
                user.withGivenName("v"),
                user.withFamilyName("v"))) {
            assertThat(mapped(School.empty().with(user, other)).roster().leftOut())
                    .isEqualTo(Map.of("conflicting-records", 2));
        }
        assertThat(mapped(School.empty().with(user, user.withPhone("1")))
                        .roster()
                        .leftOut())
                .isEqualTo(Map.of("repeated-record", 1));
    }

    @Test
    void reportCountsWhoWouldBeMissingUnderTheOtherIdentity() {
        School school = School.empty()
                .with(School.person("a", TEACHER, "a").withEmail("a@example.org"))
                .with(School.person("b", TEACHER, "b"))
                .with(School.person("b", TEACHER, "b"))
                .with(School.person("c", STUDENT, "c").withEmail("*"))
                .with(School.person("d", STUDENT, "d").withEnabledUser(false))
                .with(School.person("e", GUARDIAN, "e"));

        assertThat(mapped(school).roster().missingUnderOtherIdentity()).isEqualTo(2);
        assertThat(Mapped.of(school, SETTINGS.withIdentity(Identity.EMAIL))
                        .roster()
                        .missingUnderOtherIdentity())
                .isZero();
    }
}
