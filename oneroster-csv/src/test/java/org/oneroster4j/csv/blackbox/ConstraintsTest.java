package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.Severity;
import org.oneroster4j.testing.SchoolDrop;
import org.oneroster4j.testing.TextDrop;

/** The constraints of the records, checked when asked for. */
class ConstraintsTest {
    @TempDir
    private Path folder = Path.of("");

    private Opened validated(TextDrop drop) {
        drop.writeTo(folder);
        return Opened.in(folder, ReadOptions.defaults().withValidate(true));
    }

    private static TextDrop broken() {
        return SchoolDrop.create()
                .school("1", Map.of("name", " ", "type", "", "parentSourcedId", "a b"))
                .term("T1", "", "2026-12-20", Map.of("schoolYear", ""))
                .student(
                        "u1",
                        Map.of(
                                "sourcedId", "u 1",
                                "enabledUser", "",
                                "orgSourcedIds", "",
                                "username", "\u00A0",
                                "agentSourcedIds", "u2,u 3"))
                .schoolClass("c1", Map.of("title", "", "courseSourcedId", "x".repeat(256), "termSourcedIds", "T1,T 2"))
                .enroll("u1", "c1", "student", Map.of("schoolSourcedId", ""))
                .toText();
    }

    @Test
    void brokenConstraintStandsAtItsColumn() {
        Opened opened = validated(broken());
        for (RosterFile<?> file : RosterFile.all()) {
            assertThat(opened.rows(drop -> drop.rows(file)))
                    .allMatch(row -> row.record().isPresent());
        }
        assertThat(opened.brief())
                .contains(
                        "invalid-value orgs.csv:2 name 1",
                        "invalid-value orgs.csv:2 parentSourcedId 1",
                        "invalid-value users.csv:2 sourcedId u 1",
                        "invalid-value users.csv:2 orgSourcedIds u 1",
                        "invalid-value users.csv:2 username u 1",
                        "invalid-value users.csv:2 agentSourcedIds u 1",
                        "invalid-value classes.csv:2 title c1",
                        "invalid-value classes.csv:2 courseSourcedId c1",
                        "invalid-value classes.csv:2 termSourcedIds c1",
                        "invalid-value enrollments.csv:2 schoolSourcedId e1")
                .allMatch(found -> found.startsWith("invalid-value "));
        assertThat(opened.findings()).allMatch(found -> found.severity() == Severity.WARNING);
    }

    @Test
    void requiredValueThatIsBlankIsToldAtItsColumn() {
        Opened opened = validated(broken());
        for (RosterFile<?> file : RosterFile.all()) {
            opened.rows(drop -> drop.rows(file));
        }
        assertThat(opened.brief())
                .contains(
                        "invalid-value orgs.csv:2 type 1",
                        "invalid-value users.csv:2 enabledUser u 1",
                        "invalid-value academicSessions.csv:2 startDate T1",
                        "invalid-value academicSessions.csv:2 schoolYear T1");
    }

    @Test
    void userIdWithoutATypeIsToldAtItsColumn() {
        // Once a defect: User.userIds is not List<@Valid UserId>, so the constraints on UserId are never checked.
        Opened opened = validated(SchoolDrop.create()
                .school("1")
                .student("u1", Map.of("userIds", "{ :x},{LDAP: }"))
                .toText());
        assertThat(opened.records(OneRosterDrop::users)).hasSize(1);
        assertThat(opened.brief())
                .containsExactly("invalid-value users.csv:2 userIds u1", "invalid-value users.csv:2 userIds u1");
    }

    @Test
    void nothingIsCheckedUnlessAskedFor() {
        Opened opened = Opened.of(folder, broken());
        for (RosterFile<?> file : RosterFile.all()) {
            opened.rows(drop -> drop.rows(file));
        }
        assertThat(opened.findings()).isEmpty();
    }

    @Test
    void soundDropBreaksNothing() {
        Opened opened = validated(SchoolDrop.create()
                .school("1")
                .term("T1", "2026-08-01", "2026-12-20")
                .student("u1")
                .schoolClass("c1")
                .enroll("u1", "c1", "student")
                .toText());
        for (RosterFile<?> file : RosterFile.all()) {
            assertThat(opened.rows(drop -> drop.rows(file)))
                    .hasSize(opened.drop().has(file.file()) ? 1 : 0);
        }
        assertThat(opened.findings()).isEmpty();
    }

    @Test
    void rowThatIsNotLiveIsNotChecked() {
        // Once a defect: RecordReader.row checks constraints of records that are not live, of which nothing else is
        // judged.
        Opened opened = validated(SchoolDrop.create()
                .student("u1", Map.of("status", "tobedeleted", "username", "", "orgSourcedIds", ""))
                .toText());
        assertThat(opened.records(OneRosterDrop::users)).hasSize(1);
        assertThat(opened.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ja-JP", "ar-EG-u-nu-arab"})
    void messagesAreEnglishWhateverTheLocaleIsNow(String tag) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            Opened opened = validated(broken());
            opened.records(OneRosterDrop::users);
            assertThat(messages(opened))
                    .contains("The value must not be blank.", "The value must not be empty.")
                    .anyMatch(said -> said.startsWith("The value is not an id of 1 to 255 of the characters"));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<String> messages(Opened opened) {
        return opened.findings().stream().map(Finding::message).toList();
    }

    /** The first validator of a program decides which messages it loads, so each locale gets a program of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "tr", "ja"})
    void messagesAreEnglishWhateverTheLocaleWasAtTheStart(String language) throws Exception {
        broken().writeTo(folder);
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=" + language,
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ConstraintsTest.class.getName(),
                folder.toString()));
        Process program = new ProcessBuilder(command)
                .redirectError(new File("/dev/null").exists() ? new File("/dev/null") : new File("NUL"))
                .redirectOutput(output.toFile())
                .start();
        assertThat(program.waitFor()).isZero();
        assertThat(Files.readAllLines(output, StandardCharsets.UTF_8))
                .contains("The value must not be blank.", "The value must not be empty.")
                .allMatch(
                        line -> line.startsWith("The value must not be ") || line.startsWith("The value is not an id"));
    }

    /** Prints the messages of the users of a folder. */
    public static void main(String[] arguments) {
        Opened opened = Opened.in(Path.of(arguments[0]), ReadOptions.defaults().withValidate(true));
        opened.records(OneRosterDrop::users);
        messages(opened).forEach(System.out::println);
    }
}
