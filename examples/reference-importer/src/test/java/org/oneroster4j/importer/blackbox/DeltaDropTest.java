package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.testing.SchoolDrop;

/** Drops that hold changes only, converted against the full drop that was published last. */
class DeltaDropTest {
    private static final int FLIPS = 60;
    private static final String LATER = "2026-11-25T04:00:00Z";

    @TempDir
    Path folder;

    private Path out;
    private Path state;

    @BeforeEach
    void fullDropIsPublished() {
        out = folder.resolve("out");
        state = folder.resolve("state");
        school().student("s2").enroll("s2", "c1", "student").toText().writeTo(folder.resolve("full"));
        assertThat(convert("full", out, state, "--as-of", "2026-11-24").exitCode())
                .isZero();
    }

    private static SchoolDrop school() {
        return SchoolDrop.create()
                .school("1")
                .term("T1", "2026-08-01", "2026-12-20")
                .teacher("t1")
                .student("s1")
                .schoolClass("c1")
                .enroll("t1", "c1", "teacher")
                .enroll("s1", "c1", "student");
    }

    /** One student is new, and one who was there is gone. */
    private static SchoolDrop delta(String changed) {
        Map<String, String> active = Map.of("status", "active", "dateLastModified", changed);
        Map<String, String> gone = Map.of("status", "tobedeleted", "dateLastModified", changed);
        return SchoolDrop.create()
                .student("s2", gone)
                .student("s3", active)
                .enroll("s2", "c1", "student", with(gone, "e3"))
                .enroll("s3", "c1", "student", with(active, "e4"))
                .manifest("file.users", "delta")
                .manifest("file.enrollments", "delta")
                .without("orgs.csv")
                .without("academicSessions.csv")
                .without("courses.csv")
                .without("classes.csv");
    }

    private static Map<String, String> with(Map<String, String> cells, String id) {
        Map<String, String> all = new TreeMap<>(cells);
        all.put("sourcedId", id);
        return all;
    }

    private CommandLine convert(String drop, Path to, Path with, Object... more) {
        return CommandLine.run(Stream.concat(
                        Stream.of(
                                "convert",
                                "--drop",
                                folder.resolve(drop),
                                "--out",
                                to,
                                "--identity",
                                "username",
                                "--state",
                                with),
                        Stream.of(more))
                .toArray());
    }

