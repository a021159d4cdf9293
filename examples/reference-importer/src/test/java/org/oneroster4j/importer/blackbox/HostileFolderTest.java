package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.importer.arrival.Arrival;
import org.oneroster4j.importer.arrival.Arrival.Progress;
import org.oneroster4j.importer.arrival.Claims;
import org.oneroster4j.importer.arrival.DropFolder;
import org.oneroster4j.importer.arrival.Listing;
import org.oneroster4j.importer.arrival.Trouble;
import org.oneroster4j.importer.disk.RealDisk;
import org.oneroster4j.testing.SchoolDrop;

/** Whoever may upload is not trusted: nothing is followed, nothing blocks, all is bounded and said. */
@Timeout(60)
class HostileFolderTest {
    private static final long MOST_BYTES = 1 << 20;

    @TempDir
    Path folder;

    private Path drop;
    private Path secret;

    @BeforeEach
    void dropOfThreeFiles() throws IOException {
        drop = Files.createDirectory(folder.resolve("drop"));
        SchoolDrop.ofClasses(2).toText().writeTo(drop);
        secret = Files.writeString(folder.resolve("secret.csv"), "sourcedId,role\nsecret,teacher\n");
        Files.delete(drop.resolve("users.csv"));
    }

    private Listing list() throws IOException {
        return new DropFolder(drop, MOST_BYTES).list();
    }

    private Map<String, Trouble> refused() throws IOException {
        Arrival arrival = new Arrival(new DropFolder(drop, MOST_BYTES), Duration.ZERO, false);
        arrival.look(List.of(), 0);
        arrival.look(List.of(), 1);
        Progress progress = arrival.look(List.of(), 2);
        assertThat(progress).isInstanceOf(Progress.Refused.class);
        return ((Progress.Refused) progress).troubles();
    }

    @Test
    void symbolicLinkIsNotFollowed() throws IOException {
        Files.createSymbolicLink(drop.resolve("users.csv"), secret);

        assertThat(refused()).containsExactly(Map.entry("users.csv", Trouble.NOT_A_FILE));
    }

    @Test
    void symbolicLinkToNothingOrToItselfIsNotFollowedEither() throws IOException {
        Files.createSymbolicLink(drop.resolve("users.csv"), drop.resolve("users.csv"));

        assertThat(refused()).containsExactly(Map.entry("users.csv", Trouble.NOT_A_FILE));
    }

    @Test
    void hardLinkIsAFileOfSomebodyElse() throws IOException {
        Files.createLink(drop.resolve("users.csv"), secret);

        assertThat(refused()).containsExactly(Map.entry("users.csv", Trouble.SEVERAL_NAMES));
    }

    @Test
    void pipeDoesNotBlock() throws IOException, InterruptedException {
        assumeThat(make("mkfifo", drop.resolve("users.csv"))).isTrue();

        assertThat(refused()).containsExactly(Map.entry("users.csv", Trouble.NOT_A_FILE));
    }

    private static boolean make(String command, Path path) throws InterruptedException {
        try {
            return new ProcessBuilder(command, path.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void folderUnderTheNameOfAFileIsNotOne() throws IOException {
        Files.createDirectory(drop.resolve("users.csv"));

        assertThat(refused()).containsExactly(Map.entry("users.csv", Trouble.NOT_A_FILE));
    }

    /** It has no bytes on the disk, and would be read for hours. */
    @Test
    void sparseFileOfATerabyteIsTooLarge() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(drop.resolve("users.csv").toFile(), "rw")) {
            file.setLength(1L << 40);
        }

        assertThat(refused()).containsExactly(Map.entry("users.csv", Trouble.TOO_LARGE));
    }

    @Test
    void filesThatAreTooLargeTogetherAreTooLargeToo() throws IOException {
        for (String name : List.of("users.csv", "courses.csv")) {
            try (RandomAccessFile file = new RandomAccessFile(drop.resolve(name).toFile(), "rw")) {
                file.setLength(MOST_BYTES * 2 / 3);
            }
        }

        assertThat(refused().values()).containsOnly(Trouble.TOO_LARGE);
    }

    @Test
    void tenThousandOtherFilesAreCountedAndNotTouched() throws IOException {
        for (int i = 0; i < 10_000; i++) {
            Files.createFile(drop.resolve("file" + i));
        }

        assertThat(list().others()).isEqualTo(10_000);
        assertThat(list().troubles()).isEmpty();
    }

    @Test
    void namesWithControlCharactersAreOthersAndNeverShown() throws IOException {
        int strange = 0;
        for (String name :
                List.of("users.csv\n", "\u001b[2Jusers.csv", "users.csv ", "..users.csv", "..%2fusers.csv")) {
            try {
                Files.createFile(drop.resolve(name));
                strange++;
            } catch (InvalidPathException e) {
                assertThat(name).as("a name that no file can have here").isNotEmpty();
            }
        }

        assertThat(list().others() + list().transfers().size()).isEqualTo(strange);
        assertThat(list().files()).doesNotContainKey("users.csv");
    }

    /** What lies under the name is looked at again where nobody else can write. */
    @Test
    void linkThatTakesThePlaceOfAFileAfterTheListingIsNotTaken() throws IOException {
        Path work = folder.resolve("work");
        Files.writeString(drop.resolve("users.csv"), "sourcedId,role\n");
        Listing listing = list();
        Files.delete(drop.resolve("users.csv"));
        Files.createSymbolicLink(drop.resolve("users.csv"), secret);
        Claims claims = new Claims(work, new DropFolder(drop, MOST_BYTES), new RealDisk(), false);

        assertThat(claims.take(listing)).isFalse();
        assertThat(claims.taken()).isEmpty();
        assertThat(drop.resolve("classes.csv")).exists();
        assertThat(drop.resolve("users.csv")).isSymbolicLink();
    }
}
