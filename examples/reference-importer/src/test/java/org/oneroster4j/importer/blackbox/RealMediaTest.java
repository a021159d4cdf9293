package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.importer.config.ConfigException;
import org.oneroster4j.importer.config.WatchConfig;
import org.oneroster4j.importer.disk.RealDisk;
import org.oneroster4j.importer.service.JobStatus;
import org.oneroster4j.importer.service.Service;
import org.oneroster4j.testing.SchoolDrop;

/** Volumes that are full or read-only, as the system makes them: it is said, tried again, and made good; nothing is lost. */
class RealMediaTest {
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration SETTLED = Duration.ofSeconds(90);
    private static final Duration TRIED_AGAIN = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final Hands hands = new Hands(Instant.parse("2026-11-24T09:03:00Z"));
    private Path drop;
    private Path impero;
    private Path state;

    @BeforeEach
    void folders() throws IOException {
        drop = Files.createDirectories(folder.resolve("drop"));
        impero = Files.createDirectories(folder.resolve("impero"));
        state = Files.createDirectories(folder.resolve("state"));
    }

    private interface Trouble {
        void make() throws IOException;
    }

    private Service service() throws IOException, ConfigException {
        Path config = Files.writeString(folder.resolve("watch.yaml"), """
                jobs:
                  - name: school
                    drop: drop
                    out: impero/out
                    state: state
                    identity: username
                """);
        Service service = new Service(WatchConfig.read(config), new RealDisk(time -> {}), hands, hands::nanos);
        service.open();
        return service;
    }

    /** One drop is published; the next comes while something is in the way, which then goes. */
    private void published(Trouble begins, Trouble ends) throws IOException, ConfigException {
        try (Service service = service()) {
            SchoolDrop.ofClasses(30).toText().writeTo(drop);
            lookFor(service, SETTLED);
            Map<String, String> before = output();
            assertThat(before).hasSize(4);

            begins.make();
            SchoolDrop.ofClasses(31).toText().writeTo(drop);
            lookFor(service, SETTLED.plus(TRIED_AGAIN));
            assertThat(output()).as("what was published last is whole").isEqualTo(before);
            assertThat(job(service).state()).isEqualTo("failed");
            assertThat(job(service).detail()).isNotBlank();

            ends.make();
            lookFor(service, TRIED_AGAIN);
            assertThat(job(service).state()).isEqualTo("idle");
            assertThat(job(service).lastResult()).isEqualTo("published");
            assertThat(output()).hasSize(4).isNotEqualTo(before);
            assertThat(drop).isEmptyDirectory();
            assertThat(state.resolve("work")).isEmptyDirectory();
            assertThat(Conversion.names(impero)).noneMatch(name -> name.equals(".impero-staging-out"));
        }
    }

    private void lookFor(Service service, Duration time) {
        for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plus(LOOK)) {
            hands.forward(LOOK);
            service.look();
        }
    }

    private static JobStatus job(Service service) {
        return service.status().jobs().get(0);
    }

    private Map<String, String> output() throws IOException {
        return Conversion.texts(Conversion.bytesOf(impero.resolve("out")));
    }

    @Test
    void fullVolumeOfTheOutputIsWaitedFor() throws IOException, ConfigException {
        try (Mount mount = Mount.small(impero)) {
            published(mount::fill, () -> Files.delete(impero.resolve(".filler")));
        }
    }

    @Test
    void fullVolumeOfTheStateIsWaitedFor() throws IOException, ConfigException {
        try (Mount mount = Mount.small(state)) {
            published(mount::fill, () -> Files.delete(state.resolve(".filler")));
        }
    }

    @Test
    void readOnlyVolumeOfTheOutputIsWaitedFor() throws IOException, ConfigException {
        try (Mount mount = Mount.itself(impero)) {
            published(() -> mount.readOnly(true), () -> mount.readOnly(false));
        }
    }
}