    private static Map<String, String> texts(Path of) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(of)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = of.relativize(path).toString().replace('\\', '/');
                if (!name.equals("last-run.json")) {
                    files.put(name, Files.readString(path, StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }

    @Test
    void dayWithADeltaEqualsTheDayWithTheFullDropToTheByte() throws IOException {
        delta(LATER).toText().writeTo(folder.resolve("delta"));
        school().student("s3").enroll("s3", "c1", "student").toText().writeTo(folder.resolve("next"));
        CommandLine run = convert("delta", out, state, "--as-of", "2026-11-25");

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("members +1 -1");
        Path direct = folder.resolve("direct");
        assertThat(convert("next", direct, folder.resolve("other"), "--as-of", "2026-11-25")
                        .exitCode())
                .isZero();
        assertThat(texts(out)).isEqualTo(texts(direct));
        assertThat(texts(out).get("members.csv")).contains("s3").doesNotContain("s2");
    }

    /** The stored drop has deleted records, though it is full: the sender has not written them so. */
    @Test
    void recordsThatADeltaDeletesAreNoFaultOfTheSender() throws IOException {
        delta(LATER).toText().writeTo(folder.resolve("delta"));

        assertThat(new ObjectMapper()
                        .readTree(convert("delta", out, state, "--json").out())
                        .path("codes")
                        .has("bulk-with-status"))
                .isFalse();
    }

    /** A delta that is too old, and one after a rejected one: both are refused for what the state folder says. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void flippedBitOfTheStateIsReportedOrChangesNothing(boolean isAfterRejected) throws IOException {
        delta(isAfterRejected ? LATER : "2026-11-20T04:00:00Z").toText().writeTo(folder.resolve("delta"));
        if (isAfterRejected) {
            delta("2026-11-26T04:00:00Z").toText().writeTo(folder.resolve("broken"));
            Files.writeString(folder.resolve("broken/users.csv"), "\"", StandardOpenOption.APPEND);
            assertThat(convert("broken", out, state).exitCode()).isEqualTo(1);
        }
        Map<String, byte[]> sound = bytes(state);
        CommandLine refused = convert("delta", out, state, "--json");
        assertThat(refused.exitCode()).isEqualTo(1);
        String reasons = reasons(refused);
        Map<String, String> published = texts(out);
        List<String> names = sound.keySet().stream()
                .filter(name -> name.endsWith(".json") || name.endsWith("users.csv") || name.endsWith("users.jsonl"))
                .toList();
        Random random = new Random(4);
        int reported = 0;
        for (int i = 0; i < FLIPS; i++) {
            restore(sound);
            String name = names.get(i % names.size());
            byte[] bytes = sound.getOrDefault(name, new byte[0]).clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(state.resolve(name), bytes);
            CommandLine run = convert("delta", out, state, "--json");

            assertThat(texts(out)).as(name).isEqualTo(published);
            if (run.exitCode() == 4) {
                reported++;
                assertThat(run.err()).contains("damaged");
            } else {
                assertThat(reasons(run)).as(name).isEqualTo(reasons);
            }
        }
        assertThat(reported).isGreaterThan(FLIPS / 4);
    }

    private static String reasons(CommandLine run) throws IOException {
        return new ObjectMapper().readTree(run.out()).path("reasons").toString();
    }

    private static Map<String, byte[]> bytes(Path of) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(of)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(path);
                if (bytes.length > 0) {
                    files.put(of.relativize(path).toString(), bytes);
                }
            }
        }
        return files;
    }

    private void restore(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.createDirectories(state.resolve(file.getKey()).resolveSibling(""));
            Files.write(state.resolve(file.getKey()), file.getValue());
        }
    }

    /** As the version before wrote it: without a checksum. */
    @Test
    void stateOfTheVersionBeforeIsRead() throws IOException {
        for (Map.Entry<String, byte[]> file : bytes(state).entrySet()) {
            if (file.getKey().endsWith("state.json")) {
                ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(file.getValue());
                assertThat(tree.remove("checksum")).isNotNull();
                Files.writeString(state.resolve(file.getKey()), tree.toString());
            }
        }
        delta(LATER).toText().writeTo(folder.resolve("delta"));
        assertThat(convert("delta", out, state, "--as-of", "2026-11-25").exitCode())
                .isZero();
        assertThat(texts(out).get("members.csv")).contains("s3");
        assertThat(texts(state).get("generation-000000002/state.json")).contains("\"checksum\"");
    }

    @Test
    void secondDeltaIsAppliedToWhatTheFirstMade() throws IOException {
        delta(LATER).toText().writeTo(folder.resolve("delta"));
        convert("delta", out, state);
        Map<String, String> active = Map.of("status", "active", "dateLastModified", "2026-11-26T04:00:00Z");
        SchoolDrop.create()
                .student("s4", active)
                .enroll("s4", "c1", "student", with(active, "e5"))
                .manifest("file.users", "delta")
                .manifest("file.enrollments", "delta")
                .without("orgs.csv")
                .without("academicSessions.csv")
                .without("courses.csv")
                .without("classes.csv")
                .toText()
                .writeTo(folder.resolve("second"));

        assertThat(convert("second", out, state).exitCode()).isZero();
        assertThat(texts(out).get("members.csv")).contains("s1", "s3", "s4").doesNotContain("s2");
    }

    @Test
    void deltaTooOldIsRejectedAndTheStateStays() throws IOException {
        delta("2026-11-20T04:00:00Z").toText().writeTo(folder.resolve("old"));
        Map<String, String> before = texts(state);
        Map<String, String> published = texts(out);
        CommandLine run = convert("old", out, state, "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(run.out()).get("reasons").toString())
                .isEqualTo("[\"delta-too-old\"]");
        assertThat(withoutMark(texts(state))).isEqualTo(before);
        assertThat(texts(out)).isEqualTo(published);
    }

    @Test
    void sameDeltaTwiceIsTooOldTheSecondTime() {
        delta(LATER).toText().writeTo(folder.resolve("delta"));

        assertThat(convert("delta", out, state).exitCode()).isZero();
        assertThat(convert("delta", out, state).out()).startsWith("Rejected").contains("delta-too-old");
    }

    @Test
    void deltaWithoutAColumnIsRejectedAsItWouldBlankIt() throws IOException {
        delta(LATER).toText().writeTo(folder.resolve("delta"));
        Path users = folder.resolve("delta/users.csv");
        Files.writeString(users, Files.readString(users).replace("username", "metadata.login"));
        Map<String, String> before = texts(state);
        CommandLine run = convert("delta", out, state);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("missing-header").doesNotContain("delta-without-baseline");
        assertThat(withoutMark(texts(state))).isEqualTo(before);
    }

    /** All but the file that says that a delta was not published. */
    private static Map<String, String> withoutMark(Map<String, String> state) {
        Map<String, String> rest = new TreeMap<>(state);
        assertThat(rest.remove("unpublished-delta.json")).isNotNull();
        return rest;
    }

    /** What the delta said is missing from what later ones change. */
    @Test
    void deltaAfterOneThatWasNotPublishedIsRejectedUntilAFullDropComes() throws IOException {
        delta(LATER).toText().writeTo(folder.resolve("broken"));
        Path users = folder.resolve("broken/users.csv");
        Files.writeString(users, Files.readString(users).replace("username", "metadata.login"));
        delta(LATER).toText().writeTo(folder.resolve("delta"));

        assertThat(convert("broken", out, state).exitCode()).isEqualTo(1);
        CommandLine later = convert("delta", out, state, "--json");
        assertThat(later.exitCode()).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(later.out()).get("reasons").toString())
                .isEqualTo("[\"delta-without-baseline\"]");
        assertThat(convert("full", out, state).exitCode()).isZero();
        assertThat(convert("delta", out, state).exitCode()).isZero();
    }

    @Test
    void deltaWithoutAStoredFullDropIsRejected() throws IOException {
        delta(LATER).toText().writeTo(folder.resolve("delta"));
        CommandLine run = convert("delta", folder.resolve("none"), folder.resolve("empty"), "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(run.out()).get("reasons").toString())
                .contains("\"delta-without-baseline\"");
    }

    @Test
    void dryRunOfADeltaLeavesTheStateAsItIs() throws IOException {
        delta(LATER).toText().writeTo(folder.resolve("delta"));
        Map<String, String> before = texts(state);

        assertThat(convert("delta", out, state, "--dry-run").exitCode()).isZero();
        assertThat(texts(state)).isEqualTo(before);
    }

    /** What a run left that was killed belongs to it: it may be needed to finish a publication. */
    @Test
    void dryRunOfADeltaNeitherMindsNorChangesWhatAKilledRunLeft() throws IOException {
        delta(LATER).toText().writeTo(folder.resolve("delta"));
        Path left = Files.createDirectories(state.resolve("next/drop"));
        Files.writeString(left.resolve("users.csv"), "left");
        Files.writeString(Files.createDirectories(state.resolve("trial/drop")).resolve("users.csv"), "left");
        Map<String, String> before = texts(state);
        CommandLine run = convert("delta", out, state, "--dry-run");

        assertThat(run.out()).startsWith("Dry run");
        assertThat(run.exitCode()).isZero();
        assertThat(texts(state)).isEqualTo(before);
    }

    @Test
    void nextRunSweepsWhatAKilledDryRunLeft() throws IOException {
        delta(LATER).toText().writeTo(folder.resolve("delta"));
        Files.writeString(Files.createDirectories(state.resolve("trial/drop")).resolve("users.csv"), "left");

        assertThat(convert("delta", out, state).exitCode()).isZero();
        assertThat(state.resolve("trial")).doesNotExist();
    }

    @Test
    void damagedStoredDropIsToldInASentence() throws IOException {
        delta(LATER).toText().writeTo(folder.resolve("delta"));
        Files.writeString(state.resolve("generation-000000001/drop/users.csv"), "sourcedId\n");
        CommandLine run = convert("delta", out, state);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).contains("users.csv of the state folder is damaged");
    }
}
