package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneroster4j.impero.ConsoleStaff;
import org.oneroster4j.impero.EmptyGroups;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.NameTemplate;
import org.oneroster4j.testing.Drops;
import org.oneroster4j.testing.SchoolDrop;

/** The rules of the contract one by one, each in the smallest school that shows it. */
class RulesTest {
    private static final MappingSettings SETTINGS = MappingSettings.of(Identity.USERNAME, Drops.AS_OF);

    /** One class with a teacher and a student, as of a day in its term. */
    private static SchoolDrop school() {
        return SchoolDrop.create()
                .district("d")
                .school("1", Map.of("identifier", "NCES1"))
                .term("T1", "2026-08-01", "2026-12-20")
                .teacher("t1")
                .student("s1")
                .schoolClass("c1")
                .enroll("t1", "c1", "teacher")
                .enroll("s1", "c1", "student");
    }

    private static Output output(SchoolDrop drop) {
        return Output.of(drop.toText(), SETTINGS);
    }

    private static Map<String, Integer> leftOut(SchoolDrop drop) {
        return Conversion.of(drop.toText().bytes(), SETTINGS).leftOut();
    }

    private static List<String> accessOf(Output output, String user) {
        return output.rows("access.csv").stream()
                .filter(row -> user.equals(row.get("userId")))
                .map(row -> row.getOrDefault("groupId", ""))
                .toList();
    }

    @Test
    void classBecomesAGroupWithItsStudentAndItsTeacher() {
        Output output = output(school());

        assertThat(output.column("groups.csv", "groupId")).containsExactly("c1");
        assertThat(output.column("members.csv", "userId")).containsExactly("s1");
        assertThat(output.column("access.csv", "userId")).containsExactly("t1");
        assertThat(output.column("users.csv", "kind")).containsExactly("student", "staff");
    }

    @Test
    void teacherOfAnotherClassGetsNoAccess() {
        SchoolDrop drop = school().teacher("t2")
                .student("s2")
                .schoolClass("c2")
                .enroll("t2", "c2", "teacher")
                .enroll("s2", "c2", "student");

        assertThat(accessOf(output(drop), "t1")).containsExactly("c1");
        assertThat(accessOf(output(drop), "t2")).containsExactly("c2");
    }

    @Test
    void administratorWithoutEnrollmentIsAConsoleUserWithoutAccess() {
        Output output = output(school().user("a1", "administrator"));

        assertThat(output.column("users.csv", "userId")).contains("a1");
        assertThat(accessOf(output, "a1")).isEmpty();
    }

    @Test
    void pupilNamedAsTeacherIsNeitherMemberNorGetsAccess() {
        SchoolDrop drop = school().student("s2").enroll("s2", "c1", "teacher");

        assertThat(accessOf(output(drop), "s2")).isEmpty();
        assertThat(output(drop).column("users.csv", "userId")).doesNotContain("s2");
        assertThat(leftOut(drop)).containsEntry("role-conflict", 1).containsEntry("not-enrolled", 1);
    }

    @Test
    void pupilNamedAsTeacherIsAnErrorEvenBeforeTheClassBegins() {
        SchoolDrop drop = school().term("T2", "2027-01-10", "2027-06-01")
                .schoolClass("c2", Map.of("termSourcedIds", "T2"))
                .enroll("s1", "c2", "teacher");
        Conversion conversion = Conversion.of(drop.toText().bytes(), SETTINGS);

        assertThat(conversion.summary().orElseThrow().codes()).containsEntry("role-conflict", 1L);
        assertThat(conversion.leftOut()).containsEntry("class-not-taken", 1).doesNotContainKey("role-conflict");
    }

    @Test
    void anotherRowOfTheSamePersonStillCounts() {
        assertThat(output(school().enroll("s1", "c1", "teacher")).column("members.csv", "userId"))
                .containsExactly("s1");
    }

    @Test
    void staffEnrolledAsStudentIsNoMember() {
        SchoolDrop drop = school().teacher("t2").enroll("t2", "c1", "student");

        assertThat(output(drop).column("members.csv", "userId")).containsExactly("s1");
        assertThat(leftOut(drop)).containsEntry("staff-as-student", 1);
    }

