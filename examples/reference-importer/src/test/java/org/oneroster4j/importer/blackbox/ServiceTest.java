package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.oneroster4j.importer.service.HealthServer;
import org.oneroster4j.importer.service.JobStatus;
import org.oneroster4j.importer.service.Service;
import org.oneroster4j.testing.SchoolDrop;

/** The service from the outside: what arrives, what is published, and what it says. Its clocks are the test's. */
class ServiceTest {
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration SETTLED = Duration.ofSeconds(90);
    /** The profile trust looks at each step; a build at every third, others for each way to fail. */
    private static final int STRIDE = Integer.getInteger("kills", 10) > 100 ? 1 : 3;

    @TempDir
    Path folder;

    private final Disk disk = new UnflushedDisk();
    private final Hands hands = new Hands(Instant.parse("2026-11-24T09:03:00Z"));
    private Path drop;
    private Path out;
    private Path state;
    private Service service;

    @BeforeEach
    void start() throws IOException, ConfigException {
        drop = Files.createDirectories(folder.resolve("drop"));
        out = folder.resolve("out");
        state = folder.resolve("state");
        service = service("");
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
    }

    private Service service(String more) throws IOException, ConfigException {
        Path config = Files.writeString(folder.resolve("watch.yaml"), """
                jobs:
                  - name: school
                    drop: drop
                    out: out
                    state: state
                    identity: username
                %s""".formatted(more));
        Service made = new Service(WatchConfig.read(config), disk, hands, hands::nanos);
        made.open();
        return made;
    }

    private void restart(String more) throws IOException, ConfigException {
        service.close();
        service = service(more);
    }

