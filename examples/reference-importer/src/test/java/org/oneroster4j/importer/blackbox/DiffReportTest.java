package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.testing.SchoolDrop;

/** The page of what would change, as a person reads it who has to say whether that is meant. */
class DiffReportTest {
    @TempDir
    Path folder;

    private Path before;
    private Path after;
    private Path report;

    @BeforeEach
    void paths() {
        before = folder.resolve("before");
        after = folder.resolve("after");
        report = folder.resolve("report");
    }

    private CommandLine diff(Object... more) {
        return CommandLine.run(
                Stream.concat(Stream.of("diff", "--identity", "username", "--report", report), Stream.of(more))
                        .toArray());
    }

    private ReportPage page(Object... more) throws IOException {
        assertThat(diff(more).exitCode()).isZero();
        return ReportPage.in(report);
    }

    @Test
    void schoolThatIsGoneStandsFirstWithItsNameAndWhatItLoses() throws IOException {
        TwoSchools.both().toText().writeTo(before);
        TwoSchools.first().toText().writeTo(after);
        ReportPage page = page("--drop", before, "--drop", after);

        assertThat(page.first())
                .contains("Compared: something would go from Impero")
                .contains("From " + before + " (as of 2026-11-24) to " + after + " (as of 2026-11-24).")
                .contains("Would go: 12 of 24 groups, 24 of 48 memberships, 12 of 24 accesses, 1 of 2 console users.")
                .contains("Would be new: 0 groups, 0 memberships, 0 accesses, 0 console users.")
                .contains("Nothing was written for Impero: this only looked.")
                .contains("School 2 (Westfield High): nothing of it is left in the drop")
                .contains("a permission in ClassLink was changed");
        assertThat(page.section("changes"))
                .contains("What would change in Impero")
                .contains("Groups +0 −12", "Students in groups +0 −24", "People in Impero +0 −25")
                .contains("Groups that go Group School Members Accesses c2-1 2 2 1 c2-10 2 2 1")
                .contains("Access that goes Staff Group t2 c2-1 t2 c2-10")
                .doesNotContain("Access that is new");
        assertThat(page.section("schools")).contains("Westfield High 2 gone 0 0 0 0 12 0 0 24 0 12");
        assertThat(page.section("impero")).as("nothing is imported").isEmpty();
        assertThat(report.toFile().list()).as("nothing that a run writes").containsExactly("report.html");
    }

    @Test
    void whatMovesIsCountedBesideWhatGoes() throws IOException {
        peopleOfTwoSchools()
                .student("s2", Map.of("username", "before"))
                .schoolClass("c1", Map.of("schoolSourcedId", "1"))
                .schoolClass("c2", Map.of("title", "Art"))
                .enroll("t1", "c1", "teacher")
                .enroll("s2", "c1", "student")
                .enroll("s1", "c1", "student")
                .enroll("s2", "c2", "student")
                .toText()
                .writeTo(before);
        peopleOfTwoSchools()
                .student("s2", Map.of("username", "after"))
                .schoolClass("c1", Map.of("schoolSourcedId", "2"))
                .schoolClass("c2", Map.of("title", "Arts"))
                .enroll("t1", "c2", "teacher")
                .enroll("s2", "c1", "student")
                .enroll("s1", "c2", "student")
                .enroll("s2", "c2", "student")
                .toText()
                .writeTo(after);
        ReportPage page = page("--drop", before, "--drop", after, "--csv", folder.resolve("changes.csv"));

        assertThat(page.section("changes"))
                .contains("Groups that move to another school 1")
                .contains("People with another username 1")
                .contains("Students who move between groups 1")
                .contains("Staff who move between groups 1")
                .contains("Groups with another name +1 −1", "With another name c2")
                .contains("Access that goes Staff Group t1 c1", "Access that is new Staff Group t1 c2")
                .contains("Every single change is in " + folder.resolve("changes.csv"));
    }