    @Test
    void termThatEndsOnTheDayStillCoversIt() {
        SchoolDrop drop = school().term("T2", "2026-08-01", "2026-10-15")
                .schoolClass("c2", Map.of("termSourcedIds", "T2"))
                .enroll("s1", "c2", "student");

        assertThat(output(drop).column("groups.csv", "groupId")).containsExactly("c1", "c2");
    }

    @Test
    void unreadableEndOfAnEnrollmentIsNoOpenEnd() {
        SchoolDrop drop = school().student("s2")
                .enroll("s2", "c1", "student", Map.of("endDate", "31/12/2026"))
                .student("s3")
                .enroll("s3", "c1", "student", Map.of("endDate", ""));

        assertThat(output(drop).column("members.csv", "userId")).containsExactly("s1", "s3");
        assertThat(leftOut(drop)).containsEntry("unreadable-value", 1);
    }

    @Test
    void unreadableEnabledUserTakesThePersonOut() {
        SchoolDrop drop =
                school().student("s2", Map.of("enabledUser", "perhaps")).enroll("s2", "c1", "student");

        assertThat(output(drop).column("users.csv", "userId")).doesNotContain("s2");
        assertThat(leftOut(drop)).containsEntry("unreadable-value", 1).containsEntry("user-left-out", 1);
    }

    @Test
    void unsafeIdentityIsLeftOutAndTheOtherNameIsWrittenBlankWhereItIsUnsafe() {
        SchoolDrop drop = school().student("s2", Map.of("username", "!all"))
                .enroll("s2", "c1", "student")
                .student("s3", Map.of("email", "*@example.org"))
                .enroll("s3", "c1", "student");
        Output output = output(drop);

        assertThat(output.column("members.csv", "userId")).containsExactly("s1", "s3");
        assertThat(output.column("members.csv", "email")).containsExactly("s1@example.org", "");
    }

    @Test
    void twoRecordsOfOneTeacherUniteTheirGroups() {
        SchoolDrop drop = school().teacher("t0", Map.of("username", "T1.login", "givenName", "Given-t1"))
                .student("s2")
                .schoolClass("c2")
                .enroll("t0", "c2", "teacher")
                .enroll("s2", "c2", "student");
        Conversion conversion = Conversion.of(drop.toText().bytes(), SETTINGS);

        assertThat(accessOf(new Output(conversion.files()), "t0")).containsExactly("c1", "c2");
        assertThat(conversion.summary().orElseThrow().findings())
                .as("a warning, as the spellings differ")
                .containsEntry("warning", 1L);
    }

    @Test
    void differentPupilsWithOneUsernameAreAllLeftOut() {
        SchoolDrop drop = school().student("s2", Map.of("username", "S1.LOGIN")).enroll("s2", "c1", "student");

        assertThat(leftOut(drop)).containsEntry("ambiguous-identity", 2);
    }

    @Test
    void recordsOfOneIdThatDifferAreAllLeftOutAndEqualOnesCountOnce() {
        SchoolDrop drop = school().student("s2")
                .student("s2")
                .enroll("s2", "c1", "student")
                .student("s3")
                .student("s3", Map.of("email", "other@example.org"))
                .enroll("s3", "c1", "student");

        assertThat(output(drop).column("members.csv", "userId")).containsExactly("s1", "s2");
        assertThat(leftOut(drop)).containsEntry("repeated-record", 1).containsEntry("conflicting-records", 2);
    }

    @Test
    void severalRowsOfOnePersonAndClassMakeOneAccessWithTheFirstRoleAndPrimaryIfAnySaysSo() {
        SchoolDrop drop = school().enroll("t1", "c1", "proctor", Map.of("primary", "true"))
                .enroll("t1", "c1", "aide");
        Output output = output(drop);

        assertThat(output.column("access.csv", "role")).containsExactly("teacher");
        assertThat(output.column("access.csv", "primary")).containsExactly("true");
    }

    @Test
    void classWithoutMembersHasAGroupOnlyWhenAskedFor() {
        SchoolDrop drop = school().schoolClass("c2").enroll("t1", "c2", "teacher");

        assertThat(output(drop).column("groups.csv", "groupId")).containsExactly("c1");
        assertThat(leftOut(drop)).containsEntry("empty-group", 1).containsEntry("group-not-written", 1);
        assertThat(Output.of(drop.toText(), SETTINGS.withEmptyGroups(EmptyGroups.KEEP))
                        .column("groups.csv", "groupId"))
                .containsExactly("c1", "c2");
    }

