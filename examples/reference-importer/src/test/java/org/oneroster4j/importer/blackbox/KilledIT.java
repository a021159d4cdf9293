package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.testing.SchoolDrop;

/** A conversion that is killed at any moment: the next run finds one whole run's files, and publishes. */
class KilledIT {
    private static final int KILLS = Integer.getInteger("kills", 10);

    @TempDir
    Path folder;

    private Path place = Path.of("");

    private Object[] convert(String drop) {
        return new Object[] {
            "convert",
            "--drop",
            folder.resolve(drop),
            "--out",
            place.resolve("out"),
            "--state",
            place.resolve("state"),
            "--identity",
            "username",
            "--as-of",
            "2026-11-24"
        };
    }

    private Map<String, String> output() throws IOException {
        return Conversion.texts(Conversion.bytesOf(place.resolve("out")));
    }

    /** Waits for a moment that is drawn: any of a whole run, or one behind the beginning of the publication. */
    private void moment(Process process, Random random, long runNanos) throws InterruptedException {
        if (random.nextBoolean()) {
            TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * runNanos));
            return;
        }
        while (process.isAlive() && Files.notExists(place.resolve(".impero-staging-out"))) {
            Thread.onSpinWait();
        }
        TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * TimeUnit.MILLISECONDS.toNanos(60)));
    }

    @Test
    void nextRunFindsOneWholeRunWheneverOneIsKilled() throws IOException, InterruptedException {
        SchoolDrop.ofClasses(3).toText().writeTo(folder.resolve("first"));
        SchoolDrop.ofClasses(4).toText().writeTo(folder.resolve("second"));
        place = folder.resolve("sound");
        Jar.run(Jar.QUICK, convert("first"));
        Map<String, String> first = output();
        long begun = System.nanoTime();
        Jar.run(Jar.QUICK, convert("second"));
        long runNanos = System.nanoTime() - begun;
        Map<String, String> second = output();
        assertThat(second).isNotEqualTo(first);
        Random random = new Random(20261124);
        int atWork = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            place = folder.resolve("place" + kill);
            CommandLine.run(convert("first"));
            Process process =
                    Jar.start(Jar.QUICK, folder.resolve("out.txt"), folder.resolve("err.txt"), convert("second"));
            moment(process, random, runNanos);
            atWork += process.isAlive() ? 1 : 0;
            process.destroyForcibly().waitFor();

            // What was killed is gone with all that it held: whoever comes next may be any process, also this one.
            CommandLine nothing = CommandLine.run(convert("nowhere"));
            assertThat(nothing.exitCode()).as(nothing.err()).isEqualTo(4);
            assertThat(output()).as("kill %d", kill).isIn(first, second);
            CommandLine again = CommandLine.run(convert("second"));
            assertThat(again.exitCode()).as(again.err()).isZero();
            assertThat(output()).isEqualTo(second);
        }
        assertThat(atWork).as("runs that were killed before they ended").isPositive();
    }
}
