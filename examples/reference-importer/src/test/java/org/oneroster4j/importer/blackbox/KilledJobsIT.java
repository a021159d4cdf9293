package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.importer.disk.Sha256;
import org.oneroster4j.importer.service.JobStatus;
import org.oneroster4j.importer.service.Service;
import org.oneroster4j.testing.SchoolDrop;

/**
 * A service with several jobs that is killed at any moment, while drops come of which one exhausts its memory: the other jobs
 * publish the right files, that drop is set aside, and nothing is lost. In one of two lanes the memory that does not suffice
 * ends the process, as some administrators want it, and it is started again, as the system does.
 */
class KilledJobsIT {
    private static final int GIVEN = Integer.getInteger("kills", 10);
    /** A build has half of the usual ones, as each takes some seconds; the profile trust has all. */
    private static final int KILLS = GIVEN > 100 ? GIVEN : GIVEN / 2;

    private static final int LANES = 4;
    private static final int STUDENTS = 100_000;
    private static final List<String> MEMORY = List.of("-Xmx12m");
    private static final List<String> SOUND = List.of("one", "two");
    private static final String LARGE = "large";
    private static final Pattern SET_ASIDE =
            Pattern.compile("large: The drop is set aside in the folder rejected-drop");

    @TempDir
    Path folder;

    /** The drops that come in turn, and what one whole run makes of each. */
    private final List<Path> drops = new ArrayList<>();

