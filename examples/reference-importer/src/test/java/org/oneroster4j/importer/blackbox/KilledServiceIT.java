package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.importer.disk.RealDisk;
import org.oneroster4j.importer.disk.Sha256;
import org.oneroster4j.importer.service.JobStatus;
import org.oneroster4j.importer.service.Service;
import org.oneroster4j.importer.state.Generation;
import org.oneroster4j.importer.state.StateFolder;
import org.oneroster4j.testing.SchoolDrop;

/** The service that is killed at any moment of arrival, conversion and publishing: started again, it goes on by itself. */
class KilledServiceIT {
    private static final int KILLS = Integer.getInteger("kills", 10);
    /** Services that are killed beside each other, as each of them mostly waits. */
    private static final int LANES = 4;

    @TempDir
    Path folder;

    /** The drops that come in turn, and what one whole run makes of each. */
    private final List<Path> drops = new ArrayList<>();

    private final List<Map<String, String>> whole = new ArrayList<>();
    private final ExecutorService uploads = Executors.newCachedThreadPool();

    @BeforeEach
    void convertEachDropByHand() throws IOException {
        for (int i = 0; i < 2; i++) {
            Path drop = folder.resolve("drop" + i);
            SchoolDrop.ofClasses(30 + i).toText().writeTo(drop);
            Path out = folder.resolve("whole" + i);
            Conversion.of(drop, out, MappingSettings.of(Identity.USERNAME, LocalDate.now(ZoneId.systemDefault())));
            drops.add(drop);
            whole.add(Conversion.texts(Conversion.bytesOf(out)));
        }
        assertThat(whole.get(0)).hasSize(4).isNotEqualTo(whole.get(1));
    }

    /** What the service was doing when it was killed, as its folders tell. */
    private enum Moment {
        ARRIVAL,
        TAKING,
        CONVERSION,
        PUBLISHING,
        BEHIND;

        /** How many milliseconds behind its beginning it is cut off at most: about what it takes. */
        int longest() {
            return switch (this) {
                case TAKING -> 60;
                case CONVERSION -> 300;
                default -> 15;
            };
        }
    }

