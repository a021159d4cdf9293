package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.importer.arrival.Arrival;
import org.oneroster4j.importer.arrival.Arrival.Progress;
import org.oneroster4j.importer.arrival.DropFile;
import org.oneroster4j.importer.arrival.DropFolder;
import org.oneroster4j.testing.SchoolDrop;

/** A drop counts when all of it is there, and not before. The clock is the test's. */
class ArrivalTest {
    private static final Duration SETTLE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Path drop;
    private Arrival arrival;
    private List<DropFile> last = List.of();
    private long nanos;

    @BeforeEach
    void folderIsThere() throws IOException {
        drop = Files.createDirectory(folder.resolve("drop"));
        watch(false);
    }

    private void watch(boolean stays) {
        arrival = new Arrival(new DropFolder(drop, 1 << 20), SETTLE, stays);
    }

    private Progress look() throws IOException {
        return arrival.look(last, nanos);
    }

    /** Looks every ten seconds, as the service does. */
    private Progress lookFor(Duration time) throws IOException {
        Progress progress = look();
        for (long until = nanos + time.toNanos(); nanos < until; ) {
            nanos += Duration.ofSeconds(10).toNanos();
            progress = look();
        }
        return progress;
    }

    private void upload() {
        SchoolDrop.ofClasses(2).toText().writeTo(drop);
    }

    private void take(Progress progress) {
        last = List.copyOf(((Progress.Complete) progress).listing().files().values());
    }

    private static List<String> missing(Progress progress) {
        assertThat(progress).isInstanceOf(Progress.Incomplete.class);
        return ((Progress.Incomplete) progress).missing();
    }

    @Test
    void emptyFolderIsNothingForAsLongAsItIs() throws IOException {
        assertThat(lookFor(Duration.ofHours(1))).isEqualTo(new Progress.Nothing());
    }

    @Test
    void dropIsCompleteOnceNothingHasChangedForTheSettleTime() throws IOException {
        upload();

        assertThat(lookFor(SETTLE.minusSeconds(10))).isInstanceOf(Progress.Settling.class);
        assertThat(lookFor(Duration.ofSeconds(10))).isInstanceOf(Progress.Complete.class);
    }

    @Test
    void twoLooksAreNotEnoughHoweverFarApart() throws IOException {
        upload();
        look();
        nanos += SETTLE.multipliedBy(3).toNanos();

        assertThat(look()).isInstanceOf(Progress.Settling.class);
        assertThat(look()).isInstanceOf(Progress.Complete.class);
    }

    @Test
    void eachChangeStartsTheSettleTimeAgain() throws IOException {
        upload();
        lookFor(SETTLE.minusSeconds(10));
        Files.writeString(drop.resolve("users.csv"), "x\n", StandardOpenOption.APPEND);

        assertThat(lookFor(SETTLE.minusSeconds(10))).isInstanceOf(Progress.Settling.class);
    }

