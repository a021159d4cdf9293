package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.importer.disk.RealDisk;
import org.oneroster4j.importer.state.Generation;
import org.oneroster4j.importer.state.StateFolder;
import org.oneroster4j.testing.SchoolDrop;

/** What only reads a state folder neither disturbs a run that works with it nor is disturbed by it. */
class ReadersTest {
    private static final int ROUNDS = 40;

    @TempDir
    Path folder;

    private Path state;

    @BeforeEach
    void publish() {
        state = folder.resolve("state");
        SchoolDrop.ofClasses(24).toText().writeTo(folder.resolve("drop0"));
        SchoolDrop.ofClasses(25).toText().writeTo(folder.resolve("drop1"));
        SchoolDrop.ofClasses(3).toText().writeTo(folder.resolve("few"));
        SchoolDrop.create()
                .student("new", Map.of("status", "active", "dateLastModified", "2100-01-01T00:00:00Z"))
                .manifest("file.users", "delta")
                .without("orgs.csv")
                .without("academicSessions.csv")
                .without("courses.csv")
                .without("classes.csv")
                .without("enrollments.csv")
                .toText()
                .writeTo(folder.resolve("delta"));
        assertThat(convert("drop0").exitCode()).isZero();
    }

    private CommandLine convert(String drop) {
        return CommandLine.run(
                "convert",
                "--drop",
                folder.resolve(drop),
                "--out",
                folder.resolve("out"),
                "--identity",
                "username",
                "--state",
                state);
    }

    private CommandLine dryRun(String drop) {
        return CommandLine.run(
                "convert",
                "--dry-run",
                "--drop",
                folder.resolve(drop),
                "--out",
                folder.resolve("out"),
                "--identity",
                "username",
                "--state",
                state);
    }

    private CommandLine diff(String drop) {
        return CommandLine.run("diff", "--drop", folder.resolve(drop), "--identity", "username", "--state", state);
    }

    private CommandLine status() {
        return CommandLine.run("status", "--state", state);
    }

    @Test
    void runAtWorkIsLookedAt() throws IOException {
        assertThat(convert("few").exitCode()).as("held").isEqualTo(3);
        try (StateFolder run = StateFolder.open(state, new RealDisk())) {
            assertThat(run.edition()).isEqualTo(1);
            for (String drop : List.of("drop1", "delta")) {
                assertThat(diff(drop).exitCode()).as(drop).isZero();
                assertThat(dryRun(drop).exitCode()).as(drop).isZero();
            }
            assertThat(status().exitCode()).isZero();
            assertThat(CommandLine.run("approve", "--state", state).exitCode()).isZero();
            assertThat(status().out()).contains("approved");
            assertThat(convert("few").exitCode()).as("it writes").isEqualTo(4);
        }
        assertThat(convert("few").exitCode()).as("it is approved").isZero();
    }

    private interface Reading {
        void read() throws IOException;
    }

    /** Reads again and again while drops are published in turn. */
    private int readWhilePublishing(Reading reading) throws Exception {
        AtomicBoolean published = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> reader = () -> {
                int reads = 0;
                while (!published.get()) {
                    reading.read();
                    reads++;
                }
                return reads;
            };
            List<Future<Integer>> running = new ArrayList<>(List.of(readers.submit(reader), readers.submit(reader)));
            for (int round = 1; round <= ROUNDS; round++) {
                CommandLine run = convert("drop" + round % 2);
                assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            }
            published.set(true);
            int reads = 0;
            for (Future<Integer> one : running) {
                reads += one.get();
            }
            return reads;
        } finally {
            published.set(true);
            readers.shutdown();
        }
    }

    @Test
    void statusInALoopDisturbsNoRun() throws Exception {
        int reads = readWhilePublishing(() -> {
            CommandLine status = status();
            assertThat(status.exitCode()).as(status.out() + status.err()).isZero();
            assertThat(status.out()).contains("Last published: ");
        });

        assertThat(reads).isPositive();
    }

    @Test
    void dropIsComparedWithOnePublicationWhileOthersReplaceIt() throws Exception {
        int reads = readWhilePublishing(() -> {
            for (String drop : List.of("few", "delta")) {
                CommandLine diff = diff(drop);
                assertThat(diff.exitCode()).as(diff.out() + diff.err()).isZero();
            }
            CommandLine trial = dryRun("delta");
            assertThat(trial.exitCode()).as(trial.out() + trial.err()).isZero();
        });

        assertThat(reads).isPositive();
    }

    /** Rows and numbers are those of one publication. */
    @Test
    void generationIsReadWholeWhileOthersReplaceIt() throws Exception {
        readWhilePublishing(() -> {
            List<Integer> read = StateFolder.read(state, new RealDisk(), looked -> {
                Generation last = looked.current().orElseThrow();
                return List.of(last.published().groups().size(), looked.edition() % 2);
            });
            assertThat(read).isIn(List.of(24, 1), List.of(25, 0));
        });
    }
}