    @Test
    void nothingNeedsAHumanWheneverItIsKilled() throws Exception {
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        Map<Moment, Integer> counts = new EnumMap<>(Moment.class);
        try {
            List<Future<List<Moment>>> running = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                int kills = KILLS / LANES + (lane < KILLS % LANES ? 1 : 0);
                running.add(lanes.submit(new Lane(lane, kills)));
            }
            for (Future<List<Moment>> lane : running) {
                lane.get().forEach(moment -> counts.merge(moment, 1, Integer::sum));
            }
        } finally {
            lanes.shutdownNow();
            uploads.shutdownNow();
        }
        System.out.println("Killed at: " + counts);
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(KILLS);
        assertThat(counts.getOrDefault(Moment.BEHIND, 0)).isLessThan(KILLS);
    }

    /** One service that is killed and started again and again. */
    private final class Lane implements Callable<List<Moment>> {
        private final int kills;
        private final Random random;
        private final Random pauses;
        private final Path place;
        private final Path drop;
        private final Path out;
        private final Path state;

        Lane(int number, int kills) {
            this.kills = kills;
            this.random = new Random(20261124L + number);
            this.pauses = new Random(number);
            this.place = folder.resolve("lane" + number);
            this.drop = place.resolve("drop");
            this.out = place.resolve("out");
            this.state = place.resolve("state");
        }

        @Override
        public List<Moment> call() throws Exception {
            Files.createDirectories(drop);
            Files.writeString(place.resolve("watch.yaml"), """
                    settleSeconds: 1
                    pollSeconds: 1
                    jobs:
                      - name: school
                        drop: drop
                        out: out
                        state: state
                        identity: username
                    """);
            List<Moment> moments = new ArrayList<>();
            WatchProcess service = start();
            try {
                for (int kill = 0; kill < kills; kill++) {
                    if (kill == 0) {
                        upload(1);
                        awaitPublished(service, 1);
                    }
                    moments.add(killWhileComes(service, kill % 2));
                    String before = statusTime();
                    service = start();
                    assertIsOfOneRun(service, before, kill);
                    awaitPublished(service, kill % 2);
                }
                assertThat(service.log()).doesNotContain("WARN  school", "ERROR", "defect");
            } finally {
                service.close();
            }
            return moments;
        }

        private WatchProcess start() throws IOException {
            List<String> command = Jar.command(Jar.QUICK, "watch", "--config", place.resolve("watch.yaml"));
            return WatchProcess.start(command, place.resolve("log"), state);
        }

        /** One that uploads does not know that the service is gone: it goes on. */
        private Void upload(int number) throws IOException, InterruptedException {
            for (String name : Conversion.names(drops.get(number))) {
                Path file = drops.get(number).resolve(name);
                Files.copy(file, drop.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                Thread.sleep(pauses.nextInt(20));
            }
            return null;
        }

        private Moment killWhileComes(WatchProcess service, int number) throws Exception {
            int kind = random.nextInt(4);
            if (kind == 0) {
                Future<?> upload = uploads.submit(() -> upload(number));
                Thread.sleep(random.nextInt(2_500));
                service.kill();
                upload.get();
                return moment();
            }
            upload(number);
            // What is too short to be met by chance.
            Moment moment =
                    List.of(Moment.TAKING, Moment.CONVERSION, Moment.PUBLISHING).get(kind - 1);
            while (service.isAlive() && !begun(moment) && !isDone()) {
                Thread.sleep(1);
            }
            TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * moment.longest() * 1_000_000));
            service.kill();
            return moment();
        }

        private boolean begun(Moment moment) throws IOException {
            return switch (moment) {
                case TAKING -> !Conversion.names(state.resolve("work")).isEmpty();
                case CONVERSION -> service().equals("importing");
                default -> Files.exists(place.resolve(".impero-staging-out/journal.json"));
            };
        }

        /** On a busy machine a step may be over before anybody has looked. */
        private boolean isDone() throws IOException {
            return Conversion.names(drop).isEmpty()
                    && Conversion.names(state.resolve("work")).isEmpty()
                    && service().equals("idle");
        }

        private Moment moment() throws IOException {
            if (Files.exists(place.resolve(".impero-staging-out/journal.json"))) {
                return Moment.PUBLISHING;
            }
            if (Files.exists(state.resolve("work/claiming"))) {
                return Moment.TAKING;
            }
            if (!Conversion.names(state.resolve("work")).isEmpty()) {
                return Moment.CONVERSION;
            }
            return Conversion.names(drop).isEmpty() ? Moment.BEHIND : Moment.ARRIVAL;
        }

        /** The first thing that a start does is to finish or undo what was begun. */
        private void assertIsOfOneRun(WatchProcess service, String before, int kill) throws Exception {
            service.await("It has looked", () -> !statusTime().equals(before));
            Optional<Map<String, byte[]>> read = PretendedImpero.read(out);
            if (read.isPresent()) {
                assertThat(Conversion.texts(read.get())).as("kill %d", kill).isIn(whole);
            }
        }

        private String service() throws IOException {
            return Service.statusOf(state).map(JobStatus::state).orElse("");
        }

        private String statusTime() throws IOException {
            return Service.statusOf(state).map(JobStatus::time).orElse("");
        }

        private void awaitPublished(WatchProcess service, int number) throws Exception {
            service.await(
                    "Drop " + number + " is published",
                    () -> isDone() && Conversion.texts(Conversion.bytesOf(out)).equals(whole.get(number)));
            assertThat(dropOfState()).isEqualTo(digests(drops.get(number)));
            assertThat(Conversion.names(place)).noneMatch(name -> name.equals(".impero-staging-out"));
        }

        /** Returns the digests of the files that the state was made of. */
        private Map<String, String> dropOfState() throws IOException {
            try (StateFolder folder = StateFolder.look(state, new RealDisk())) {
                Generation last = folder.current().orElseThrow();
                last.published();
                Map<String, String> digests = new TreeMap<>();
                last.edition().files().forEach((name, sha256) -> {
                    if (name.startsWith("drop/")) {
                        digests.put(name.substring("drop/".length()), sha256);
                    }
                });
                return digests;
            }
        }
    }

    private static Map<String, String> digests(Path drop) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (String name : Conversion.names(drop)) {
            // The manifest is not stored: in a full drop all files are full.
            if (name.equals("manifest.csv")) {
                continue;
            }
            digests.put(name, Sha256.of(drop.resolve(name)));
        }
        return digests;
    }
}
