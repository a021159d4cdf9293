package org.oneroster4j.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    /** Allocates 200 MB and keeps none of it. */
    static final class Wasteful {
        private Wasteful() {}

        public static void main(String[] args) {
            long sum = 0;
            for (int i = 0; i < 2_000; i++) {
                byte[] part = new byte[100 * 1_024];
                part[i] = 1;
                sum += part[i];
            }
            System.out.println(sum);
        }
    }

    @Test
    void whatAProcessTakesIsMeasured() throws IOException {
        Cost cost = new Processes(folder).java("wasteful", command(Wasteful.class), LIMIT);

        assertThat(cost.exit()).isZero();
        assertThat(cost.seconds()).isPositive();
        assertThat(cost.allocatedMegabytes()).isBetween(190.0, 260.0);
        assertThat(Files.readString(folder.resolve("wasteful.log"))).isEqualToIgnoringNewLines("2000");
    }

    @Test
    void whatFailsSaysSo() {
        Cost cost = new Processes(folder).java("absent", List.of("no.such.Program"), LIMIT);

        assertThat(cost.exit()).isEqualTo(1);
    }

    @Test
    void whatDoesNotEndIsEnded() {
        Cost cost = new Processes(folder).java("endless", command(Endless.class), Duration.ofMillis(1));

        assertThat(cost.exit()).isEqualTo(-1);
    }

    /** Waits for what never comes. */
    static final class Endless {
        private Endless() {}

        public static void main(String[] args) throws InterruptedException {
            Thread.currentThread().join();
        }
    }

    private static List<String> command(Class<?> program) {
        return List.of("-Xmx64m", "-cp", System.getProperty("java.class.path"), program.getName());
    }
}
