package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service costs while nothing comes, which is nearly always. In the profile trust, as it takes its time. */
class IdleIT {
    private static final int MINUTES = Integer.getInteger("idle.minutes", 0);
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    @Test
    void idleHourCostsLessThanASecondOfTheProcessorAnd100Megabytes() throws Exception {
        assumeTrue(MINUTES > 0, "idle.minutes is 0: the service is not watched while it idles");
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "There is no /proc: memory cannot be measured");
        try (WatchProcess service = start()) {
            service.await("It has published", () -> service.publications() == 1);
            Thread.sleep(Duration.ofSeconds(30).toMillis());
            Duration before = cpu(service);
            Thread.sleep(Duration.ofMinutes(MINUTES).toMillis());
            Duration hour =
                    cpu(service).minus(before).multipliedBy(HOUR.toMinutes()).dividedBy(MINUTES);
            long kilobytes = resident(service);

            System.out.printf(
                    "Idle for %d minutes: %.2f s of the processor in an hour, %d MB resident.%n",
                    MINUTES, hour.toMillis() / 1000.0, kilobytes / 1024);
            assertThat(hour).isLessThan(Duration.ofSeconds(1));
            assertThat(kilobytes).isLessThan(100 * 1024);
        }
    }

    /** By the launcher, with the drop of the guide to begin with. */
    private WatchProcess start() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("program/bin"));
        Path launcher = Path.of("service", "linux", "oneroster-importer");
        Files.copy(launcher, bin.resolve("oneroster-importer"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(Path.of("target", "reference-importer.jar"), bin.resolveSibling("reference-importer.jar"));
        Path drop = Files.createDirectories(folder.resolve("drop"));
        for (String name : Conversion.names(Path.of("sample-drop"))) {
            if (name.endsWith(".csv")) {
                Files.copy(Path.of("sample-drop", name), drop.resolve(name));
            }
        }
        Path config = Files.writeString(folder.resolve("watch.yaml"), """
                statusFile: status.json
                settleSeconds: 1
                honourTerms: false
                jobs:
                  - name: school
                    drop: drop
                    out: out
                    state: state
                    identity: username
                    report: report
                """);
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        return WatchProcess.start(
                List.of(
                        "sh",
                        "-c",
                        "PATH='" + java + "':$PATH exec '" + bin.resolve("oneroster-importer") + "' watch --config '"
                                + config + "'"),
                folder.resolve("log"),
                folder.resolve("state"));
    }

    private static Duration cpu(WatchProcess service) {
        return ProcessHandle.of(service.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    private static long resident(WatchProcess service) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(service.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
