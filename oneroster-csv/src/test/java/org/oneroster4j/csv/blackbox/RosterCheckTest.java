package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oneroster4j.csv.Profile;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.check.SchoolCounts;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingSummary;
import org.oneroster4j.testing.SchoolDrop;

/** What only shows when rows are held against each other. */
class RosterCheckTest {
    @TempDir
    private Path folder = Path.of("");

    private static SchoolDrop school() {
        return SchoolDrop.create()
                .district("d")
                .school("s", Map.of("parentSourcedId", "d"))
                .term("t", "2026-08-20", "2026-12-20")
                .course("k")
                .schoolClass("c")
                .teacher("t1")
                .teacher("t2")
                .student("u1")
                .enroll("t1", "c", "teacher")
                .enroll("u1", "c", "student");
    }

    private WholeDrop check(SchoolDrop drop) {
        drop.toText().writeTo(folder);
        return WholeDrop.of(folder, Profile.LENIENT);
    }

    private List<String> told(SchoolDrop drop) {
        return check(drop).brief();
    }

    private void write(String name, String text) {
        Opened.write(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    // Ids

    @Test
    void idThatStandsTwiceIsToldAtTheLaterRow() {
        write(
                "enrollments.csv",
                "role,sourcedId,classSourcedId,userSourcedId,status\nstudent,e1,c,u,\nstudent,,c,u,\nstudent, e1,c,u,\n"
                        + "student,E1,c,u,\nstudent,,c,u,\nstudent,e1,c,v,\nstudent,e1,c,v,tobedeleted\n");
        assertThat(WholeDrop.of(folder, Profile.LENIENT).brief())
                .filteredOn(line ->
                        line.contains(" sourcedId ") && !line.contains("missing-record") && !line.contains("white"))
                .containsExactly(
                        "warning repeated-id enrollments.csv:4 sourcedId e1",
                        "warning id-differs-by-case enrollments.csv:5 sourcedId E1",
                        "warning conflicting-id enrollments.csv:7 sourcedId e1",
                        "warning repeated-id enrollments.csv:8 sourcedId e1");
    }

    @Test
    void rowsThatDifferInAnyColumnAreInConflict() {
        assertThat(told(school().student("u2", Map.of("phone", "1")).student("u2", Map.of("phone", "2"))))
                .containsExactly("error conflicting-id users.csv:6 sourcedId u2");
    }

    /** Made so that a hash of 64 bits over the cells in this order is the same: they differ all the same. */
    @Test
    void rowsWithTheSameHashAreInConflict() {
        write(
                "users.csv",
                "enabledUser,orgSourcedIds,role,username,email,givenName,familyName,sourcedId\n"
                        + "true,S1,teacher,jdoe,hy0sEz7o0a1a@sc.example,,,u1\n"
                        + "true,S1,student,jdoe,hy0sM0xHI-_u@sc.example,,,u1\n");
        assertThat(WholeDrop.of(folder, Profile.LENIENT).brief())
                .contains("error conflicting-id users.csv:3 sourcedId u1");
    }

    @Test
    void liveRowBehindADeletedOneOfTheSameIdIsComparedWithTheNextLiveOne() {
        assertThat(told(school().course("k2", Map.of("status", "tobedeleted"))
                        .course("k2", Map.of("title", "A"))
                        .course("k2", Map.of("title", "B"))))
                .contains(
                        "warning repeated-id courses.csv:4 sourcedId k2",
                        "error conflicting-id courses.csv:5 sourcedId k2");
    }

    @Test
    void idsOfTwoFilesMayBeEqual() {
        assertThat(told(school().course("u1").student("k"))).isEmpty();
    }

    // Root causes

    @Test
    void fileWithoutAHeaderIsOneFinding() {
        school().toText().writeTo(folder);
        write("users.csv", "Users of today\n\nsourcedId,role,username\nu1,student,u1\nt1,teacher,t1\n");

        assertThat(WholeDrop.of(folder, Profile.LENIENT).brief())
                .containsExactly(
                        "notice header-unknown users.csv:1 column 1",
                        "warning required-header-lacking users.csv:1 sourcedId",
                        "notice reference-to-absent-file enrollments.csv:2 userSourcedId e1");
    }

    @Test
    void removedSchoolOfManyIsOneFinding() {
        SchoolDrop drop = school();
        for (int i = 0; i < 40; i++) {
            drop = drop.schoolClass("c" + i, Map.of("schoolSourcedId", "gone"))
                    .student("x" + i, Map.of("orgSourcedIds", "s,gone"))
                    .enroll("x" + i, "c" + i, "student", Map.of("schoolSourcedId", "gone"));
        }
        assertThat(told(drop.school("gone"))).isEmpty();

        write(
                "orgs.csv",
                "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\nd,,,D,district,,\ns,,,S,school,,d\n");
        List<Finding> found = WholeDrop.of(folder, Profile.LENIENT).besidesCounters();
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.code().code()).isEqualTo("missing-record");
            assertThat(finding.message())
                    .contains("users.csv orgSourcedIds 40")
                    .contains("classes.csv schoolSourcedId 40")
                    .contains("enrollments.csv schoolSourcedId 40");
        });
    }

    @Test
    void yesterdaysEnrollmentsWithTodaysUsersAreToldAsThatFirst() {
        SchoolDrop drop = school();
        for (int i = 0; i < 300; i++) {
            drop = drop.student("new" + i).enroll("old" + i, "c", "student");
        }
        WholeDrop whole = check(drop);
        FindingSummary summary = new FindingSummary();
        whole.findings().forEach(summary::found);

        Finding first = whole.besidesCounters().get(0);
        assertThat(Opened.brief(List.of(first))).containsExactly("files-do-not-match users.csv:0");
        assertThat(first.message()).contains("300 of the 302 records").contains("enrollments.csv userSourcedId 300");
        assertThat(whole.brief().subList(1, 301))
                .allSatisfy(line -> assertThat(line).startsWith("notice missing-record enrollments.csv:"));
    }

    @ParameterizedTest
    @CsvSource({"20,300,false", "21,300,true", "21,398,true", "21,399,false"})
    void filesMatchUpToTwentyMissingAndUpToFivePercent(int missing, int there, boolean apart) {
        SchoolDrop drop = school();
        for (int i = 2; i < there; i++) {
            drop = drop.student("there" + i).enroll("there" + i, "c", "student");
        }
        for (int i = 0; i < missing; i++) {
            drop = drop.enroll("gone" + i, "c", "student");
        }
        assertThat(check(drop).brief())
                .filteredOn(line -> line.startsWith("error files-do-not-match"))
                .hasSize(apart ? 1 : 0);
    }

    @Test
    void fileThatBreaksOffLacksNothing() {
        school().toText().writeTo(folder);
        byte[] broken = "sourcedId,status,dateLastModified,role\n\u00e9".getBytes(StandardCharsets.ISO_8859_1);
        Opened.write(folder, "users.csv", broken);
        WholeDrop whole = WholeDrop.of(folder, Profile.LENIENT);
        assertThat(whole.brief())
                .filteredOn(line -> !line.contains("header-"))
                .containsExactly("error undecodable-text users.csv:2");
        assertThat(whole.sanity()).isEmpty();
    }

    @Test
    void idThatNobodyHasIsShownOnlyWhenAskedFor() {
        school().enroll("ana.smith", "c", "student").toText().writeTo(folder);
        List<Finding> quiet = WholeDrop.of(folder, ReadOptions.defaults()).besidesCounters();
        List<Finding> open = WholeDrop.of(folder, ReadOptions.defaults().withShowValues(true))
                .besidesCounters();
        assertThat(quiet).singleElement().asString().doesNotContain("ana.smith");
        assertThat(open)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).endsWith(" Found: ana.smith"));
    }

    // Parents and days

    @Test
    void circleOfParentsIsToldOnceAtItsFirstRow() {
        SchoolDrop drop = school().district("a", Map.of("parentSourcedId", "b"))
                .district("below", Map.of("parentSourcedId", "a"))
                .district("b", Map.of("parentSourcedId", "e"))
                .district("e", Map.of("parentSourcedId", "a"))
                .district("own", Map.of("parentSourcedId", "own"));
        List<Finding> found = check(drop).besidesCounters();
        assertThat(Opened.brief(found))
                .containsExactly(
                        "parent-cycle orgs.csv:4 parentSourcedId a", "parent-cycle orgs.csv:8 parentSourcedId own");
        assertThat(found).extracting(finding -> finding.details().get(0)).containsExactly("3", "1");
    }

    @Test
    void sessionIsWithinItsParentAndAYearIsNamedAfterItsEnd() {
        SchoolDrop drop = school().term(
                        "y", "2026-08-01", "2027-06-30", Map.of("type", "schoolYear", "schoolYear", "2026"))
                .term("in", "2026-08-01", "2027-06-30", Map.of("parentSourcedId", "y"))
                .term("out", "2026-07-31", "2027-07-01", Map.of("parentSourcedId", "y"))
                .term("loop", "2026-01-01", "2027-12-31", Map.of("parentSourcedId", "loop"));
        assertThat(told(drop))
                .containsExactly(
                        "notice school-year-mismatch academicSessions.csv:3 schoolYear y",
                        "warning parent-cycle academicSessions.csv:6 parentSourcedId loop",
                        "notice session-outside-parent academicSessions.csv:5 startDate out",
                        "notice session-outside-parent academicSessions.csv:5 endDate out");
    }

    @Test
    void sessionWithoutAParentIsWithinTheOnlySchoolYearOfItsName() {
        SchoolDrop drop = school().term(
                        "y", "2026-08-01", "2027-06-30", Map.of("type", "schoolYear", "schoolYear", "2027"))
                .term("out", "2026-08-01", "2027-07-30", Map.of("schoolYear", "2027"));
        assertThat(told(drop)).containsExactly("notice session-outside-parent academicSessions.csv:4 endDate out");
        assertThat(told(drop.term(
                        "y2", "2026-08-01", "2027-06-30", Map.of("type", "schoolYear", "schoolYear", "2027"))))
                .isEmpty();
    }

    @Test
    void enrollmentsOutsideTheTermsAreToldOncePerClass() {
        SchoolDrop drop = school().term("t2", "2027-01-05", "2027-05-30")
                .schoolClass("both", Map.of("termSourcedIds", "t,t2"))
                .schoolClass("unknown", Map.of("termSourcedIds", "t,t2,t3"))
                .term("t3", "2027-01-05", "soon")
                .enroll("u1", "both", "student", Map.of("beginDate", "2026-08-20", "endDate", "2027-05-30"))
                .enroll("u1", "both", "student", Map.of("beginDate", "2026-09-01", "endDate", "2027-05-31"))
                .enroll("u1", "both", "student", Map.of("beginDate", "2026-08-19", "endDate", ""))
                .enroll("u1", "unknown", "student", Map.of("beginDate", "2001-08-19", "endDate", "2002-01-01"));
        List<Finding> found = check(drop).besidesCounters().stream()
                .filter(finding -> finding.code().code().equals("enrollment-outside-terms"))
                .toList();
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.location().columnName()).isEqualTo("endDate");
            assertThat(finding.location().lineNumber()).hasValue(5);
            assertThat(finding.details()).containsExactly("2");
        });
    }

    // Teachers and scores

    @Test
    void twoPrimaryTeachersOnTheSameDayAreOneTooMany() {
        Map<String, String> autumn = Map.of("primary", "true", "beginDate", "2026-08-20", "endDate", "2026-10-01");
        Map<String, String> winter = Map.of("primary", "true", "beginDate", "2026-10-02", "endDate", "");
        assertThat(told(school().enroll("t1", "c", "teacher", autumn).enroll("t2", "c", "teacher", winter)))
                .isEmpty();
        assertThat(told(school().enroll("t1", "c", "teacher", autumn)
                        .enroll("t1", "c", "teacher", Map.of("primary", "true"))))
                .isEmpty();
        assertThat(told(school().enroll("t1", "c", "teacher", winter)
                        .enroll("t2", "c", "teacher", autumn)
                        .enroll("t1", "c", "teacher", Map.of("primary", "false"))
                        .enroll("t2", "c", "teacher", Map.of("primary", "true", "beginDate", "2026-11-01"))))
                .containsExactly("notice several-primary-teachers enrollments.csv:7 primary e6");
    }

    @Test
    void scoreIsWithinTheRangeOfItsLineItem() {
        school().toText().writeTo(folder);
        write("categories.csv", "sourcedId,title\nk1,Tests\n");
        write(
                "lineItems.csv",
                "sourcedId,title,classSourcedId,categorySourcedId,gradingPeriodSourcedId,resultValueMin,resultValueMax\n"
                        + "l1,A,c,k1,,0,10.5\nl2,B,c,k1,,,\n");
        write(
                "results.csv",
                "sourcedId,lineItemSourcedId,studentSourcedId,score\nr1,l1,u1,10.5\nr2,l1,u1,10.51\nr3,l1,u1,-0.1\n"
                        + "r4,l2,u1,99999\nr5,l1,t1,5\n");
        assertThat(WholeDrop.of(folder, Profile.LENIENT).brief())
                .filteredOn(line -> line.contains("results.csv:") && !line.contains("header-"))
                .containsExactly(
                        "notice score-out-of-range results.csv:3 score r2",
                        "notice score-out-of-range results.csv:4 score r3",
                        "warning reference-of-wrong-type results.csv:6 studentSourcedId r5");
    }

    // Counters

    @Test
    void countersTellWhoHasNoClassAndWhichClassHasNobody() {
        SchoolDrop drop = school().school("s2")
                .schoolClass("held", Map.of("periods", "1"))
                .enroll("t1", "held", "teacher")
                .enroll("u1", "held", "student")
                .student("u2", Map.of("orgSourcedIds", "s,s2"))
                .schoolClass("empty", Map.of("schoolSourcedId", "s2", "periods", "2"))
                .course("unused")
                .enroll("nobody", "empty", "student");
        WholeDrop whole = check(drop);
        List<String> counters = Opened.brief(whole.findings()).stream()
                .filter(line -> line.contains("-without-"))
                .toList();
        assertThat(counters)
                .contains(
                        "students-without-enrollments users.csv:0  s",
                        "students-without-enrollments users.csv:0  s2",
                        "teachers-without-enrollments users.csv:0  s",
                        "classes-without-students classes.csv:0  s2",
                        "classes-without-teachers classes.csv:0  s2",
                        "classes-without-periods classes.csv:0  s",
                        "courses-without-classes courses.csv:0  s");
        SchoolCounts total = whole.sanity().orElseThrow().total();
        assertThat(total.students()).isEqualTo(2);
        assertThat(total.studentsWithoutEnrollments()).isEqualTo(1);
        assertThat(total.teachers()).isEqualTo(2);
        assertThat(total.teachersWithoutEnrollments()).isEqualTo(1);
        assertThat(total.classes()).isEqualTo(3);
        assertThat(total.classesWithoutStudents()).isEqualTo(1);
        assertThat(total.classesWithoutTeachers()).isEqualTo(1);
        assertThat(total.classesWithoutPeriods()).isEqualTo(1);
        assertThat(total.courses()).isEqualTo(5);
        assertThat(total.coursesWithoutClasses()).isEqualTo(2);
        assertThat(whole.sanity().orElseThrow().schools())
                .filteredOn(school -> school.sourcedId().equals("s2"))
                .singleElement()
                .satisfies(school -> {
                    assertThat(school.students()).isEqualTo(1);
                    assertThat(school.classes()).isEqualTo(1);
                });
    }

    @Test
    void nothingIsCountedWithoutEnrollments() {
        assertThat(check(school().without("enrollments.csv")).sanity()).isEmpty();
    }
}