    /** A client that preserves times writes an old one from the first byte on. */
    @Test
    void oldTimeOfAFileDoesNotMakeItSettled() throws IOException {
        upload();
        for (String name : List.of("users.csv", "classes.csv", "enrollments.csv")) {
            Files.setLastModifiedTime(drop.resolve(name), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        }

        assertThat(look()).isInstanceOf(Progress.Settling.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"users.csv", "classes.csv", "enrollments.csv"})
    void withoutARequiredFileItIsNeverComplete(String name) throws IOException {
        upload();
        Files.delete(drop.resolve(name));

        assertThat(missing(lookFor(Duration.ofHours(5)))).containsExactly(name + " is not there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users.csv.filepart", ".users.csv.part", "users.csv.tmp", "users.csv~", ".users.csv.x7Yz"})
    void fileUnderTheNameOfATransferDoesNotCountButItsGrowthDoes(String name) throws IOException {
        upload();
        Files.move(drop.resolve("users.csv"), drop.resolve(name));

        assertThat(missing(lookFor(SETTLE))).containsExactly("users.csv is not there");
        Files.writeString(drop.resolve(name), "more\n", StandardOpenOption.APPEND);
        assertThat(look()).isInstanceOf(Progress.Settling.class);
        Files.move(drop.resolve(name), drop.resolve("users.csv"));
        assertThat(lookFor(SETTLE)).isInstanceOf(Progress.Complete.class);
    }

    @Test
    void emptyFileDoesNotCount() throws IOException {
        upload();
        Files.writeString(drop.resolve("enrollments.csv"), "");

        assertThat(missing(lookFor(SETTLE))).containsExactly("enrollments.csv is not there");
    }

    @Test
    void fileThatEndsInTheMiddleOfARowIsAwaited() throws IOException {
        upload();
        String whole = Files.readString(drop.resolve("users.csv"));
        Files.writeString(drop.resolve("users.csv"), whole.substring(0, whole.length() - 30));

        assertThat(missing(lookFor(SETTLE))).containsExactly("users.csv does not end in a whole row");
        Files.writeString(drop.resolve("users.csv"), whole);
        assertThat(lookFor(SETTLE)).isInstanceOf(Progress.Complete.class);
    }

    @Test
    void lineEndOfAnEarlierRowIsNotTheOneOfTheLast() throws IOException {
        upload();
        Files.writeString(drop.resolve("users.csv"), "u", StandardOpenOption.APPEND);

        assertThat(missing(lookFor(SETTLE))).containsExactly("users.csv does not end in a whole row");
    }

    @Test
    void lastRowNeedsNoLineEnd() throws IOException {
        upload();
        String whole = Files.readString(drop.resolve("users.csv"));
        Files.writeString(drop.resolve("users.csv"), whole.stripTrailing());

        assertThat(lookFor(SETTLE)).isInstanceOf(Progress.Complete.class);
    }

    @Test
    void lineEndOfUtf16IsOne() throws IOException {
        upload();
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Files.writeString(drop.resolve("users.csv"), "\uFEFFsourcedId,role\nu1,student\n", charset);

            assertThat(lookFor(SETTLE)).isInstanceOf(Progress.Complete.class);
        }
    }

    @Test
    void fileThatTheManifestNamesIsAwaitedAndOneThatItCallsAbsentIsNot() throws IOException {
        SchoolDrop.ofClasses(2)
                .manifest("file.orgs", "bulk")
                .manifest("file.demographics", "bulk")
                .manifest("file.results", "absent")
                .toText()
                .writeTo(drop);

        assertThat(missing(lookFor(SETTLE))).containsExactly("demographics.csv is in the manifest and not there");
    }

    @Test
    void fileThatCameTheLastTimeIsAwaitedAndItIsSaidThatTheRestWouldDo() throws IOException {
        SchoolDrop.ofClasses(2).without("manifest.csv").toText().writeTo(drop);
        take(lookFor(SETTLE));
        Files.delete(drop.resolve("orgs.csv"));
        Progress progress = lookFor(SETTLE);

        assertThat(missing(progress)).containsExactly("orgs.csv was in the last drop and is not there");
        assertThat(((Progress.Incomplete) progress).listing()).isPresent();
    }

    /** The trap of a feed whose names are the same every day: half of today's upload beside half of yesterday's. */
    @Test
    void whereDropsStayANewOneCountsOnlyWhenEachOfItsFilesIsNew() throws IOException {
        watch(true);
        upload();
        take(lookFor(SETTLE));
        assertThat(lookFor(Duration.ofHours(20))).isEqualTo(new Progress.Nothing());
        List<String> names =
                new ArrayList<>(last.stream().map(DropFile::name).sorted().toList());
        while (!names.isEmpty()) {
            String name = names.remove(0);
            touch(drop.resolve(name));
            Progress progress = lookFor(SETTLE);
            if (names.isEmpty()) {
                assertThat(progress).isInstanceOf(Progress.Complete.class);
            } else {
                assertThat(missing(progress))
                        .allMatch(sentence -> sentence.endsWith(" is still the one of the last drop"))
                        .hasSameSizeAs(names);
            }
        }
    }

    private static void touch(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(
                file, FileTime.from(time.to(TimeUnit.NANOSECONDS) + TimeUnit.DAYS.toNanos(1), TimeUnit.NANOSECONDS));
    }

    @Test
    void otherFilesAreNoPartOfADropAndAreNotWaitedFor() throws IOException {
        upload();
        Files.writeString(drop.resolve("notes.txt"), "x");
        lookFor(SETTLE.minusSeconds(10));
        Files.writeString(drop.resolve("notes.txt"), "xy");
        Progress progress = lookFor(Duration.ofSeconds(10));

        assertThat(progress).isInstanceOf(Progress.Complete.class);
        assertThat(((Progress.Complete) progress).listing().files()).doesNotContainKey("notes.txt");
    }
}
