package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.importer.config.ConfigException;
import org.oneroster4j.importer.config.WatchConfig;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.service.JobStatus;
import org.oneroster4j.importer.service.Service;
import org.oneroster4j.testing.SchoolDrop;

/** What fails is tried again after one second, then two, four, and so on up to a minute, whatever it fails with. */
class BackoffTest {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration SETTLED = Duration.ofSeconds(90);
    private static final Duration LONG = Duration.ofMinutes(10);
    /** Seven attempts in the first 63 seconds, then one a minute; some of those that are at the end are counted in. */
    private static final int FEW = 20;

    @TempDir
    Path folder;

    private final Hands hands = new Hands(Instant.parse("2026-11-24T09:03:00Z"));
    private final UnflushedDisk sound = new UnflushedDisk();
    private Path drop;

    @BeforeEach
    void paths() throws IOException {
        drop = Files.createDirectories(folder.resolve("drop"));
    }

    private Service service(Disk disk, String more) throws IOException, ConfigException {
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

    /** A disk on which one kind of step fails in a way that nobody expects, as long as it is to. */
    private Disk failing(Predicate<Object[]> step, AtomicInteger failures, int[] left) {
        return (Disk) Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, (proxy, method, arguments) -> {
                    if (left[0] > 0 && step.test(arguments)) {
                        failures.incrementAndGet();
                        throw new IllegalStateException("A defect");
                    }
                    try {
                        return method.invoke(sound, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static boolean isOf(Object[] arguments, String name) {
        return String.valueOf(arguments[0]).contains(name);
    }

    private JobStatus look(Service service, Duration time) {
        for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plus(LOOK)) {
            hands.forward(LOOK);
            service.look();
        }
        return service.status().jobs().get(0);
    }

    @Test
    void conversionThatFailsUnexpectedlyIsNotTriedAgainAtOnce() throws IOException, ConfigException {
        AtomicInteger failures = new AtomicInteger();
        int[] left = {1};
        try (Service service = service(failing(a -> isOf(a, ".impero-staging-out"), failures, left), "")) {
            SchoolDrop.ofClasses(3).toText().writeTo(drop);
            JobStatus failed = look(service, SETTLED.plus(LONG));

            assertThat(failed.state()).isEqualTo("failed");
            assertThat(failed.detail()).startsWith("The program has a defect: IllegalStateException.");
            assertThat(failures.get()).isBetween(2, FEW);
            left[0] = 0;
            assertThat(look(service, Duration.ofSeconds(61)).lastResult()).isEqualTo("published");
        }
    }

    @Test
    void takingThatFailsUnexpectedlyIsNotTriedAgainAtOnce() throws IOException, ConfigException {
        AtomicInteger failures = new AtomicInteger();
        int[] left = {1};
        try (Service service = service(failing(a -> isOf(a, "claiming"), failures, left), "")) {
            SchoolDrop.ofClasses(3).toText().writeTo(drop);
            look(service, SETTLED.plus(LONG));

            assertThat(failures.get()).isBetween(2, FEW);
            left[0] = 0;
            assertThat(look(service, SETTLED.plus(SETTLED)).lastResult()).isEqualTo("published");
        }
    }

    /** The wrong setting is found by the mapping, at the end of all reading. */
    @Test
    void conversionThatASettingEndsIsNotTriedAgainAtOnce() throws IOException, ConfigException {
        AtomicInteger begun = new AtomicInteger();
        Disk counting = failing(
                a -> {
                    boolean isFolder = String.valueOf(a[0])
                            .endsWith(Path.of("state", "next").toString());
                    begun.addAndGet(isFolder ? 1 : 0);
                    return false;
                },
                new AtomicInteger(),
                new int[] {1});
        try (Service service = service(counting, "    school: nowhere\n")) {
            SchoolDrop.ofClasses(3).toText().writeTo(drop);
            JobStatus failed = look(service, SETTLED.plus(LONG));

            assertThat(failed.state()).isEqualTo("failed");
            assertThat(begun.get()).isBetween(2, 3 * FEW);
        }
    }

    @Test
    void approvedDropWhoseConversionFailsIsNotTriedAgainAtOnce() throws IOException, ConfigException {
        AtomicInteger failures = new AtomicInteger();
        int[] left = {0};
        try (Service service = service(failing(a -> isOf(a, ".impero-staging-out"), failures, left), "")) {
            SchoolDrop.ofClasses(24).toText().writeTo(drop);
            look(service, SETTLED);
            SchoolDrop.ofClasses(3).toText().writeTo(drop);
            assertThat(look(service, SETTLED).state()).isEqualTo("held");
            assertThat(CommandLine.run("approve", "--state", folder.resolve("state"))
                            .exitCode())
                    .isZero();
            left[0] = 1;
            look(service, LONG);

            assertThat(failures.get()).isBetween(2, FEW);
            left[0] = 0;
            assertThat(look(service, Duration.ofSeconds(61)).lastResult()).isEqualTo("published");
        }
    }

    /** As before, but what fails is expected: a disk that is full. */
    @Test
    void approvedDropWhoseOutputCannotBeWrittenIsNotTriedAgainAtOnce() throws IOException, ConfigException {
        AtomicInteger failures = new AtomicInteger();
        Disk counting = failing(
                a -> {
                    failures.addAndGet(isOf(a, "last-run.json.next") ? 1 : 0);
                    return false;
                },
                new AtomicInteger(),
                new int[] {1});
        try (Service service = service(counting, "")) {
            SchoolDrop.ofClasses(24).toText().writeTo(drop);
            look(service, SETTLED);
            SchoolDrop.ofClasses(3).toText().writeTo(drop);
            assertThat(look(service, SETTLED).state()).isEqualTo("held");
            assertThat(CommandLine.run("approve", "--state", folder.resolve("state"))
                            .exitCode())
                    .isZero();
            Path out = folder.resolve("out");
            Files.move(out, folder.resolve("away"));
            Files.writeString(out, "no folder");
            failures.set(0);
            look(service, LONG);

            // Each run that ends is remembered in three steps.
            assertThat(failures.get()).isBetween(2, 3 * FEW);
        }
    }
}
