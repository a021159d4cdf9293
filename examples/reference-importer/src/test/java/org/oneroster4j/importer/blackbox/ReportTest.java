package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.testing.SchoolDrop;

/**
 * What a person reads who opens the report and has never seen one. The cause and the fix stand on the first screen; what is
 * looked for there is what the person has to understand, not how it is said.
 */
class ReportTest {
    @TempDir
    Path folder;

    private Path drop;
    private Path report;

    @BeforeEach
    void paths() {
        drop = folder.resolve("drop");
        report = folder.resolve("report");
    }

    private ReportPage convert(Object... more) throws IOException {
        CommandLine.run(Stream.concat(
                        Stream.of(
                                "convert",
                                "--drop",
                                drop,
                                "--out",
                                folder.resolve("out"),
                                "--identity",
                                "username",
                                "--report",
                                report),
                        Stream.of(more))
                .toArray());
        return ReportPage.in(report);
    }

    private ReportPage check(Object... more) throws IOException {
        CommandLine.run(Stream.concat(Stream.of("check", "--drop", drop, "--report", report), Stream.of(more))
                .toArray());
        return ReportPage.in(report);
    }

    private void rewrite(String file, Rewriting rewriting) throws IOException {
        Path path = drop.resolve(file);
        Files.writeString(path, rewriting.of(Files.readString(path, StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private interface Rewriting {
        String of(String text);
    }

    @Test
    void renamedHeaderIsNamedWithThePlaceOfItsNewName() throws IOException {
        TwoSchools.both().toText().writeTo(drop);
        rewrite("users.csv", text -> text.replaceFirst("username", "loginName"));

        assertThat(convert().first())
                .contains("Rejected", "Nothing was published. What was published before stays as it is.")
                .contains("The column username is not in the header", "Where: users.csv, line 1")
                .contains("Column 7 of users.csv has a name that OneRoster does not know", "renamed")
                .contains("Fix: Compare the header with the OneRoster v1p1 template");
        assertThat(check("--identity", "username").first())
                .contains("this drop would be rejected")
                .contains("The column username is not in the header", "Column 7 of users.csv");
    }

    @Test
    void reportWithValuesIsForItsOwnerAlone() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        TwoSchools.both().toText().writeTo(drop);
        convert();
        Set<PosixFilePermission> before = Files.getPosixFilePermissions(report.resolve("report.html"));
        Path csv = folder.resolve("changes.csv");
        convert("--show-values");
        CommandLine.run(
                "diff", "--drop", drop, "--drop", drop, "--identity", "username", "--show-values", "--csv", csv);
        for (Path file : List.of(report.resolve("report.html"), report.resolve("findings.csv"), csv)) {
            assertThat(Files.getPosixFilePermissions(file))
                    .as(String.valueOf(file.getFileName()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        convert();
        assertThat(Files.getPosixFilePermissions(report.resolve("report.html")))
                .as("without values again")
                .isEqualTo(before);
    }

    /** The id column of a row whose columns have shifted may hold a name, so the ids of such rows are shown nowhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zyxfamily, Jr,Zyxgiven,u9,active,true,1,student,u9",
                "Zyxfamily,Zyxgiven",
                "Zyxgiven,u9,active,true,1,student,u9",
                "\"Zyxfamily\" Jr,Zyxgiven,u9,active,true,1,student,u9",
                "\"Zyxfamily,Jr\"\",\"Zyxgiven\",u9,active,true,1,student,u9",
                "Zyx,\"Zyxgiven\nu8,x\",Zyxname,tobedeleted,true,1,student,u9",
                "Zyx, Jr,Zyxgiven,u9,tobedeleted,false,1,wizard,u9"
            })
    void idOfARowOfAWrongShapeIsShownNowhere(String row) throws IOException {
        TwoSchools.both().toText().writeTo(drop);
        StringBuilder users =
                new StringBuilder("familyName,givenName,sourcedId,status,enabledUser,orgSourcedIds,role,username\n");
        for (int i = 0; i < 30; i++) {
            users.append("F")
                    .append(i)
                    .append(",G,u")
                    .append(i)
                    .append(",,true,1,student,u")
                    .append(i)
                    .append('\n');
        }
        Files.writeString(
                drop.resolve("users.csv"), users.toString() + row + "\n" + row + "\nF,G,u99,,true,1,student,u99\n");
        for (String command : List.of("check", "convert")) {
            List<Object> arguments = new ArrayList<>(List.of(
                    command, "--drop", drop, "--identity", "username", "--as-of", "2026-11-24", "--report", report));
            if (command.equals("convert")) {
                arguments.addAll(List.of("--out", folder.resolve("out")));
            }
            arguments.add("--verbose");
            CommandLine run = CommandLine.run(arguments.toArray());
            assertThat(run.out() + run.err()).isNotEmpty().doesNotContain("Zyx");
            try (Stream<Path> files = Files.list(report)) {
                for (Path file : files.toList()) {
                    assertThat(Files.readString(file)).doesNotContain("Zyx");
                }
            }
        }
    }

    /** That no class names a term is a notice, and the same code an error where others do. */
    @Test
    void severityIsThatOfTheFindingAndNotOfItsCode() throws IOException {
        TwoSchools.both()
                .without("academicSessions.csv")
                .manifest("file.academicSessions", "absent")
                .toText()
                .writeTo(drop);
        CommandLine run = CommandLine.run("check", "--drop", drop, "--identity", "username", "--report", report);
        ReportPage page = ReportPage.in(report);

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).contains("Checked: no errors.").doesNotContain("class-terms-not-given");
        assertThat(Files.readString(report.resolve("findings.csv")))
                .contains("notice,class-terms-not-given,classes.csv");
        assertThat(page.first()).doesNotContain("class-terms-not-given");
        assertThat(page.html()).doesNotContain(">error<");
    }

    @Test
    void uploadThatBrokeOffInTheMiddleOfAFileIsSeenByItsRows() throws IOException {
        TwoSchools.both().toText().writeTo(drop);
        rewrite("users.csv", text -> text.substring(0, text.indexOf("s2-1-1")));

        assertThat(convert().first())
                .contains("Rejected", "Nothing was published")
                .contains("enrollments point to a user or a class that no row describes")
                .contains("Fix: The files are probably not of the same export. Wait for the next upload, or export all"
                        + " files again.");
    }

    @Test
    void uploadThatBrokeOffBetweenFilesIsSeenByTheOneThatLacks() throws IOException {
        TwoSchools.both().without("enrollments.csv").toText().writeTo(drop);

        assertThat(convert().first())
                .contains("Rejected", "Nothing was published")
                .contains("enrollments.csv is not there")
                .contains("whether the upload broke off");
    }

    @Test
    void schoolWhosePermissionWasTakenAwayIsNamedWithWhatItWouldLose() throws IOException {
        Path state = folder.resolve("state");
        TwoSchools.both().toText().writeTo(drop);
        convert("--state", state);
        TwoSchools.first().toText().writeTo(drop);
        ReportPage page = convert("--state", state);

        assertThat(page.first())
                .contains("Held: too much would change at once", "What was published before stays as it is")
                .contains("12 of 24 groups would be removed")
                .contains(
                        "School 2 (Westfield High): nothing of it is left in the drop",
                        "12 of 12 groups, 24 memberships and 12 accesses")
                .contains("its permission in ClassLink was most likely taken away")
                .contains("Fix: Look whether a permission in ClassLink was changed")
                .contains("If the change is right, release it", "approve --state " + state);
        assertThat(page.section("changes")).contains("Groups +0 −12", "Students in groups +0 −24");
        assertThat(page.section("schools")).contains("Westfield High 2 gone 0 0 0 0 12 24 12");
    }

    @Test
    void schoolThatIsStillDescribedIsToldByItsNewName() throws IOException {
        Path state = folder.resolve("state");
        TwoSchools.both().toText().writeTo(drop);
        convert("--state", state);
        TwoSchools.first()
                .school("2", Map.of("name", "Westfield Academy"))
                .toText()
                .writeTo(drop);

        assertThat(convert("--state", state).first()).contains("School 2 (Westfield Academy): nothing of it is left");
    }

    @Test
    void soundDropHasNothingToDo() throws IOException {
        TwoSchools.both().toText().writeTo(drop);
        ReportPage page = convert();

        assertThat(page.first()).contains("Published", "0 errors, 0 warnings", "Nothing. There are no errors");
        assertThat(page.section("impero"))
                .contains("What Impero shows after its next import")
                .contains("Users 50 of 5,000 (1.0 %)", "Groups 24 of 1,200 (2.0 %)")
                .contains("Staff in the access rights list 2")
                .contains("1 to 4 members 24 groups");
        assertThat(page.section("schools"))
                .contains("Northgate Primary 1 12 24 1")
                .contains("Westfield High 2 12 24 1");
        assertThat(page.section("changes")).contains("Nothing was compared: the run has no state folder.");
        assertThat(page.section("settings")).contains("identity username", "asOf 2026-11-24", "leadDays 0");
    }

    @Test
    void checkShowsTheCountersOfTheDropAndOfEachSchool() throws IOException {
        TwoSchools.both().student("s3").schoolClass("c3").toText().writeTo(drop);
        ReportPage page = check();

        assertThat(page.section("sanity"))
                .contains("Students without enrollments 1 49", "Classes without teachers 1 25");
        assertThat(page.section("schools")).contains("Northgate Primary 1 1 0 1 1", "Westfield High 2 0 0 0 0");
        assertThat(page.section("impero"))
                .as("nothing is mapped without an identity")
                .isEmpty();
    }

    @Test
    void rootCausesStandBeforeWhatFollowsFromThem() throws IOException {
        drop = Path.of("sample-drop");
        String findings = convert("--as-of", "2026-10-15").section("findings");

        assertThat(findings)
                .containsSubsequence("error unreadable-value", "warning missing-identity", "notice disabled-user")
                .containsSubsequence("notice outside-dates", "notice user-left-out", "follows from others")
                .contains("users.csv 19 username 41018");
    }

    @Test
    void personsAreNotNamedUnlessThatIsAskedFor() throws IOException {
        SchoolDrop.create()
                .school("1")
                .teacher("t1", Map.of("givenName", "Agatha", "familyName", "Secretary", "enabledUser", "Secretly"))
                .student("s1", Map.of("givenName", "Berta", "familyName", "Hidden", "username", "berta.hidden"))
                .schoolClass("c1", Map.of("title", "Secretary's class"))
                .enroll("t1", "c1", "teacher")
                .enroll("s1", "c1", "student")
                .toText()
                .writeTo(drop);

        assertThat(check("--identity", "username").html())
                .doesNotContainIgnoringCase("Agatha")
                .doesNotContainIgnoringCase("Secret")
                .doesNotContainIgnoringCase("Berta")
                .doesNotContainIgnoringCase("Hidden.");
        assertThat(check("--identity", "username", "--show-values").text()).contains("Found: Secretly");
    }

    @Test
    void namesThatAreHtmlStayText() throws IOException {
        String name = "<img src=x onerror=alert(1)>\"'</script><script>alert(2)</script>";
        SchoolDrop.ofClasses(1)
                .school("</style><b>", Map.of("name", name))
                .term("T1", "2026-08-01", "2026-12-20")
                .teacher("t2", Map.of("orgSourcedIds", "</style><b>", "enabledUser", name))
                .schoolClass("c2", Map.of("schoolSourcedId", "</style><b>", "title", name))
                .enroll("t2", "c2", "teacher")
                .enroll("s1", "c2", "student")
                .toText()
                .writeTo(drop);
        ReportPage page = check("--identity", "username", "--show-values");

        assertThat(page.text()).contains(name).contains("Found: " + name);
        assertThat(page.html())
                .doesNotContain("<img")
                .doesNotContain("</style><b>")
                .doesNotContain("<script>alert")
                .containsOnlyOnce("<script>")
                .containsOnlyOnce("</script>")
                .containsOnlyOnce("</style>");
    }

    @Test
    void pageNeedsNoOther() throws IOException {
        TwoSchools.both().toText().writeTo(drop);
        String html = convert().html();

        assertThat(List.of("src=", "url(", "@import", "http://", "https://", "<link", "<iframe", "<form"))
                .noneMatch(html::contains);
        assertThat(html).contains("Content-Security-Policy", "default-src &#39;none&#39;");
    }
}