    @Test
    void onlyAssignedStaffWhenAskedFor() {
        Output output = Output.of(school().teacher("t2").toText(), SETTINGS.withConsoleStaff(ConsoleStaff.ASSIGNED));

        assertThat(output.column("users.csv", "userId")).containsExactly("s1", "t1");
    }

    @Test
    void schoolFilterTakesTheOrgsBelowAndTheirStaff() {
        SchoolDrop drop = school().school("2")
                .teacher("t2", Map.of("orgSourcedIds", "2"))
                .student("s2")
                .schoolClass("c2", Map.of("schoolSourcedId", "2"))
                .enroll("t2", "c2", "teacher")
                .enroll("s2", "c2", "student");

        assertThat(Output.of(drop.toText(), SETTINGS.withSchools("NCES1")).column("users.csv", "userId"))
                .containsExactly("s1", "t1");
        assertThat(Output.of(drop.toText(), SETTINGS.withSchools("d")).column("groups.csv", "groupId"))
                .containsExactly("c1", "c2");
        assertThat(Conversion.of(drop.toText().bytes(), SETTINGS.withSchools("3"))
                        .state())
                .isEqualTo("usage-error");
    }

    @Test
    void equalNamesAreToldApartByPeriodThenTeacherThenId() {
        Map<String, String> art = Map.of("title", "Art", "periods", "");
        SchoolDrop drop = school().teacher("t2")
                .schoolClass("p1", Map.of("title", "Math", "periods", "1"))
                .schoolClass("p2", Map.of("title", "MATH", "periods", "2"))
                .schoolClass("a1", art)
                .schoolClass("a2", art)
                .schoolClass("x1", Map.of("title", "Screens Locked"))
                .enroll("t1", "a1", "teacher")
                .enroll("t2", "a2", "teacher");
        for (String schoolClass : List.of("p1", "p2", "a1", "a2", "x1")) {
            drop = drop.enroll("s1", schoolClass, "student");
        }

        assertThat(output(drop).column("groups.csv", "groupName"))
                .containsExactly(
                        "Art - Family-t1", "Art - Family-t2", "Class c1", "Math P1", "MATH P2", "Screens Locked [x1]");
    }

    @Test
    void longTitleIsCutAndItsCodeIsKept() {
        SchoolDrop drop = school().schoolClass("c2", Map.of("title", "\uD83C\uDFBB".repeat(120), "classCode", "MUS"))
                .enroll("s1", "c2", "student");

        assertThat(output(drop).column("groups.csv", "groupName")).contains("\uD83C\uDFBB".repeat(94) + " (MUS)");
    }

    @Test
    void nameTemplateTakesTheFirstFieldThatIsNotBlank() {
        Output output = Output.of(
                school().toText(), SETTINGS.withNameTemplate(NameTemplate.of("{classCode|courseCode}[, {periods}]")));

        assertThat(output.column("groups.csv", "groupName")).containsExactly("Code-c1");
    }

    @Test
    void threeFilesAloneConvertWithBlankCoursesAndSchools() {
        Conversion conversion = Conversion.of(
                school().without("manifest.csv")
                        .without("orgs.csv")
                        .without("academicSessions.csv")
                        .without("courses.csv")
                        .toText()
                        .bytes(),
                SETTINGS);

        assertThat(conversion.state()).isEqualTo("published");
        assertThat(new Output(conversion.files()).column("groups.csv", "courseTitle"))
                .containsExactly("");
        assertThat(new Output(conversion.files()).column("groups.csv", "schoolName"))
                .containsExactly("");
        assertThat(new Output(conversion.files()).column("members.csv", "userId"))
                .containsExactly("s1");
    }

    @Test
    void capStopsTheRunAndNinetyPercentIsAWarning() {
        Conversion above = Conversion.of(school().toText().bytes(), SETTINGS.withMaxUsers(1));
        Conversion near = Conversion.of(school().toText().bytes(), SETTINGS.withMaxUsers(2));

        assertThat(above.summary().orElseThrow().reasons()).containsExactly("too-many-users");
        assertThat(above.files()).isEmpty();
        assertThat(near.state()).isEqualTo("published");
        assertThat(near.summary().orElseThrow().codes()).containsEntry("near-user-cap", 1L);
    }
}
