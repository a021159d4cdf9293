package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.testing.SchoolDrop;

/** Which files are written is chosen by an option, and what is wrong with the choice is told before anything is written. */
class LayoutOptionTest {
    private static final String SECRET = "Brz\u0119czyk";
    private static final String FAMILY_NAMES =
            "files: [{name: names.csv, rows: users, columns: [userId, familyName]}]\n";

    @TempDir
    Path folder;

    private Path drop;
    private Path out;

    @BeforeEach
    void drop() {
        drop = folder.resolve("drop");
        out = folder.resolve("out");
        SchoolDrop.create()
                .school("1")
                .term("T1", "2026-08-01", "2026-12-20")
                .teacher("t1")
                .student("s1", Map.of("familyName", SECRET))
                .schoolClass("c1")
                .enroll("t1", "c1", "teacher")
                .enroll("s1", "c1", "student")
                .toText()
                .writeTo(drop);
    }

    private CommandLine convert(Object... more) {
        return CommandLine.run(Stream.concat(
                        Stream.of("convert", "--drop", drop, "--out", out, "--identity", "email"), Stream.of(more))
                .toArray());
    }

    private Path layout(String yaml) throws IOException {
        return Files.writeString(folder.resolve("layout.yaml"), yaml);
    }

    private Map<String, String> published() throws IOException {
        return Conversion.texts(Conversion.bytesOf(out));
    }

    @Test
    void builtInLayoutIsChosenByItsName() throws IOException {
        assertThat(convert("--layout", "lanschool").exitCode()).isZero();
        assertThat(published())
                .isEqualTo(Map.of(
                        "ClassesByTeacherLoginName.csv",
                        "t1@example.org,c1,Class c1\r\n",
                        "StudentsForClassByLoginName.csv",
                        "c1,s1@example.org\r\n"));
    }

    @Test
    void referenceIsTheLayoutUnlessToldOtherwise() throws IOException {
        convert();
        Map<String, String> before = published();

        assertThat(convert("--layout", "reference").exitCode()).isZero();
        assertThat(published()).isEqualTo(before).hasSize(4);
    }

    @Test
    void filesThatTheLayoutDoesNotNameAreLeftAlone() throws IOException {
        convert();

        assertThat(convert("--layout", layout(FAMILY_NAMES)).exitCode()).isZero();
        assertThat(published())
                .hasSize(5)
                .containsEntry("names.csv", "userId,familyName\r\ns1," + SECRET + "\r\nt1,Family-t1\r\n");
    }

    @Test
    void configurationFileNamesALayoutFileThatLiesBesideIt() throws IOException {
        layout(FAMILY_NAMES);
        Path config = Files.writeString(folder.resolve("importer.yaml"), "layout: layout.yaml\n");
        Path builtIn = Files.writeString(folder.resolve("other.yaml"), "layout: lanschool\n");

        assertThat(convert("--config", config).exitCode()).isZero();
        assertThat(published()).containsOnlyKeys("names.csv");
        assertThat(convert("--config", builtIn).exitCode()).isZero();
        assertThat(published()).hasSize(3);
        assertThat(convert("--config", builtIn, "--layout", "reference").exitCode())
                .isZero();
        assertThat(published()).hasSize(7);
    }

    @Test
    void layoutThatIsNotThereIsAUsageErrorThatNamesThoseThereAre() {
        CommandLine run = convert("--layout", "referense");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--layout (layout): 'referense'", "reference, lanschool");
        assertThat(convert("--layout", folder).exitCode()).isEqualTo(2);
        assertThat(convert("--layout", "a\0b").exitCode()).isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    @Test
    void mistakesInALayoutAreAllToldWithThoseInTheOptions() throws IOException {
        Path layout = layout("files:\n- name: a/b.csv\n  rows: users\n  columns: [userIdd]\n");
        CommandLine run = convert("--layout", layout, "--report", out);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "The output folder and the report folder",
                        layout + ", line 2: files[0].name: ",
                        layout + ", line 4: files[0].columns[0]: ");
        assertThat(out).doesNotExist();
    }

    @Test
    void layoutThatIsNotUtf8IsAUsageError() throws IOException {
        Path layout =
                Files.write(folder.resolve("latin.yaml"), "name: Caf\u00E9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(convert("--layout", layout).exitCode()).isEqualTo(2);
    }

    @Test
    void characterThatTheCharsetLacksStopsTheRunAndLeavesWhatWasThere() throws IOException {
        convert("--layout", layout(FAMILY_NAMES));
        Map<String, String> before = published();
        Path latin = layout("charset: windows-1252\n" + FAMILY_NAMES);
        CommandLine run = convert("--layout", latin, "--json");
        CommandLine dry = convert("--layout", latin, "--dry-run");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out())
                .contains("\"state\" : \"failed\"", "names.csv, user s1, column 2 (familyName): ", "windows-1252");
        assertThat(run.out() + run.err()).doesNotContain(SECRET, "Brz");
        assertThat(dry.exitCode()).isEqualTo(4);
        assertThat(published()).isEqualTo(before);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(drop, out, latin);
        }
    }

    @Test
    void filesMayBeCalledLikeTheFoldersOfTheStaging() throws IOException {
        Path layout = layout("files:\n- {name: previous, rows: users, columns: userId}\n"
                + "- {name: next, rows: groups, columns: groupId}\n");

        assertThat(convert("--layout", layout).exitCode()).isZero();
        assertThat(convert("--layout", layout).exitCode()).isZero();
        assertThat(published()).containsOnlyKeys("previous", "next");
    }

    @Test
    void checkDoesNotNeedALayout() throws IOException {
        Path config = Files.writeString(folder.resolve("importer.yaml"), "layout: gone.yaml\n");

        assertThat(CommandLine.run("check", "--drop", drop, "--config", config).exitCode())
                .isZero();
    }
}
