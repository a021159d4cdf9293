package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.oneroster4j.impero.Counts;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.importer.oracle.PlainInput;
import org.oneroster4j.testing.Corpus;
import org.oneroster4j.testing.TextDrop;

/** Real drops that nobody here wrote. */
class CorpusTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void corpusIsThere() {
        Corpus.assumeIsThere();
    }

    @ParameterizedTest
    @CsvSource({
        "classlink-demo, 2018-10-15, USERNAME, 72, 179, 139, 40, 225, 80, 0",
        "classlink-demo, 2018-10-15, EMAIL, 72, 179, 139, 40, 225, 80, 0",
        "gospelnerd-school-small, 2025-10-01, USERNAME, 42, 79, 72, 7, 504, 42, 0"
    })
    void knownDropGivesKnownNumbers(
            String drop,
            LocalDate asOf,
            Identity identity,
            int groups,
            int users,
            int students,
            int staff,
            int members,
            int access,
            long errors)
            throws IOException {
        Conversion conversion = convert(drop, asOf, identity);

        var counts = conversion.run().orElseThrow().counts();
        assertThat(conversion.state()).isEqualTo("published");
        assertThat(counts).isEqualTo(new Counts(groups, users, students, staff, members, access));
        assertThat(conversion.summary().orElseThrow().findings()).containsEntry("error", errors);
    }

    /** The rows of both teachers have a blank cell more than the header. */
    @Test
    void dropWhoseTeachersHaveACellTooManyIsRejected() throws IOException {
        Conversion conversion = convert("edfi-lms-toolkit-1p1", LocalDate.of(2020, 10, 1), Identity.USERNAME);

        assertThat(conversion.leftOut()).containsEntry("ragged-row", 2);
        assertThat(conversion.summary().orElseThrow().reasons()).containsExactly("no-staff", "no-access");
        assertThat(conversion.files()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void sameDropGivesTheSameBytesInWhateverOrderItsRowsAndColumnsAre(Identity identity) throws IOException {
        LocalDate asOf = LocalDate.of(2018, 10, 15);
        Conversion first = convert("classlink-demo", asOf, identity);
        Conversion second = convert("classlink-demo", asOf, identity);
        TextDrop drop = asText(Corpus.folder("classlink-demo"));

        assertThat(Conversion.texts(second.files())).isEqualTo(Conversion.texts(first.files()));
        for (long seed = 1; seed <= 5; seed++) {
            Map<String, byte[]> shuffled = drop.shuffled(new Random(seed)).bytes();
            assertThat(Conversion.texts(Conversion.of(shuffled, MappingSettings.of(identity, asOf))
                            .files()))
                    .isEqualTo(Conversion.texts(first.files()));
        }
    }

    @ParameterizedTest
    @MethodSource("org.oneroster4j.testing.Corpus#drops")
    void everyDropConvertsAsTheSecondReadingOfTheContractSays(String drop) throws IOException {
        for (Identity identity : Identity.values()) {
            for (int year = 2013; year <= 2025; year++) {
                OracleProperties.assertAgreement(
                        Conversion.bytesOf(Corpus.folder(drop)),
                        MappingSettings.of(identity, LocalDate.of(year, 10, 1)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.oneroster4j.testing.Corpus#drops")
    void everyDropEndsWithAnExitCodeAndAMessageAndNoStackTrace(String drop) {
        for (String command : List.of("convert", "check")) {
            Object[] out = command.equals("convert") ? new Object[] {"--out", folder.resolve("out")} : new Object[0];
            Object[] arguments = Stream.concat(
                            Stream.of(command, "--drop", Corpus.folder(drop), "--identity", "email"), Stream.of(out))
                    .toArray();
            CommandLine run = CommandLine.run(arguments);

            assertThat(run.exitCode()).isIn(0, 1);
            assertThat(run.err()).isEmpty();
            assertThat(run.out().lines().count()).isBetween(2L, 20L);
            assertThat(run.out()).doesNotContain("Exception").doesNotContain("\tat ");
        }
    }

    @Test
    void dropOfAnotherYearIsRejectedAndNothingIsWritten() {
        CommandLine run = CommandLine.run(
                "convert",
                "--drop",
                Corpus.folder("classlink-demo"),
                "--out",
                folder.resolve("out"),
                "--identity",
                "username");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("no-current-classes").contains("all their terms are over");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void pupilsNamedAsTeachersGetNothingAndStopTheRun() throws IOException {
        Conversion conversion = convert("roster-hub-en", LocalDate.of(2020, 10, 1), Identity.EMAIL);

        assertThat(conversion.state()).isEqualTo("rejected");
        assertThat(conversion.summary().orElseThrow().reasons()).containsExactly("no-staff", "no-access");
        assertThat(conversion.summary().orElseThrow().codes()).containsEntry("role-conflict", 5L);
        assertThat(conversion.files()).isEmpty();
    }

    @Test
    void otherFormatsAreNamed() throws IOException {
        for (Map.Entry<String, String> format : Map.of(
                        "sds-v2", "Microsoft School Data Sync", "moodle-v1p2-gotham", "OneRoster 1.2")
                .entrySet()) {
            CommandLine run = CommandLine.run("check", "--drop", Corpus.folder(format.getKey()));

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).contains(format.getValue());
        }
    }

    private Conversion convert(String drop, LocalDate asOf, Identity identity) throws IOException {
        return Conversion.of(Corpus.folder(drop), folder.resolve("out"), MappingSettings.of(identity, asOf));
    }

    /** The files of a folder as text, read by the plain splitter of the second reading. */
    private static TextDrop asText(Path drop) throws IOException {
        TextDrop text = TextDrop.empty();
        for (Map.Entry<String, byte[]> file : Conversion.bytesOf(drop).entrySet()) {
            if (file.getKey().endsWith(".csv")) {
                List<List<String>> records = PlainInput.cells(new String(file.getValue(), StandardCharsets.UTF_8));
                text = text.file(file.getKey(), records.get(0));
                for (List<String> record : records.subList(1, records.size())) {
                    text = text.rawRow(file.getKey(), record);
                }
            }
        }
        return text;
    }
}
