package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.importer.arrival.Claims;
import org.oneroster4j.importer.arrival.DropFolder;
import org.oneroster4j.testing.SchoolDrop;

/** Stored files that name paths: one that names a file elsewhere was not written by this program, and is not obeyed. */
class ForgedFilesTest {
    @TempDir
    Path folder;

    private Path victim = Path.of("");
    private Path staging = Path.of("");

    @BeforeEach
    void victim() throws IOException {
        Path place = Files.createDirectories(folder.resolve("place/sub"));
        victim = Files.writeString(folder.resolve("place/victim"), "as it was");
        staging = Files.createDirectories(place.resolve(".impero-staging-out"));
        Files.createDirectories(staging.resolve("next"));
        Files.createDirectories(staging.resolve("previous"));
        Files.createDirectories(place.resolve("out"));
        SchoolDrop.ofClasses(3).toText().writeTo(folder.resolve("drop"));
    }

    private CommandLine convert() {
        return CommandLine.run(
                "convert",
                "--drop",
                folder.resolve("drop"),
                "--out",
                folder.resolve("place/sub/out"),
                "--identity",
                "username",
                "--as-of",
                "2026-11-24");
    }

    private void assertRefused() throws IOException {
        CommandLine run = convert();
        assertThat(run.exitCode()).as(run.err()).isEqualTo(4);
        assertThat(run.out() + run.err()).contains("journal.json", "Nothing was changed", "Remove the folder");
        assertThat(victim).hasContent("as it was");
        assertThat(folder.resolve("place/sub/out")).isEmptyDirectory();
    }

    private void journal(String steps, String state) throws IOException {
        Files.writeString(staging.resolve("journal.json"), "{\"files\": [" + steps + "], \"state\": " + state + "}");
    }

    private static String step(String name) {
        return "{\"name\": \"" + name + "\", \"before\": null, \"after\": \"" + "0".repeat(64) + "\"}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../victim",
                "../out/../../victim",
                "sub/file.csv",
                "..",
                ".",
                "",
                " ",
                "/etc/victim",
                "C:victim",
                "..\\\\victim",
                "a\\u0000b"
            })
    void journalThatNamesAFileElsewhereIsRefused(String name) throws IOException {
        Files.writeString(staging.resolve("next/groups.csv"), "forged");
        journal(step("groups.csv") + "," + step(name), "null");
        assertRefused();
    }

    @Test
    void journalThatRenamesAnotherFolderThanThatOfAStateIsRefused() throws IOException {
        Path place = folder.resolve("place");
        Files.createDirectories(place.resolve("next"));
        String[][] renamings = {
            {"next", "generation-000000001"},
            {"next", "stolen"},
            {"victim", "generation-000000001"},
            {"next", "sub/generation-000000001"}
        };
        for (String[] renaming : renamings) {
            journal(
                    "",
                    "{\"from\": \"" + place.resolve(renaming[0]) + "\", \"to\": \"" + place.resolve(renaming[1])
                            + "\"}");
            assertRefused();
            assertThat(place.resolve("next")).isDirectory();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"next", "previous"})
    void linkInTheStagingFolderIsRefused(String inside) throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Files.createSymbolicLink(staging.resolve(inside).resolve("groups.csv"), victim);
        journal(step("groups.csv"), "null");
        assertRefused();
    }

    @Test
    void stagingFolderThatIsALinkIsRefused() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(staging, elsewhere);
        Files.writeString(elsewhere.resolve("next/groups.csv"), "forged");
        Files.createSymbolicLink(staging, elsewhere);
        assertRefused();
    }

    @Test
    void journalWithAChangedBitIsRefused() throws IOException {
        journal(step("groups.csv"), "null");
        String text = Files.readString(staging.resolve("journal.json"));
        Files.writeString(
                staging.resolve("journal.json"),
                text.substring(0, text.length() - 1) + ", \"checksum\": \"" + "0".repeat(64) + "\"}");
        assertRefused();
    }

    @Test
    void claimThatNamesAFileElsewhereIsRefused() throws IOException {
        Path work = folder.resolve("work");
        Files.createDirectories(work.resolve("claiming"));
        Files.writeString(
                work.resolve("claiming/claim.json"),
                "{\"files\": [{\"name\": \"../place/victim\", \"size\": 9, \"modifiedNanos\": 0, \"key\": \"\"}],"
                        + " \"moved\": true}");
        Claims claims = new Claims(work, new DropFolder(folder.resolve("drop"), 1 << 20), new UnflushedDisk(), false);
        assertThat(catchThrowable(claims::recover))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("claim.json")
                .hasMessageContaining("Nothing was moved");
        assertThat(victim).hasContent("as it was");
    }
}
