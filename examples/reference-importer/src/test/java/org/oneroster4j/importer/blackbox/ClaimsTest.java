package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oneroster4j.importer.arrival.Claims;
import org.oneroster4j.importer.arrival.DropFolder;
import org.oneroster4j.importer.arrival.Listing;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.disk.RealDisk;
import org.oneroster4j.testing.SchoolDrop;

/** A drop is taken whole, or is where it was. */
class ClaimsTest {
    @TempDir
    Path folder;

    private Path drop;
    private Path work;
    private Map<String, String> whole;

    @BeforeEach
    void drop() throws IOException {
        place("sound");
    }

    private void place(String name) throws IOException {
        drop = Files.createDirectories(folder.resolve(name).resolve("drop"));
        work = folder.resolve(name).resolve("work");
        SchoolDrop.ofClasses(2).toText().writeTo(drop);
        whole = Conversion.texts(Conversion.bytesOf(drop));
    }

    private Claims claims(Disk disk, boolean stays) {
        return new Claims(work, new DropFolder(drop, 1 << 20), disk, stays);
    }

    private Listing list() throws IOException {
        return new DropFolder(drop, 1 << 20).list();
    }

    private static Map<String, String> taken(Claims claims) throws IOException {
        assertThat(claims.taken()).hasSize(1);
        Map<String, byte[]> files = Conversion.bytesOf(claims.taken().get(0));
        files.remove("claim.json");
        return Conversion.texts(files);
    }

    @Test
    void dropIsMovedOut() throws IOException {
        Claims claims = claims(new RealDisk(), false);

        assertThat(claims.take(list())).isTrue();
        assertThat(taken(claims)).isEqualTo(whole);
        assertThat(drop).isEmptyDirectory();
    }

    @Test
    void dropIsCopiedWhereItHasToStay() throws IOException {
        Claims claims = claims(new RealDisk(), true);

        assertThat(claims.take(list())).isTrue();
        assertThat(taken(claims)).isEqualTo(whole);
        assertThat(Conversion.texts(Conversion.bytesOf(drop))).isEqualTo(whole);
    }

    @Test
    void dropThatChangedSinceItWasListedStays() throws IOException {
        Claims claims = claims(new RealDisk(), false);
        Listing listing = list();
        Files.writeString(drop.resolve("users.csv"), "more", StandardOpenOption.APPEND);
        whole = Conversion.texts(Conversion.bytesOf(drop));

        assertThat(claims.take(listing)).isFalse();
        assertThat(claims.taken()).isEmpty();
        assertThat(Conversion.texts(Conversion.bytesOf(drop))).isEqualTo(whole);
    }

    @Test
    void nextDropIsTakenBesideTheOneBefore() throws IOException {
        Claims claims = claims(new RealDisk(), false);
        claims.take(list());
        SchoolDrop.ofClasses(3).toText().writeTo(drop);
        claims.take(list());

        assertThat(claims.taken()).hasSize(2).isSorted();
        claims.forget(claims.taken().get(0));
        assertThat(claims.taken()).hasSize(1);
    }

    /** Whatever step fails, and if nothing works after it: after the restart all files are in one place. */
    @ParameterizedTest
    @EnumSource(BreakingDisk.Failure.class)
    void dropIsInOnePlaceWhicheverStepFails(BreakingDisk.Failure failure) throws IOException {
        boolean failed = true;
        for (int step = 1; failed; step++) {
            place("place" + step);
            BreakingDisk disk = new BreakingDisk(step, failure);
            try {
                claims(disk, false).take(list());
            } catch (IOException e) {
                assertThat(e).hasMessage("The disk is broken");
            }
            failed = disk.hasFailed();
            Claims after = claims(new RealDisk(), false);
            after.recover();
            if (after.taken().isEmpty()) {
                assertThat(Conversion.texts(Conversion.bytesOf(drop)))
                        .as("step %d", step)
                        .isEqualTo(whole);
            } else {
                assertThat(taken(after)).as("step %d", step).isEqualTo(whole);
                assertThat(drop).isEmptyDirectory();
            }
            assertThat(work.resolve("claiming")).doesNotExist();
        }
    }

    /** The half that was taken belongs to a drop that is no longer there: today's is not mixed with it. */
    @Test
    void newUploadAfterACrashIsNotMixedWithWhatWasTakenBefore() throws IOException {
        Claims claims = claims(new BreakingDisk(9, BreakingDisk.Failure.FROM_THEN_ON), false);
        Listing listing = list();
        assertThatThrownBy(() -> claims.take(listing)).isInstanceOf(IOException.class);
        assertThat(drop).isNotEmptyDirectory();
        SchoolDrop.ofClasses(3).toText().writeTo(drop);
        Map<String, String> today = Conversion.texts(Conversion.bytesOf(drop));
        Claims after = claims(new RealDisk(), false);
        after.recover();

        assertThat(after.taken()).isEmpty();
        assertThat(Conversion.texts(Conversion.bytesOf(drop))).containsAllEntriesOf(today);
    }
}
