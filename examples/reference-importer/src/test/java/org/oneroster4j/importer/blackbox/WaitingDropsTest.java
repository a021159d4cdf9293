package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oneroster4j.importer.config.ConfigException;
import org.oneroster4j.importer.config.WatchConfig;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.service.JobStatus;
import org.oneroster4j.importer.service.Service;
import org.oneroster4j.testing.SchoolDrop;
import org.slf4j.LoggerFactory;

/** Several drops that wait for the import window: none is deleted before a newer one is published. */
class WaitingDropsTest {
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration SETTLED = Duration.ofSeconds(90);
    private static final String CLOSED = "    importFrom: '18:00'\n    importTo: '19:00'\n";

    /** The profile trust looks at each step. */
    private static final int STRIDE = Integer.getInteger("kills", 10) > 100 ? 1 : 5;

    @TempDir
    Path folder;

    private final Hands hands = new Hands(Instant.parse("2026-11-24T09:03:00Z"));
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger service = (Logger) LoggerFactory.getLogger("org.oneroster4j.importer.service.WatchedJob");
    private Path drop;
    private Path state;
    private Optional<JobStatus> job = Optional.empty();

    @BeforeEach
    void start() throws IOException {
        drop = Files.createDirectories(folder.resolve("drop"));
        state = folder.resolve("state");
        log.start();
        service.setLevel(Level.INFO);
        service.addAppender(log);
    }

    @AfterEach
    void stop() {
        service.detachAppender(log);
        service.setLevel(null);
    }

