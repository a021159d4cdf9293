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
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.testing.SchoolDrop;

/** Two processes at once on one output: it has the files of one drop, and the one that has to wait says so. */
class TwoProcessesIT {
    private static final int ROUNDS = Integer.getInteger("rounds", 10);
    /** Of ten rounds; the others are of two conversions. */
    private static final int WITH_SERVICE = 2;

    private static final int OF_SERVICES = 1;

    @TempDir
    Path folder;

    private final List<Path> drops = new ArrayList<>();
    private final List<Map<String, String>> whole = new ArrayList<>();
    private final Random random = new Random(20261201);
    private int refused;

    @BeforeEach
    void convertEachDropAlone() throws IOException {
        for (int i = 0; i < 2; i++) {
            Path drop = folder.resolve("drop" + i);
            SchoolDrop.ofClasses(60 + i).toText().writeTo(drop);
            Path out = folder.resolve("whole" + i);
            Conversion.of(drop, out, MappingSettings.of(Identity.USERNAME, LocalDate.now(ZoneId.systemDefault())));
            drops.add(drop);
            whole.add(Conversion.texts(Conversion.bytesOf(out)));
        }
        assertThat(whole.get(0)).hasSize(4).isNotEqualTo(whole.get(1));
    }

    /** A conversion in a process of its own. */
    private record Running(Process process, Path out, Path err) {
        int exitCode() throws InterruptedException {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new AssertionError("It does not end");
            }
            return process.exitValue();
        }

        String said() throws IOException {
            return Files.readString(out) + Files.readString(err);
        }
    }

    private Running start(Path place, String name, int drop, boolean hasState) throws IOException {
        List<Object> arguments = new ArrayList<>(
                List.of("convert", "--drop", drops.get(drop), "--out", place.resolve("out"), "--identity", "username"));
        if (hasState) {
            arguments.addAll(List.of("--state", place.resolve("state")));
        }
        Path out = place.resolve(name + ".out");
        Path err = place.resolve(name + ".err");
        return new Running(Jar.start(Jar.QUICK, out, err, arguments.toArray()), out, err);
    }

    /** Returns whether it was refused; if so, it has said by whom and what to do. */
    private boolean isRefused(Running run, Path place) throws IOException, InterruptedException {
        int exitCode = run.exitCode();
        assertThat(exitCode).as(run.said()).isIn(0, 4);
        if (exitCode == 4) {
            refused++;
            assertThat(run.said())
                    .contains("Another run", place.toString(), "Wait until it has ended, and run this one again.");
        }
        return exitCode == 4;
    }

    private static Map<String, String> output(Path place) throws IOException {
        return Conversion.texts(Conversion.bytesOf(place.resolve("out")));
    }

    private void twoConversions(int round) throws IOException, InterruptedException {
        Path place = Files.createDirectories(folder.resolve("round" + round));
        boolean hasState = random.nextInt(4) == 0;
        Running one = start(place, "one", 0, hasState);
        if (random.nextBoolean()) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
        }
        Running other = start(place, "other", 1, hasState);
        boolean isOneRefused = isRefused(one, place);
        boolean isOtherRefused = isRefused(other, place);

        assertThat(isOneRefused && isOtherRefused).as("both").isFalse();
        if (isOneRefused || isOtherRefused) {
            assertThat(output(place)).isEqualTo(whole.get(isOneRefused ? 1 : 0));
        } else {
            assertThat(output(place)).isIn(whole);
        }
        assertThat(Conversion.names(place)).noneMatch(name -> name.startsWith(".impero-staging"));
    }

    private static List<String> watch(Path place) {
        return Jar.command(Jar.QUICK, "watch", "--config", place.resolve("watch.yaml"));
    }

    private Path placeOfService(String name) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(place.resolve("drop"));
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
        return place;
    }

    private void upload(Path place, int drop) throws IOException {
        for (String name : Conversion.names(drops.get(drop))) {
            Files.copy(
                    drops.get(drop).resolve(name),
                    place.resolve("drop").resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void serviceAndConversions(int rounds) throws Exception {
        Path place = placeOfService("service");
        try (WatchProcess service = WatchProcess.start(watch(place), place.resolve("log"), place.resolve("state"))) {
            for (int round = 0; round < rounds; round++) {
                int published = service.publications();
                upload(place, round % 2);
                int conversions = 0;
                while (service.publications() == published) {
                    Running conversion = start(place, "convert" + round + "-" + conversions, 1 - round % 2, false);
                    isRefused(conversion, place);
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
                    assertThat(service.isAlive()).as(service.log()).isTrue();
                    assertThat(++conversions).as(service.log()).isLessThan(200);
                }
                assertThat(output(place)).as(service.log()).isIn(whole);
            }
            service.stop();
        }
        assertThat(Conversion.names(place)).noneMatch(name -> name.startsWith(".impero-staging"));
    }

    private void twoServices(int round) throws Exception {
        Path place = placeOfService("services" + round);
        boolean isUploadedBefore = random.nextBoolean();
        if (isUploadedBefore) {
            upload(place, 0);
        }
        List<WatchProcess> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            both.add(WatchProcess.start(watch(place), place.resolve("log" + i), place.resolve("state")));
        }
        try {
            Waiting.until("one is refused", () -> both.stream().anyMatch(service -> !service.isAlive()), () -> "");
            WatchProcess second = both.get(0).isAlive() ? both.get(1) : both.get(0);
            WatchProcess first = both.get(0).isAlive() ? both.get(0) : both.get(1);
            assertThat(second.stop()).as(second.log()).isEqualTo(4);
            assertThat(second.log()).contains("Another service", place.toString());
            refused++;
            if (!isUploadedBefore) {
                upload(place, 0);
            }
            first.await("what was uploaded is published", () -> first.publications() == 1);
            assertThat(output(place)).isEqualTo(whole.get(0));
            first.stop();
        } finally {
            both.forEach(WatchProcess::close);
        }
    }

    @Test
    void outputIsOfOneDropAndNoUploadIsLost() throws Exception {
        int withService = ROUNDS * WITH_SERVICE / 10;
        int ofServices = ROUNDS * OF_SERVICES / 10;
        for (int round = 0; round < ROUNDS - withService - ofServices; round++) {
            twoConversions(round);
        }
        int ofConversions = refused;
        serviceAndConversions(withService);
        for (int round = 0; round < ofServices; round++) {
            twoServices(round);
        }
        System.out.println("Refused: " + ofConversions + " of two conversions, " + refused + " in all");
        assertThat(refused).as("rounds in which the two met").isGreaterThanOrEqualTo(ofServices + ROUNDS / 50);
    }
}