    private void lookFor(Duration time) {
        for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plus(LOOK)) {
            hands.forward(LOOK);
            service.look();
        }
    }

    private JobStatus job() {
        return service.status().jobs().get(0);
    }

    private Map<String, String> output() throws IOException {
        return Conversion.texts(Conversion.bytesOf(out));
    }

    private void upload(int classes) {
        SchoolDrop.ofClasses(classes).toText().writeTo(drop);
    }

    @Test
    void dropIsPublishedAndTakenOutOfItsFolder() throws IOException {
        lookFor(SETTLED);
        assertThat(job().state()).isEqualTo("idle");
        upload(3);
        lookFor(LOOK);
        assertThat(job().state()).isEqualTo("settling");
        lookFor(SETTLED);

        assertThat(job().state()).isEqualTo("idle");
        assertThat(job().lastResult()).isEqualTo("published");
        assertThat(job().counts()).isNotNull();
        assertThat(output()).hasSize(4);
        assertThat(drop).isEmptyDirectory();
        assertThat(state.resolve("work")).isEmptyDirectory();
        assertThat(state.resolve("service.json")).content().contains("\"lastResult\" : \"published\"");
    }

    /** It lasts for minutes at a district: whoever asks meanwhile is told. */
    @Test
    void conversionIsToldWhileItLasts() throws IOException, ConfigException {
        service.close();
        List<String> told = new ArrayList<>();
        Disk telling = (Disk) Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("force")) {
                        told.add(job().state());
                    }
                    return method.invoke(disk, arguments);
                });
        service = new Service(WatchConfig.read(folder.resolve("watch.yaml")), telling, hands, hands::nanos);
        service.open();
        upload(3);
        lookFor(SETTLED);

        assertThat(told).contains("importing");
        assertThat(job().state()).isEqualTo("idle");
    }

    @Test
    void halfAnUploadIsNotConvertedAndIsSaid() throws IOException {
        upload(3);
        Files.delete(drop.resolve("enrollments.csv"));
        lookFor(Duration.ofMinutes(40));

        assertThat(output()).isEmpty();
        assertThat(job().state()).isEqualTo("settling");
        assertThat(job().detail()).isEqualTo("The drop is not complete: enrollments.csv is not there.");
    }

    @Test
    void heldDropIsKeptAndPublishedOnceItIsApproved() throws IOException {
        upload(24);
        lookFor(SETTLED);
        Map<String, String> before = output();
        upload(3);
        lookFor(SETTLED);

        assertThat(job().state()).isEqualTo("held");
        assertThat(output()).isEqualTo(before);
        lookFor(Duration.ofMinutes(5));
        assertThat(job().state()).isEqualTo("held");
        assertThat(CommandLine.run("approve", "--state", state).exitCode()).isZero();
        lookFor(LOOK);
        assertThat(job().state()).isEqualTo("idle");
        assertThat(job().lastResult()).isEqualTo("published");
        assertThat(output()).isNotEqualTo(before);
        assertThat(state.resolve("held-drop")).doesNotExist();
    }

    @Test
    void pageOfTheLastRunIsInTheReportFolderOfTheJobPublishedOrHeld() throws IOException, ConfigException {
        restart("    report: report");
        Path report = folder.resolve("report");
        upload(24);
        lookFor(SETTLED);

        assertThat(ReportPage.in(report).first()).contains("Published").doesNotContain("Held");
        upload(3);
        lookFor(SETTLED);
        assertThat(ReportPage.in(report).first())
                .contains("Held", "21 of 24 groups would be removed")
                .contains("approve --state " + state);
    }

    @Test
    void goodDropAfterAHeldOneIsPublishedAndNothingIsHeldAnyMore() throws IOException {
        upload(24);
        lookFor(SETTLED);
        upload(3);
        lookFor(SETTLED);
        upload(23);
        lookFor(SETTLED);

        assertThat(job().state()).isEqualTo("idle");
        assertThat(state.resolve("held-drop")).doesNotExist();
        assertThat(CommandLine.run("approve", "--state", state).exitCode()).isEqualTo(2);
    }

    @Test
    void rejectedDropLeavesWhatWasPublishedAndIsKeptToBeLookedAt() throws IOException {
        upload(3);
        lookFor(SETTLED);
        Map<String, String> before = output();
        upload(3);
        Files.writeString(drop.resolve("users.csv"), "nobody\nknows\n");
        lookFor(SETTLED);

        assertThat(job().lastResult()).isEqualTo("rejected");
        assertThat(job().detail()).startsWith("The last drop was rejected: ");
        assertThat(output()).isEqualTo(before);
        assertThat(state.resolve("rejected-drop/users.csv")).exists();
        upload(4);
        lookFor(SETTLED);
        assertThat(job().lastResult()).isEqualTo("published");
        assertThat(state.resolve("rejected-drop")).doesNotExist();
    }

    @Test
    void folderThatCannotBeWrittenIsTriedAgainUntilItCan() throws IOException {
        upload(3);
        lookFor(SETTLED);
        Map<String, String> before = output();
        Files.move(out, folder.resolve("away"));
        Files.writeString(out, "no folder");
        upload(4);
        lookFor(SETTLED.plusMinutes(5));

        assertThat(job().state()).isEqualTo("failed");
        Files.delete(out);
        Files.move(folder.resolve("away"), out);
        assertThat(output()).isEqualTo(before);
        lookFor(Duration.ofSeconds(70));
        assertThat(job().state()).isEqualTo("idle");
        assertThat(output()).isNotEqualTo(before);
    }

    @Test
    void dropFolderThatVanishesIsSaidAndWaitedFor() throws IOException {
        Files.delete(drop);
        lookFor(LOOK);

        assertThat(job().state()).isEqualTo("failed");
        Files.createDirectory(drop);
        upload(3);
        lookFor(SETTLED);
        assertThat(job().lastResult()).isEqualTo("published");
    }

    @Test
    void silenceOfTwoIntervalsIsSaid() {
        upload(3);
        lookFor(SETTLED);
        lookFor(Duration.ofHours(47));
        assertThat(job().late()).isFalse();
        lookFor(Duration.ofHours(2));
        assertThat(job().late()).isTrue();
        upload(3);
        lookFor(SETTLED);
        assertThat(job().late()).isFalse();
    }

    @Test
    void clockThatJumpsDoesNotMakeADropComplete() throws IOException {
        upload(3);
        service.look();
        hands.jump(Duration.ofDays(400));
        service.look();
        service.look();
        hands.jump(Duration.ofDays(-800));
        service.look();

        assertThat(output()).isEmpty();
        assertThat(job().state()).isEqualTo("settling");
    }

    @Test
    void dropWaitsForItsWindow() throws IOException, ConfigException {
        restart("    importFrom: '18:00'\n    importTo: '06:00'\n");
        upload(3);
        lookFor(SETTLED);
        assertThat(output()).isEmpty();
        assertThat(job().detail()).isEqualTo("A drop has come and waits for 18:00.");
        hands.forward(Duration.ofHours(9));
        lookFor(LOOK);
        assertThat(output()).hasSize(4);
    }

    @Test
    void secondServiceOnTheSameJobRefuses() {
        assertThatThrownBy(() -> service("")).hasMessageContaining("Another service works on the job school");
    }

    @Test
    void takenDropIsConvertedAfterARestart() throws IOException, ConfigException {
        restart("    importFrom: '18:00'\n    importTo: '19:00'\n");
        upload(3);
        lookFor(SETTLED);
        assertThat(drop).isEmptyDirectory();
        restart("");
        lookFor(LOOK);

        assertThat(output()).hasSize(4);
    }

    @Test
    void newerFullDropTakesThePlaceOfOneThatWaits() throws IOException, ConfigException {
        restart("    importFrom: '18:00'\n    importTo: '19:00'\n");
        upload(24);
        lookFor(SETTLED);
        upload(3);
        lookFor(SETTLED);
        restart("");
        lookFor(LOOK);

        assertThat(Optional.ofNullable(job().counts()).orElseThrow().groups()).isEqualTo(3);
        assertThat(state.resolve("work")).isEmptyDirectory();
    }

    @Test
    void copiedDropStaysAndIsNotConvertedTwice() throws IOException, ConfigException {
        restart("    claim: copy\n");
        upload(3);
        lookFor(SETTLED);
        String first = job().lastImport();
        assertThat(first).isNotNull();
        lookFor(Duration.ofHours(1));

        assertThat(job().lastImport()).isEqualTo(first);
        assertThat(drop.resolve("users.csv")).exists();
        restart("    claim: copy\n");
        lookFor(SETTLED);
        assertThat(job().lastImport()).isEqualTo(first);
    }

    @Test
    void statusAndApproveKnowTheJobsOfTheService() {
        Path config = folder.resolve("watch.yaml");
        lookFor(LOOK);
        assertThat(CommandLine.run("status", "--config", config).out())
                .contains("school:", "  idle at ", "  No run yet.");
        upload(24);
        lookFor(SETTLED);
        assertThat(CommandLine.run("status", "--config", config).out()).contains("  idle at ", "Last run: published");
        upload(3);
        lookFor(SETTLED);
        CommandLine status = CommandLine.run("status", "--config", config);

        assertThat(status.exitCode()).as(status.err()).isZero();
        assertThat(status.out())
                .startsWith("school:")
                .contains("held at ", "A brake holds the drop: ", "Of the caps used: users 0 %", "Last run: held");
        assertThat(CommandLine.run("status", "--config", config, "--json").out())
                .contains("\"name\" : \"school\"", "\"state\" : \"held\"");
        assertThat(CommandLine.run("approve", "--config", config, "--job", "nobody")
                        .err())
                .isEqualTo("--job: there is no job of that name. There are school." + System.lineSeparator());
        assertThat(CommandLine.run("approve", "--config", config, "--job", "school")
                        .exitCode())
                .isZero();
        lookFor(LOOK);
        assertThat(job().state()).isEqualTo("idle");
    }

    @Test
    void healthAndMetricsAreToldOnThisMachineAlone() throws IOException, InterruptedException {
        upload(3);
        lookFor(SETTLED);
        try (HealthServer server = new HealthServer(0, service::status, hands, Duration.ofMinutes(5))) {
            assertThat(get(server, "/health").statusCode()).isEqualTo(200);
            assertThat(get(server, "/metrics").body())
                    .contains(
                            "oneroster_importer_up 1\n",
                            "oneroster_importer_job_state{job=\"school\",state=\"idle\"} 1\n",
                            "oneroster_importer_groups{job=\"school\"} 3\n");
            assertThat(get(server, "/health/x").statusCode()).isEqualTo(404);
            hands.forward(Duration.ofMinutes(6));
            assertThat(get(server, "/health").statusCode())
                    .as("it looks no more")
                    .isEqualTo(503);
            assertThat(get(server, "/metrics").body()).contains("oneroster_importer_up 0\n");
        }
    }

    @Test
    void clientsThatStallDoNotKeepOthersWaiting() throws Exception {
        try (HealthServer server = new HealthServer(0, service::status, hands, Duration.ofMinutes(5));
                Stalled stalled = new Stalled(server.port(), 50)) {
            lookFor(LOOK);
            Waiting.until(
                    "A thread has begun to read each request",
                    () -> Thread.getAllStackTraces().keySet().stream()
                                    .filter(thread -> thread.getName().equals("health"))
                                    .count()
                            >= stalled.count(),
                    () -> "");

            assertThat(get(server, "/health").statusCode()).isEqualTo(200);
            assertThat(get(server, "/metrics").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> get(HealthServer server, String path) throws IOException, InterruptedException {
        URI uri =
                URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What cannot be taken for a moment is not lost: it is where it was, or is taken the next time. */
    @Test
    void dropWhoseTakingFailsIsTakenLater() throws IOException, ConfigException {
        service.close();
        for (int step = 1; step < 60; step++) {
            BreakingDisk breaking = new BreakingDisk(step, BreakingDisk.Failure.ONCE);
            Path config = folder.resolve("watch.yaml");
            try (Service once = new Service(WatchConfig.read(config), breaking, hands, hands::nanos)) {
                once.open();
                service = once;
                upload(3 + step % 2);
                lookFor(SETTLED.multipliedBy(3));

                assertThat(job().lastResult()).as("step %d", step).isEqualTo("published");
                assertThat(Optional.ofNullable(job().counts()).orElseThrow().groups())
                        .as("step %d", step)
                        .isEqualTo(3 + step % 2);
                assertThat(drop).isEmptyDirectory();
            } catch (IOException e) {
                // Where it failed while it opened, nothing was begun.
                assertThat(e).hasMessage("The disk is broken");
            }
            deleteAll(drop);
        }
    }

    /** The service is cut off at each step in turn, as by a power cut; the next one goes on by itself. */
    @ParameterizedTest
    @EnumSource(names = {"FROM_THEN_ON", "BEHIND_IT"})
    void serviceThatIsCutOffAnywhereGoesOn(BreakingDisk.Failure failure) throws IOException, ConfigException {
        service.close();
        boolean failed = true;
        for (int step = firstStep(failure); failed; step += STRIDE) {
            BreakingDisk breaking = new BreakingDisk(step, failure);
            upload(3 + step % 2);
            cutOff(breaking);
            failed = breaking.hasFailed();
            service = service("");
            lookFor(SETTLED.multipliedBy(2));
            service.close();

            assertThat(job().state()).as("step %d", step).isEqualTo("idle");
            assertThat(job().detail()).as("step %d", step).isNull();
            assertThat(job().lastResult()).as("step %d", step).isEqualTo("published");
            assertThat(Conversion.names(out)).hasSize(4);
            assertThat(Optional.ofNullable(job().counts()).orElseThrow().groups())
                    .as("step %d", step)
                    .isEqualTo(3 + step % 2);
            assertThat(Conversion.names(drop)).isEmpty();
            assertThat(Conversion.names(state.resolve("work"))).isEmpty();
        }
    }

    /** A held drop that was approved is gone once it is published, wherever that was cut off. */
    @ParameterizedTest
    @EnumSource(names = {"FROM_THEN_ON", "BEHIND_IT"})
    void approvedDropIsPublishedWhereverThatIsCutOff(BreakingDisk.Failure failure) throws IOException, ConfigException {
        boolean failed = true;
        for (int step = firstStep(failure); failed; step += STRIDE) {
            service.close();
            disk.delete(state);
            disk.delete(out);
            service = service("");
            upload(24);
            lookFor(SETTLED);
            upload(3);
            lookFor(SETTLED);
            assertThat(job().state()).as("step %d", step).isEqualTo("held");
            assertThat(CommandLine.run("approve", "--state", state).exitCode()).isZero();
            service.close();
            BreakingDisk breaking = new BreakingDisk(step, failure);
            cutOff(breaking);
            failed = breaking.hasFailed();
            service = service("");
            lookFor(SETTLED);

            assertThat(job().state()).as("step %d", step).isEqualTo("idle");
            assertThat(job().lastResult()).as("step %d", step).isEqualTo("published");
            assertThat(Optional.ofNullable(job().counts()).orElseThrow().groups())
                    .as("step %d", step)
                    .isEqualTo(3);
            assertThat(state.resolve("held-drop")).doesNotExist();
        }
    }

    private static int firstStep(BreakingDisk.Failure failure) {
        return STRIDE == 1 || failure == BreakingDisk.Failure.FROM_THEN_ON ? 1 : 2;
    }

    private void cutOff(BreakingDisk breaking) throws ConfigException {
        try (Service once =
                new Service(WatchConfig.read(folder.resolve("watch.yaml")), breaking, hands, hands::nanos)) {
            once.open();
            for (int look = 0; look < 12; look++) {
                hands.forward(LOOK);
                once.look();
            }
        } catch (IOException e) {
            assertThat(e).hasMessage("The disk is broken");
        }
    }

    private static void deleteAll(Path of) throws IOException {
        try (var files = Files.list(of)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void stateIsTheOwnersAlone() throws IOException {
        upload(3);
        lookFor(SETTLED);

        if (Files.getFileStore(state).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
                    .isEqualTo("rwx------");
        }
    }
}
