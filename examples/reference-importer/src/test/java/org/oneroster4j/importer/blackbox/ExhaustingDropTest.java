package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.importer.config.ConfigException;
import org.oneroster4j.importer.config.WatchConfig;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.service.JobStatus;
import org.oneroster4j.importer.service.Service;
import org.oneroster4j.testing.SchoolDrop;

/** A drop whose conversion ends the process or exhausts its memory: it is tried twice, and the other jobs go on. */
class ExhaustingDropTest {
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration SETTLED = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final Hands hands = new Hands(Instant.parse("2026-11-24T09:03:00Z"));
    private final Disk sound = new UnflushedDisk();
    private Path state;

    @BeforeEach
    void folders() throws IOException {
        for (String name : new String[] {"one", "other"}) {
            Files.createDirectories(folder.resolve(name).resolve("drop"));
        }
        state = folder.resolve("one/state");
        Files.writeString(folder.resolve("watch.yaml"), """
                identity: username
                jobs:
                  - name: one
                    drop: one/drop
                    out: one/out
                    state: one/state
                    report: one/report
                  - name: other
                    drop: other/drop
                    out: other/out
                    state: other/state
                """);
    }

    private interface Failing {
        void run() throws Throwable;
    }

    /** A disk that fails once the files of the first job are staged, which is in the middle of its conversion. */
    private Disk failing(Failing failing) {
        return (Disk) Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, (proxy, method, arguments) -> {
                    if (String.valueOf(arguments[0])
                            .contains(folder.resolve("one/.impero-staging-out").toString())) {
                        failing.run();
                    }
                    try {
                        return method.invoke(sound, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Disk exhausting(Supplier<? extends Throwable> failure) {
        return failing(() -> {
            throw failure.get();
        });
    }

    /** A disk as a process sees it that is killed in the middle of a conversion: from then on nothing reaches it. */
    private Disk killed(Failing before) {
        boolean[] dead = {false};
        Disk disk = failing(() -> {
            if (!dead[0]) {
                before.run();
                dead[0] = true;
            }
        });
        return (Disk) Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, (proxy, method, arguments) -> {
                    try {
                        Object done = dead[0] ? null : method.invoke(disk, arguments);
                        if (dead[0]) {
                            throw new IOException("The process is killed");
                        }
                        return done;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Service service(Disk disk) throws IOException, ConfigException {
        Service made = new Service(WatchConfig.read(folder.resolve("watch.yaml")), disk, hands, hands::nanos);
        made.open();
        return made;
    }

    private void look(Service service, Duration time) {
        for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plus(LOOK)) {
            hands.forward(LOOK);
            service.look();
        }
    }

    private void runOnce(Disk disk, Duration time) throws IOException, ConfigException {
        try (Service service = service(disk)) {
            look(service, time);
        }
    }

    private void upload(String job, int classes) {
        SchoolDrop.ofClasses(classes).toText().writeTo(folder.resolve(job).resolve("drop"));
    }

    private Map<String, String> output(String job) throws IOException {
        return Conversion.texts(Conversion.bytesOf(folder.resolve(job).resolve("out")));
    }

    private static JobStatus one(Service service) {
        return service.status().jobs().get(0);
    }

    private void assertIsSetAside(Service service) throws IOException {
        assertThat(one(service).state()).isEqualTo("idle");
        assertThat(one(service).lastResult()).isEqualTo("failed");
        assertThat(one(service).detail())
                .startsWith(
                        "The drop is set aside in the folder rejected-drop of the state folder: twice its conversion");
        assertThat(state.resolve("rejected-drop/users.csv")).exists();
        assertThat(state.resolve("work")).isEmptyDirectory();
        assertThat(CommandLine.run("status", "--state", state).out())
                .contains("Last run: failed", "The drop is set aside in the folder rejected-drop");
        assertThat(folder.resolve("one/report/report.html")).content().contains("The drop is set aside in the folder");
        assertThat(folder.resolve("one/report/summary.json")).content().contains("\"state\" : \"failed\"");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void dropThatExhaustsTheMemoryTwiceIsSetAsideAndTheOtherJobGoesOn(boolean wrapped)
            throws IOException, ConfigException {
        upload("one", 3);
        upload("other", 4);
        try (Service service = service(exhausting(() -> {
            OutOfMemoryError exhausted = new OutOfMemoryError("made by a test");
            return wrapped ? new IllegalStateException("A library has met it", exhausted) : exhausted;
        }))) {
            look(service, Duration.ofSeconds(70));
            assertThat(one(service).state()).isEqualTo("failed");
            assertThat(one(service).detail()).matches("The memory of [0-9]+ MB was not enough for this drop\\. .*");
            look(service, SETTLED);

            assertIsSetAside(service);
            assertThat(output("one")).isEmpty();
            assertThat(output("other")).hasSize(4);
        }
        upload("one", 5);
        runOnce(sound, SETTLED);
        assertThat(output("one")).hasSize(4);
        assertThat(state.resolve("rejected-drop")).doesNotExist();
    }

    @Test
    void stackThatDoesNotSufficeIsReportedAsThat() throws IOException, ConfigException {
        upload("one", 3);
        try (Service service = service(exhausting(() -> new StackOverflowError("made by a test")))) {
            look(service, Duration.ofSeconds(70));

            assertThat(one(service).detail()).startsWith("The stack was not enough for this drop.");
        }
    }

    @Test
    void errorOfAnotherKindIsADefectAndTheOtherJobGoesOn() throws IOException, ConfigException {
        upload("one", 3);
        upload("other", 4);
        try (Service service = service(exhausting(() -> new AssertionError("made by a test")))) {
            look(service, SETTLED.plusMinutes(10));

            assertThat(one(service).state()).isEqualTo("failed");
            assertThat(one(service).detail()).startsWith("The program has a defect: AssertionError.");
            assertThat(output("other")).hasSize(4);
        }
        runOnce(sound, Duration.ofSeconds(60));
        assertThat(output("one")).as("it counts against no drop").hasSize(4);
    }

    @Test
    void dropDuringWhoseConversionTheProcessEndedOnceIsTriedAgain() throws IOException, ConfigException {
        upload("one", 3);
        runOnce(killed(() -> {}), SETTLED);
        assertThat(output("one")).isEmpty();
        runOnce(sound, LOOK);

        assertThat(output("one")).hasSize(4);
    }

    @Test
    void dropDuringWhoseConversionTheProcessEndedTwiceIsSetAside() throws IOException, ConfigException {
        upload("one", 3);
        runOnce(killed(() -> {}), SETTLED);
        runOnce(killed(() -> {}), LOOK);
        upload("other", 4);
        try (Service service = service(sound)) {
            look(service, SETTLED);

            assertIsSetAside(service);
            assertThat(output("one")).isEmpty();
            assertThat(output("other")).hasSize(4);
        }
    }

    /** What ended by itself in between, such as one whose output could not be written, shows that the drop is not at fault. */
    @Test
    void onlyEndsThatFollowEachOtherCount() throws IOException, ConfigException {
        upload("one", 3);
        runOnce(killed(() -> {}), SETTLED);
        Path out = folder.resolve("one/out");
        Files.deleteIfExists(out);
        Files.writeString(out, "no folder");
        runOnce(sound, LOOK);
        Files.delete(out);
        runOnce(killed(() -> {}), LOOK);
        runOnce(sound, LOOK);

        assertThat(output("one")).hasSize(4);
    }

    @Test
    void stopOfTheServiceInTheMiddleOfAConversionDoesNotCount() throws IOException, ConfigException {
        upload("one", 3);
        look(3);

        runOnce(sound, LOOK);
        assertThat(output("one")).hasSize(4);
    }

    private void look(int stops) throws IOException, ConfigException {
        for (int i = 0; i < stops; i++) {
            Service[] running = new Service[1];
            running[0] = service(killed(() -> running[0].stop(Duration.ZERO)));
            try (Service service = running[0]) {
                look(service, i == 0 ? SETTLED : LOOK);
            }
        }
    }

    @Test
    void approvedDropThatIsSetAsideIsHeldNoMore() throws IOException, ConfigException {
        upload("one", 24);
        runOnce(sound, SETTLED);
        upload("one", 3);
        runOnce(sound, SETTLED);
        assertThat(CommandLine.run("approve", "--state", state).exitCode()).isZero();
        runOnce(killed(() -> {}), LOOK);
        runOnce(killed(() -> {}), LOOK);
        try (Service service = service(sound)) {
            look(service, LOOK);

            assertIsSetAside(service);
            assertThat(state.resolve("held-drop")).doesNotExist();
            assertThat(CommandLine.run("status", "--state", state).out()).doesNotContain("Held since");
        }
    }

    /** The changes of a delta that is set aside are lacking: a later one may not be applied. */
    @Test
    void deltaAfterOneThatIsSetAsideIsRejected() throws IOException, ConfigException {
        upload("one", 3);
        runOnce(sound, SETTLED);
        Path drop = folder.resolve("one/drop");
        delta("2026-11-25T08:00:00Z").toText().writeTo(drop);
        runOnce(killed(() -> {}), SETTLED.plusMinutes(40));
        runOnce(killed(() -> {}), LOOK);
        Files.deleteIfExists(state.resolve("unpublished-delta.json"));
        runOnce(sound, LOOK);
        assertThat(state.resolve("rejected-drop/users.csv")).exists();
        delta("2026-11-26T08:00:00Z").toText().writeTo(drop);
        try (Service service = service(sound)) {
            look(service, SETTLED.plusMinutes(40));

            assertThat(one(service).detail()).contains("delta-without-baseline");
        }
    }

    private static SchoolDrop delta(String changed) {
        return SchoolDrop.create()
                .student("new", Map.of("status", "active", "dateLastModified", changed))
                .manifest("file.users", "delta")
                .without("orgs.csv")
                .without("academicSessions.csv")
                .without("courses.csv")
                .without("classes.csv")
                .without("enrollments.csv");
    }
}