    /** Runs a service of its own for so long; the window is closed or there is none. */
    private void run(String window, Duration time, Disk disk) throws IOException, ConfigException {
        Path config = Files.writeString(folder.resolve("watch.yaml"), """
                jobs:
                  - name: school
                    drop: drop
                    out: out
                    state: state
                    identity: username
                %s""".formatted(window));
        try (Service made = new Service(WatchConfig.read(config), disk, hands, hands::nanos)) {
            made.open();
            for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plus(LOOK)) {
                hands.forward(LOOK);
                made.look();
            }
            job = Optional.of(made.status().jobs().get(0));
        }
    }

    private void waits(SchoolDrop school) throws IOException, ConfigException {
        school.toText().writeTo(drop);
        run(CLOSED, SETTLED, new UnflushedDisk());
    }

    private void waitsBroken() throws IOException, ConfigException {
        SchoolDrop.ofClasses(3).toText().writeTo(drop);
        Files.writeString(drop.resolve("users.csv"), "nobody\nknows\n");
        run(CLOSED, SETTLED, new UnflushedDisk());
    }

    private void convert() throws IOException, ConfigException {
        run("", SETTLED, new UnflushedDisk());
    }

    private void published(int classes) throws IOException, ConfigException {
        SchoolDrop.ofClasses(classes).toText().writeTo(drop);
        convert();
        assertThat(groups()).isEqualTo(classes);
    }

    /** Converts until the disk breaks; tells whether it did. */
    private boolean cutOff(int step, BreakingDisk.Failure failure) throws ConfigException {
        BreakingDisk breaking = new BreakingDisk(step, failure);
        try {
            run("", SETTLED, breaking);
        } catch (IOException e) {
            assertThat(e).hasMessage("The disk is broken");
        }
        return breaking.hasFailed();
    }

    private int groups() throws IOException {
        Path file = folder.resolve("out/groups.csv");
        return Files.exists(file) ? Files.readAllLines(file).size() - 1 : 0;
    }

    private List<String> said() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static SchoolDrop delta(String manifest) {
        return SchoolDrop.ofClasses(1).manifest("file.users", manifest);
    }

    @Test
    void goodDropIsPublishedAfterTheNewerOneIsRejected() throws IOException, ConfigException {
        waits(SchoolDrop.ofClasses(4));
        waitsBroken();
        convert();

        assertThat(groups()).isEqualTo(4);
        assertThat(state.resolve("work")).isEmptyDirectory();
        assertThat(state.resolve("rejected-drop/users.csv"))
                .as("the newest upload is the broken one: somebody has to look at it")
                .exists();
        assertThat(job.orElseThrow().lastResult()).isEqualTo("published");
        assertThat(job.orElseThrow().detail()).startsWith("The last drop was rejected: ");
    }

    @Test
    void newestGoodOneOfSeveralIsPublishedAndTheOlderOnesAreDeletedAndLogged() throws IOException, ConfigException {
        waits(SchoolDrop.ofClasses(3));
        waits(SchoolDrop.ofClasses(4));
        waits(SchoolDrop.ofClasses(5));
        waitsBroken();
        waitsBroken();
        convert();

        assertThat(groups()).isEqualTo(5);
        assertThat(state.resolve("work")).isEmptyDirectory();
        assertThat(said())
                .filteredOn(line -> line.startsWith("school: Published: "))
                .hasSize(1);
        assertThat(said())
                .contains(
                        "school: A drop that waited is deleted: a newer one is published.",
                        "school: The drop that was rejected before is deleted: another one is rejected.");
    }

    @Test
    void rejectedDropIsDeletedOnceANewerOneIsPublished() throws IOException, ConfigException {
        waits(SchoolDrop.ofClasses(4));
        waitsBroken();
        convert();
        published(5);

        assertThat(state.resolve("rejected-drop")).doesNotExist();
        assertThat(job.orElseThrow().detail()).isNull();
    }

    /** As if there were no window: the good one is published, and then the other one is held. */
    @Test
    void goodDropIsPublishedAfterTheNewerOneIsHeldWhichStaysHeld() throws IOException, ConfigException {
        published(24);
        waits(SchoolDrop.ofClasses(25));
        waits(SchoolDrop.ofClasses(3));
        convert();

        assertThat(groups()).isEqualTo(25);
        assertThat(job.orElseThrow().state()).isEqualTo("held");
        assertThat(state.resolve("held-drop")).exists();
        assertThat(state.resolve("work")).isEmptyDirectory();
        assertThat(CommandLine.run("approve", "--state", state).exitCode()).isZero();
        convert();
        assertThat(groups()).isEqualTo(3);
        assertThat(state.resolve("held-drop")).doesNotExist();
    }

    @Test
    void newerDropThatIsHeldMayBePublishedAfterTheOneBefore() throws IOException, ConfigException {
        published(40);
        waits(SchoolDrop.ofClasses(33));
        waits(SchoolDrop.ofClasses(27));
        convert();

        assertThat(groups()).as("33 to 27 is no change that is held").isEqualTo(27);
        assertThat(state.resolve("held-drop")).doesNotExist();
        assertThat(said()).anyMatch(line -> line.contains("Other drops that wait are converted first"));
    }

    @Test
    void dropBeforeTheHeldOneWaitsUntilThatIsApproved() throws IOException, ConfigException {
        published(40);
        waits(SchoolDrop.ofClasses(4));
        waits(SchoolDrop.ofClasses(3));
        convert();
        convert();

        assertThat(groups()).isEqualTo(40);
        assertThat(job.orElseThrow().state()).isEqualTo("held");
        assertThat(Conversion.names(state.resolve("work"))).hasSize(1);
        assertThat(CommandLine.run("approve", "--state", state).exitCode()).isZero();
        convert();
        assertThat(groups()).as("the newer one").isEqualTo(3);
        assertThat(state.resolve("work")).isEmptyDirectory();
    }

    @Test
    void dropThatComesAfterAHeldOneCountsAsNewer() throws IOException, ConfigException {
        published(24);
        waits(SchoolDrop.ofClasses(3));
        convert();
        assertThat(job.orElseThrow().state()).isEqualTo("held");
        published(25);

        assertThat(state.resolve("held-drop")).doesNotExist();
        assertThat(said()).contains("school: The held drop is deleted: a newer one is published.");
    }

    @Test
    void changesAfterARejectedDropAreAppliedToTheOneBefore() throws IOException, ConfigException {
        published(3);
        waits(SchoolDrop.ofClasses(4));
        waitsBroken();
        waits(delta("delta"));
        convert();

        assertThat(said().stream().filter(line -> line.startsWith("school: Published: ")))
                .as("the full one before the broken one")
                .anyMatch(line -> line.startsWith("school: Published: 4 groups"));
        assertThat(state.resolve("work")).isEmptyDirectory();
    }

    /** Nothing that waited is lost, whatever ends the service on the way. */
    @ParameterizedTest
    @EnumSource(names = {"FROM_THEN_ON", "BEHIND_IT"})
    void goodDropIsPublishedWhereverTheServiceIsCutOff(BreakingDisk.Failure failure)
            throws IOException, ConfigException {
        boolean failed = true;
        for (int step = 1; failed; step += STRIDE) {
            published(30);
            waits(SchoolDrop.ofClasses(31));
            waitsBroken();
            failed = cutOff(step, failure);
            convert();

            assertThat(groups()).as("step %d", step).isEqualTo(31);
            assertThat(Conversion.names(state.resolve("work")))
                    .as("step %d", step)
                    .isEmpty();
            assertThat(state.resolve("rejected-drop/users.csv"))
                    .as("step %d", step)
                    .exists();
        }
    }

    /** The approved drop is newer than the one that waits, also when it is found again after a crash. */
    @ParameterizedTest
    @EnumSource(names = {"FROM_THEN_ON", "BEHIND_IT"})
    void approvedDropCountsAsNewerWhereverTheServiceIsCutOff(BreakingDisk.Failure failure)
            throws IOException, ConfigException {
        boolean failed = true;
        for (int step = 1; failed; step += STRIDE) {
            new UnflushedDisk().delete(state);
            published(40);
            waits(SchoolDrop.ofClasses(4));
            waits(SchoolDrop.ofClasses(3));
            convert();
            assertThat(CommandLine.run("approve", "--state", state).exitCode()).isZero();
            failed = cutOff(step, failure);
            convert();

            assertThat(groups()).as("step %d", step).isEqualTo(3);
            assertThat(Conversion.names(state.resolve("work")))
                    .as("step %d", step)
                    .isEmpty();
            assertThat(state.resolve("held-drop")).as("step %d", step).doesNotExist();
        }
    }
}
