package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.testing.SchoolDrop;

/** What became of a class or a person, as a technician asks for it. */
class ExplainCommandTest {
    @TempDir
    Path folder;

    private Path drop;

    @BeforeEach
    void drop() {
        drop = folder.resolve("drop");
        SchoolDrop.create()
                .school("1")
                .term("T1", "2026-08-01", "2026-12-20")
                .term("T0", "2025-08-01", "2026-06-10")
                .teacher("t1")
                .student("s1")
                .student("s2", Map.of("enabledUser", "false"))
                .schoolClass("c1")
                .schoolClass("old", Map.of("termSourcedIds", "T0"))
                .enroll("t1", "c1", "teacher", Map.of("primary", "true"))
                .enroll("s1", "c1", "student")
                .enroll("s1", "c1", "student")
                .enroll("s2", "c1", "student")
                .enroll("s1", "old", "student")
                .enroll("s1", "gone", "student")
                .toText()
                .writeTo(drop);
    }

    private CommandLine explain(Object... more) {
        return CommandLine.run(
                Stream.concat(Stream.of("explain", "--drop", drop, "--identity", "username"), Stream.of(more))
                        .toArray());
    }

    @Test
    void classThatIsWrittenHasItsMembersItsAccessAndWhoIsNotInItAndWhy() {
        CommandLine run = explain("--class", "c1");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "classes.csv, line 2: The class c1 is written: as a group (R11).",
                        "Impero has a group of it, as of 2026-11-24.",
                        "Its members (1): s1.",
                        "Access to it (1): t1 (teacher, primary).",
                        "4 rows of enrollments.csv name c1: 2 written, 1 merged, 1 left out.",
                        "  enrollments.csv, line 5, person s2: The enrollment e4 is left out: its person is left out (R7,"
                                + " user-left-out). The user s2 is left out: enabledUser is false (R3, disabled-user).",
                        "Rules: R7 enrollments, R11 groups.");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void classOfAPastTermIsLeftOutWithItsLastDayAndTheFix() {
        CommandLine run = explain("--class", " old ");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("The class old is left out: none of its terms covers the day (R6, class-not-current).")
                .contains("correct its terms or their dates")
                .contains("2026-06-10")
                .doesNotContain("Impero has a group");
    }

    @Test
    void personHasGroupsAccessAndTheEnrollmentsThatAreLeftOutWithTheReasonBehindTheReason() {
        CommandLine student = explain("--user", "s1");
        CommandLine teacher = explain("--user", "t1");

        assertThat(student.out())
                .contains("The user s1 is written: as a member of groups (R8).")
                .contains("Member of the groups (1): c1.")
                .contains("4 rows of enrollments.csv name s1: 1 written, 1 merged, 2 left out.")
                .contains("line 6, class old: ")
                .contains("The class old is left out: none of its terms covers the day")
                .contains("No row describes the class gone.")
                .doesNotContain("Access to");
        assertThat(teacher.out()).contains("Access to the groups (1): c1 (teacher, primary).");
    }

    @Test
    void nothingButIdsIsShownUnlessValuesAreAskedFor() {
        CommandLine run = explain("--user", "s1");
        CommandLine shown = explain("--user", "s1", "--show-values");
        CommandLine json = explain("--user", "s1", "--json");

        assertThat(run.out() + json.out()).doesNotContain("s1.login").doesNotContain("Given");
        assertThat(shown.out()).contains("by the username s1.login");
        assertThat(explain("--class", "c1", "--show-values").out()).contains("It is called Class c1.");
    }

    @Test
    void idThatIsNotThereIsNotFoundAndASimilarOneIsNamed() {
        CommandLine other = explain("--class", "C1");
        CommandLine none = explain("--user", "s1.login");
        CommandLine dangling = explain("--class", "gone");

        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.out())
                .contains("No row of classes.csv has the sourcedId C1.")
                .contains("There is c1:");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.out()).contains("a username or an email is not one");
        assertThat(dangling.exitCode()).isEqualTo(1);
        assertThat(dangling.out()).contains("1 row of enrollments.csv names gone: 1 left out.");
    }

    @Test
    void jsonSaysTheSameAndIsAlone() throws IOException {
        CommandLine run = explain("--class", "c1", "--json");
        JsonNode answer = new ObjectMapper().readTree(run.out());

        assertThat(answer.get("found").asBoolean()).isTrue();
        assertThat(answer.get("members").toString()).isEqualTo("[\"s1\"]");
        assertThat(answer.get("access").toString())
                .isEqualTo("[{\"id\":\"t1\",\"role\":\"teacher\",\"primary\":true}]");
        assertThat(answer.get("enrollments")).hasSize(4);
        assertThat(answer.get("enrollments").get(3).get("code").asText()).isEqualTo("user-left-out");
        assertThat(answer.get("enrollments").get(3).get("line").asInt()).isEqualTo(5);
    }

    @Test
    void mistakesOfTheCallAreUsageErrors() {
        assertThat(explain().exitCode()).isEqualTo(2);
        assertThat(explain("--class", "c1", "--user", "s1").exitCode()).isEqualTo(2);
        assertThat(CommandLine.run("explain", "--drop", drop, "--user", "s1").err())
                .contains("--identity");
        assertThat(explain("--class", "c1", "--quiet", "--verbose").exitCode()).isEqualTo(2);
    }

    @Test
    void dropThatCannotBeMappedIsSaidToBeSo() throws IOException {
        Files.delete(drop.resolve("enrollments.csv"));
        CommandLine run = explain("--class", "c1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("required-file-missing");
        assertThat(run.out()).isEmpty();
        assertThat(CommandLine.run("explain", "--drop", folder.resolve("no"), "--identity", "email", "--user", "s1")
                        .exitCode())
                .isEqualTo(4);
    }
}
