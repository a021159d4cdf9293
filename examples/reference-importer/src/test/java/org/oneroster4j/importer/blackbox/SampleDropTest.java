package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.oneroster4j.impero.Counts;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;

/** The drop of a small school that comes with the importer. Its README says which situation stands where. */
class SampleDropTest {
    private static final Path SAMPLE = Path.of("sample-drop");
    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 15);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"USERNAME, 12, 81, 70, 11, 230, 16", "EMAIL, 12, 81, 71, 10, 233, 15"})
    void convertsToTheNumbersThatWereCountedByHand(
            Identity identity, int groups, int users, int students, int staff, int members, int access)
            throws IOException {
        var counts = Conversion.of(SAMPLE, folder.resolve("out"), MappingSettings.of(identity, AS_OF))
                .run()
                .orElseThrow()
                .counts();

        assertThat(counts).isEqualTo(new Counts(groups, users, students, staff, members, access));
    }

    @Test
    void convertsToTheFilesThatTheReadmeIsCheckedBy() throws IOException {
        Conversion conversion =
                Conversion.of(SAMPLE, folder.resolve("out"), MappingSettings.of(Identity.USERNAME, AS_OF));

        assertThat(Conversion.texts(conversion.files()))
                .isEqualTo(Conversion.texts(Conversion.bytesOf(Path.of("src/test/resources/sample-expected"))));
    }

    @ParameterizedTest
    @EnumSource
    void convertsAsTheSecondReadingOfTheContractSays(Identity identity) throws IOException {
        OracleProperties.assertAgreement(Conversion.bytesOf(SAMPLE), MappingSettings.of(identity, AS_OF));
    }

    @Test
    void hasEverySituationThatTheRulesRuleOn() throws IOException {
        Conversion conversion =
                Conversion.of(SAMPLE, folder.resolve("out"), MappingSettings.of(Identity.USERNAME, AS_OF));

        assertThat(conversion.summary().orElseThrow().codes())
                .containsKeys(
                        "not-live",
                        "unreadable-value",
                        "ragged-row",
                        "role-not-used",
                        "disabled-user",
                        "missing-identity",
                        "unsafe-identity",
                        "merged-identity",
                        "ambiguous-identity",
                        "class-not-current",
                        "class-terms-not-given",
                        "class-terms-unknown",
                        "teacher-left-out",
                        "outside-dates",
                        "class-not-taken",
                        "user-left-out",
                        "role-conflict",
                        "staff-as-student",
                        "empty-group",
                        "group-without-access",
                        "repeated-record",
                        "conflicting-records",
                        "dangling-enrollment",
                        "not-enrolled");
    }

    @Test
    void readmeShowsTheLastLinesThatArePrinted() throws IOException {
        CommandLine run = CommandLine.run(
                "convert",
                "--drop",
                SAMPLE,
                "--out",
                folder.resolve("out"),
                "--identity",
                "username",
                "--as-of",
                AS_OF);
        String[] lines = run.out().lines().toArray(String[]::new);
        String last = String.join("\n", Arrays.copyOfRange(lines, lines.length - 3, lines.length));
        Path readme = Path.of(System.getProperty("project.root", "../..")).resolve("README.md");

        assertThat(Files.readString(readme)).contains("```text\n" + last + "\n```");
    }
}
