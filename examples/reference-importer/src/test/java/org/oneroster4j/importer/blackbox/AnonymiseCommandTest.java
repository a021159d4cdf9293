package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oneroster4j.testing.Corpus;
import org.oneroster4j.testing.SchoolDrop;

/** The command that a school types before it shows its drop to somebody. */
class AnonymiseCommandTest {
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
                .teacher("t1", Map.of("familyName", "Okonkwo"))
                .student("s1", Map.of("username", "s1", "email", "kim.lee@school.example"))
                .schoolClass("c1", Map.of("title", "Chemistry (Okonkwo)"))
                .enroll("t1", "c1", "teacher")
                .enroll("s1", "c1", "student")
                .toText()
                .writeTo(drop);
    }

    private CommandLine anonymise(Object... more) {
        return CommandLine.run(Stream.concat(Stream.of("anonymise", "--drop", drop, "--out", out), Stream.of(more))
                .toArray());
    }

    @Test
    void dropIsWrittenWithoutItsPeopleAndTheCommandSaysWhatItDid() throws IOException {
        CommandLine run = anonymise();

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Written: 7 files with ")
                .contains("users.csv familyName: 2", "classes.csv title: 1")
                .contains("number of a person: 1.")
                .contains("Look the files over before you send them")
                .doesNotContain("Okonkwo")
                .doesNotContain("kim.lee");
        String classes = Files.readString(out.resolve("classes.csv"));
        assertThat(classes).contains("Chemistry (").doesNotContain("Okonkwo");
        assertThat(Files.readString(out.resolve("users.csv")))
                .contains("\r\nt1,")
                .doesNotContain("Okonkwo")
                .doesNotContain("kim.lee");
    }

    @Test
    void sameSeedGivesTheSameFilesAndNoSeedOthers() throws IOException {
        anonymise("--seed", 7);
        Map<String, String> first = Conversion.texts(Conversion.bytesOf(out));
        out = folder.resolve("again");
        anonymise("--seed", 7);
        assertThat(Conversion.texts(Conversion.bytesOf(out))).isEqualTo(first);

        out = folder.resolve("drawn");
        anonymise();
        assertThat(Conversion.texts(Conversion.bytesOf(out)).get("users.csv")).isNotEqualTo(first.get("users.csv"));
    }

    @Test
    void folderThatIsNotEmptyIsAMistakeOfWhoeverCalls() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("kept.txt"), "kept");
        CommandLine run = anonymise();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is not empty").contains(out.toString());
        assertThat(out).isDirectoryContaining("glob:**/kept.txt").isDirectoryNotContaining("glob:**/users.csv");
    }

    @Test
    void dropItselfAndAFolderInItAreNoPlacesForTheResult() throws IOException {
        Map<String, String> before = Conversion.texts(Conversion.bytesOf(drop));
        for (Path wrong : new Path[] {drop, drop.resolve("inside")}) {
            out = wrong;
            CommandLine run = anonymise();

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("lies in the drop itself");
        }
        assertThat(Conversion.texts(Conversion.bytesOf(drop))).isEqualTo(before);
    }

    @Test
    void missingOptionsAreMistakesOfWhoeverCalls() {
        assertThat(CommandLine.run("anonymise", "--drop", drop).exitCode()).isEqualTo(2);
        assertThat(CommandLine.run("anonymise", "--out", out).exitCode()).isEqualTo(2);
        assertThat(anonymise("--seed", "many").exitCode()).isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    @Test
    void dropThatIsNotThereFails() {
        drop = folder.resolve("elsewhere");
        CommandLine run = anonymise();

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("is not there");
        assertThat(out).doesNotExist();
    }

    @Test
    void zipIsTakenOnlyWhenAskedFor() throws IOException {
        Path zip = folder.resolve("drop.zip");
        try (ZipOutputStream zipped = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> file : Conversion.bytesOf(drop).entrySet()) {
                zipped.putNextEntry(new ZipEntry(file.getKey()));
                zipped.write(file.getValue());
            }
        }
        anonymise("--seed", 3);
        Map<String, String> ofFolder = Conversion.texts(Conversion.bytesOf(out));
        drop = zip;
        out = folder.resolve("of-zip");

        CommandLine refused = anonymise("--seed", 3);
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.err()).contains("--allow-zip");
        assertThat(anonymise("--seed", 3, "--allow-zip").exitCode()).isZero();
        assertThat(Conversion.texts(Conversion.bytesOf(out))).isEqualTo(ofFolder);
    }

    @Test
    void fileThatIsNoZipFails() throws IOException {
        drop = folder.resolve("users.csv");
        Files.writeString(drop, "sourcedId\n", StandardCharsets.UTF_8);

        assertThat(anonymise("--allow-zip").exitCode()).isEqualTo(4);
    }

    @Test
    void filesThatAreNotOneRostersAreNotCopied() throws IOException {
        Files.writeString(drop.resolve("notes.txt"), "Okonkwo is ill");
        CommandLine run = anonymise();

        assertThat(run.out()).contains("files in the folder: 1").doesNotContain("notes");
        assertThat(out).isDirectoryNotContaining("glob:**/notes.txt");
    }

    @ParameterizedTest
    @MethodSource("org.oneroster4j.testing.Corpus#drops")
    void realDropIsJudgedAsBeforeAndHasNobodyInIt(String name) throws IOException {
        Corpus.assumeIsThere();
        Map<String, byte[]> before = Conversion.bytesOf(Corpus.folder(name));
        before.keySet().removeIf(file -> !file.toLowerCase(Locale.ROOT).endsWith(".csv"));
        drop = Corpus.folder(name);
        CommandLine run = anonymise("--seed", 11);
        Map<String, byte[]> after = Conversion.bytesOf(out);
        before.keySet().retainAll(after.keySet());

        assertThat(run.exitCode()).isZero();
        for (int year : new int[] {2018, 2020, 2025}) {
            AnonymiserProperties.assertJudgedAlike(before, after, LocalDate.of(year, 10, 1));
        }
        assertThat(Leaks.of(before, after)).isEmpty();
    }
}