    private static SchoolDrop peopleOfTwoSchools() {
        return SchoolDrop.create().school("1").school("2").teacher("t1").student("s1");
    }

    @Test
    void comparesWithWhatWasPublishedLastAndNamesASchoolThatOnlyThatKnows() throws IOException {
        Path state = folder.resolve("state");
        TwoSchools.both().toText().writeTo(before);
        TwoSchools.first().toText().writeTo(after);
        CommandLine.run(
                "convert",
                "--drop",
                before,
                "--out",
                folder.resolve("out"),
                "--identity",
                "username",
                "--state",
                state);
        ReportPage page = page("--drop", after, "--state", state);

        assertThat(page.first())
                .contains("From " + state + " (as of 2026-11-24) to " + after)
                .contains("School 2 (Westfield High): nothing of it is left");
        assertThat(page("--drop", before, "--state", state).first())
                .contains("Compared: nothing would change in Impero", "Nothing. There are no errors");
    }

    @Test
    void personsAreNotNamedUnlessThatIsAskedFor() throws IOException {
        peopleWithNames()
                .schoolClass("c1", Map.of("title", "Secret's class"))
                .enroll("t1", "c1", "teacher")
                .enroll("s1", "c1", "student")
                .toText()
                .writeTo(before);
        peopleWithNames()
                .schoolClass("c2", Map.of("title", "Secret's other class"))
                .enroll("t1", "c2", "teacher")
                .enroll("s1", "c2", "student")
                .toText()
                .writeTo(after);

        assertThat(page("--drop", before, "--drop", after).html())
                .contains("c1", "c2", "t1")
                .doesNotContainIgnoringCase("secret")
                .doesNotContainIgnoringCase("berta");
        assertThat(page("--drop", before, "--drop", after, "--show-values").section("changes"))
                .contains("c1 (Secret's class)", "c2 (Secret's other class)", "t1 (agatha.secret)");
    }

    private static SchoolDrop peopleWithNames() {
        return SchoolDrop.create()
                .school("1")
                .teacher("t1", Map.of("username", "agatha.secret", "familyName", "Secret"))
                .student("s1", Map.of("username", "berta.b"));
    }

    @Test
    void namesThatAreHtmlStayTextAndThePageNeedsNoOther() throws IOException {
        String name = "<img src=x onerror=alert(1)>";
        TwoSchools.both().toText().writeTo(before);
        TwoSchools.first()
                .school("2", Map.of("name", name))
                .teacher("t9", Map.of("orgSourcedIds", "2"))
                .student("s9", Map.of("orgSourcedIds", "2"))
                .schoolClass("</style><b>", Map.of("schoolSourcedId", "2"))
                .enroll("t9", "</style><b>", "teacher")
                .enroll("s9", "</style><b>", "student")
                .toText()
                .writeTo(after);
        ReportPage page = page("--drop", before, "--drop", after);

        assertThat(page.text()).contains(name, "</style><b>");
        assertThat(page.html())
                .doesNotContain("<img", "</style><b>", "http://", "https://", "<link")
                .contains("default-src &#39;none&#39;")
                .containsOnlyOnce("</style>");
    }

    /** Else the page of an earlier comparison would be taken for this one. */
    @Test
    void dropThatCannotBeMappedIsOnThePageInThePlaceOfAComparison() throws IOException {
        TwoSchools.both().toText().writeTo(before);
        TwoSchools.first().toText().writeTo(after);
        page("--drop", before, "--drop", after);
        Files.delete(after.resolve("users.csv"));

        assertThat(diff("--drop", before, "--drop", after).exitCode()).isEqualTo(1);
        assertThat(ReportPage.in(report).first()).contains("Rejected", "users.csv is not there");
    }

    @Test
    void nextStepNamesThePage() {
        TwoSchools.both().toText().writeTo(before);
        TwoSchools.first().toText().writeTo(after);

        assertThat(diff("--drop", before, "--drop", after).out())
                .contains("Next: look at " + report.resolve("report.html") + "; --csv FILE lists every single change.");
    }
}
