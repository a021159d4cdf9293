package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.importer.config.ConfigException;
import org.oneroster4j.importer.config.WatchConfig;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.service.JobStatus;
import org.oneroster4j.importer.service.Service;
import org.oneroster4j.importer.state.Generation;
import org.oneroster4j.importer.state.StateFolder;
import org.oneroster4j.testing.TextDrop;

/** School days, good and bad ones, against somebody who converts each accepted drop by hand. */
class SchoolDaysIT {
    private static final int DAYS = Integer.getInteger("school.days", 3);
    private static final Duration LOOK = Duration.ofSeconds(10);
    /** Longer than a file of the day before is waited for. */
    private static final Duration MORNING = Duration.ofMinutes(40);

    private static final Instant FIRST = Instant.parse("2026-11-02T09:03:00Z");

    @TempDir
    Path folder;

    private final Disk disk = new UnflushedDisk();
    private final Hands hands = new Hands(FIRST);
    private final SchoolYear school = new SchoolYear(20261102, 40, 120);
    private final Map<Day, Integer> days = new EnumMap<>(Day.class);

    /** What a day is like. */
    private enum Day {
        GOOD("published"),
        HALF_UPLOAD("settling"),
        /** Held, and right: somebody approves it. */
        CLASSES_END("published"),
        EMPTY_FILE("settling"),
        RENAMED_HEADER("rejected"),
        /** Held, and wrong: the next day brings a good drop. */
        MISTAKE("held"),
        RESTART("published");

        private final String ends;

        Day(String ends) {
            this.ends = ends;
        }

        /** Each kind comes within seven days, the first of which is good. */
        static Day of(int number) {
            return values()[number % values().length];
        }
    }

    private Service start() throws IOException, ConfigException {
        Path config = Files.writeString(folder.resolve("watch.yaml"), """
                jobs:
                  - name: school
                    drop: drop
                    out: out
                    state: state
                    identity: username
                """);
        Service service = new Service(WatchConfig.read(config), disk, hands, hands::nanos);
        service.open();
        return service;
    }

    @Test
    void outputOfEachDayIsThatOfTheAcceptedDropsConvertedByHand() throws IOException, ConfigException {
        Path drop = Files.createDirectories(folder.resolve("drop"));
        Service service = start();
        try {
            for (int number = 0; number < DAYS; number++) {
                Day day = Day.of(number);
                school.nextDay();
                TextDrop sent = sent(day);
                write(sent, drop, day);
                if (day == Day.RESTART) {
                    lookFor(service, Duration.ofSeconds(50));
                    service.close();
                    service = start();
                }
                lookFor(service, MORNING);
                if (day == Day.CLASSES_END) {
                    assertThat(job(service).state()).isEqualTo("held");
                    assertThat(run("approve", "--config", folder.resolve("watch.yaml")))
                            .isZero();
                    lookFor(service, LOOK);
                }
                assertThat(how(job(service))).as("day %d, %s", number, day).isEqualTo(day.ends);
                if (day.ends.equals("published")) {
                    convertByHand(sent, number, day);
                }
                assertThat(texts(folder.resolve("out")))
                        .as("day %d, %s", number, day)
                        .isEqualTo(texts(byHand("out")));
                assertThat(remembered(folder.resolve("state"))).isEqualTo(remembered(byHand("state")));
                days.merge(day, 1, Integer::sum);
                hands.forward(Duration.between(hands.instant(), FIRST.plus(Duration.ofDays(number + 1L))));
                service.look();
            }
        } finally {
            service.close();
        }
        System.out.println("School days: " + days);
        assertThat(days.getOrDefault(Day.GOOD, 0)).isPositive();
    }

    private TextDrop sent(Day day) {
        if (day == Day.CLASSES_END) {
            school.endHalfOfTheClasses();
        } else if (day == Day.GOOD && !days.isEmpty()) {
            school.beginAsManyClasses();
        }
        return school.drop();
    }

    /** Uploads over what lies there: yesterday's half, or nothing. */
    private static void write(TextDrop sent, Path drop, Day day) throws IOException {
        sent.writeTo(drop);
        Path users = drop.resolve("users.csv");
        switch (day) {
            case HALF_UPLOAD -> Files.delete(drop.resolve("enrollments.csv"));
            case EMPTY_FILE -> Files.write(users, new byte[0]);
            case RENAMED_HEADER ->
                Files.writeString(users, Files.readString(users).replaceFirst("username", "login"));
            case MISTAKE -> {
                Path enrollments = drop.resolve("enrollments.csv");
                String text = Files.readString(enrollments, StandardCharsets.UTF_8);
                Files.writeString(enrollments, text.substring(0, text.lastIndexOf("\n", text.length() / 2) + 1));
            }
            default -> {
                // The upload is as it was made.
            }
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

    private static String how(JobStatus job) {
        return job.state().equals("idle") ? String.valueOf(job.lastResult()) : job.state();
    }

    private Path byHand(String name) {
        return folder.resolve("by-hand").resolve(name);
    }

    private void convertByHand(TextDrop sent, int number, Day day) {
        Path drop = byHand("drop" + number);
        sent.writeTo(drop);
        LocalDate today = LocalDate.now(hands);
        Object[] convert = {
            "convert",
            "--drop",
            drop,
            "--out",
            byHand("out"),
            "--state",
            byHand("state"),
            "--identity",
            "username",
            "--as-of",
            today
        };
        if (day == Day.CLASSES_END) {
            assertThat(run(convert)).isEqualTo(3);
            assertThat(run("approve", "--state", byHand("state"))).isZero();
        }
        assertThat(run(convert)).as("day %d, %s", number, day).isZero();
    }

    private static int run(Object... arguments) {
        return CommandLine.run(arguments).exitCode();
    }

    private static Map<String, String> texts(Path out) throws IOException {
        return Conversion.texts(Conversion.bytesOf(out));
    }

    /** Returns which run is remembered and the digests of all that is kept of it, but no times. */
    private Map<String, String> remembered(Path state) throws IOException {
        try (StateFolder look = StateFolder.look(state, disk)) {
            Generation last = look.current().orElseThrow();
            last.published();
            Map<String, String> remembered = new TreeMap<>(last.edition().files());
            remembered.put("run", last.edition().fingerprint());
            remembered.put("asOf", last.edition().asOf());
            remembered.put(
                    "edition", String.format(Locale.ROOT, "%d", last.edition().edition()));
            return remembered;
        }
    }
}