    private final List<Map<String, String>> whole = new ArrayList<>();
    private Path large;

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
        large = folder.resolve("large");
        try (LargeFiles files = new LargeFiles(large)) {
            files.school("1", "School");
            files.schoolClass(0, "1");
            files.teacher(0, "1");
            for (int i = 0; i < STUDENTS; i++) {
                files.student(i, "1");
            }
            files.enrollment(0, 0, "1", "student", 0);
        }
    }

    @Test
    void otherJobsGoOnWheneverTheServiceIsKilledAndWhateverOneDropDoes() throws Exception {
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        int setAside = 0;
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                running.add(lanes.submit(new Lane(lane, KILLS / LANES + (lane < KILLS % LANES ? 1 : 0))));
            }
            for (Future<Integer> lane : running) {
                setAside += lane.get();
            }
        } finally {
            lanes.shutdownNow();
        }
        System.out.println("Killed " + KILLS + " times; set aside: " + setAside);
        assertThat(setAside).isGreaterThanOrEqualTo(LANES);
    }

    /** One service that is killed and started again and again. */
    private final class Lane implements Callable<Integer> {
        private final int kills;
        private final boolean endsWithoutMemory;
        private final Random random;
        private final Path place;

        Lane(int number, int kills) {
            this.kills = kills;
            this.endsWithoutMemory = number % 2 == 1;
            this.random = new Random(20261201L + number);
            this.place = folder.resolve("lane" + number);
        }

        @Override
        public Integer call() throws Exception {
            StringBuilder config = new StringBuilder("settleSeconds: 1\npollSeconds: 1\nidentity: username\njobs:\n");
            // What delays the others most comes first.
            for (String job : List.of(LARGE, SOUND.get(0), SOUND.get(1))) {
                Files.createDirectories(drop(job));
                config.append("""
                          - name: %1$s
                            drop: %1$s/drop
                            out: %1$s/out
                            state: %1$s/state
                        """.formatted(job));
            }
            Files.writeString(place.resolve("watch.yaml"), config);
            WatchProcess service = start();
            try {
                for (int kill = 0; kill < kills; kill++) {
                    int number = kill % 2;
                    upload(number);
                    awaitMoment();
                    service.kill();
                    service = start();
                    service =
                            await(service, "Drop " + number + " is published, kill " + kill, () -> isPublished(number));
                    assertThat(nothingIsLost()).as("kill %d", kill).isTrue();
                }
                service = await(service, "The large drop is set aside", () -> isSetAside());
                assertThat(status(LARGE).map(JobStatus::detail).orElse("")).contains("set aside");
                assertThat(service.log()).doesNotContain("WARN  one", "WARN  two", "ERROR", "defect");
                return (int) SET_ASIDE.matcher(service.log()).results().count();
            } finally {
                service.close();
            }
        }

        private WatchProcess start() throws IOException {
            List<String> options = new ArrayList<>(Jar.QUICK);
            options.addAll(MEMORY);
            if (endsWithoutMemory) {
                options.add("-XX:+ExitOnOutOfMemoryError");
            }
            List<String> command = Jar.command(options, "watch", "--config", place.resolve("watch.yaml"));
            return WatchProcess.start(command, place.resolve("log"), place.resolve("none"));
        }

        /** Waits, and starts the service again where it has ended, as the system does. */
        private WatchProcess await(WatchProcess first, String what, Callable<Boolean> isSo) throws Exception {
            WatchProcess[] service = {first};
            Waiting.until(
                    what,
                    () -> {
                        if (!service[0].isAlive()) {
                            assertThat(endsWithoutMemory).as(service[0].log()).isTrue();
                            service[0] = start();
                        }
                        return isSo.call();
                    },
                    () -> service[0].log());
            return service[0];
        }

        private Path drop(String job) {
            return place.resolve(job).resolve("drop");
        }

        private Path state(String job) {
            return place.resolve(job).resolve("state");
        }

        private void upload(int number) throws IOException {
            if (Conversion.names(drop(LARGE)).isEmpty()
                    && Conversion.names(state(LARGE).resolve("work")).isEmpty()) {
                copy(large, drop(LARGE));
            }
            for (String job : SOUND) {
                copy(drops.get(number), drop(job));
            }
        }

        private void copy(Path from, Path to) throws IOException {
            for (String name : Conversion.names(from)) {
                Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }

        /** Any moment of a round, or one after the beginning of a conversion, which is met too seldom by chance. */
        private void awaitMoment() throws Exception {
            int kind = random.nextInt(4);
            if (kind == 0) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(6_000));
                return;
            }
            String job = kind == 1 ? SOUND.get(random.nextInt(SOUND.size())) : LARGE;
            long begun = System.nanoTime();
            // It may be over before anybody looks: then any moment will do.
            while (!isConverting(job) && System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(6)) {
                Thread.sleep(1);
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(kind == 1 ? 300 : 1_500));
        }

        private boolean isConverting(String job) throws IOException {
            return status(job).map(JobStatus::state).filter("importing"::equals).isPresent();
        }

        private Optional<JobStatus> status(String job) throws IOException {
            return Service.statusOf(state(job));
        }

        private boolean isPublished(int number) throws IOException {
            for (String job : SOUND) {
                Map<String, String> files =
                        Conversion.texts(Conversion.bytesOf(place.resolve(job).resolve("out")));
                if (!files.equals(whole.get(number))
                        || !Conversion.names(drop(job)).isEmpty()
                        || !Conversion.names(state(job).resolve("work")).isEmpty()) {
                    return false;
                }
            }
            return true;
        }

        private boolean isSetAside() throws IOException {
            return Conversion.names(drop(LARGE)).isEmpty()
                    && Conversion.names(state(LARGE).resolve("work")).isEmpty()
                    && digests(state(LARGE).resolve("rejected-drop")).equals(digests(large));
        }

        /** The large drop is whole in one of the places where it may be; it may be on its way from one to another. */
        private boolean nothingIsLost() throws Exception {
            for (int look = 0; look < 50; look++) {
                if (isWholeSomewhere()) {
                    return true;
                }
                Thread.sleep(20);
            }
            return false;
        }

        private boolean isWholeSomewhere() throws IOException {
            Map<String, String> sound = digests(large);
            if (digests(drop(LARGE)).equals(sound)
                    || digests(state(LARGE).resolve("rejected-drop")).equals(sound)) {
                return true;
            }
            for (String name : Conversion.names(state(LARGE).resolve("work"))) {
                if (digests(state(LARGE).resolve("work").resolve(name)).equals(sound)) {
                    return true;
                }
            }
            return false;
        }

        private Map<String, String> digests(Path of) throws IOException {
            Map<String, String> digests = new TreeMap<>();
            for (String name : Conversion.names(of)) {
                if (name.endsWith(".csv")) {
                    digests.put(name, Sha256.ifThere(of.resolve(name)).orElse(""));
                }
            }
            return digests;
        }
    }
}
