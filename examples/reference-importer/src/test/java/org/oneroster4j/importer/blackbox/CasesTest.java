package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oneroster4j.testing.Corpus;

/** Small drops, rebuilt from public reports of broken exports: each has what is right in its {@code expect.json}. */
class CasesTest {
    private static final Path CASES = Corpus.beside("cases");
    private static final Path DELTAS = Corpus.beside("cases-delta");

    /** No name of a person may be in a message; of all of them an email is the easiest to see. */
    private static final Pattern EMAIL = Pattern.compile("[\\w.'-]+@[\\w.-]+");

    /** It counts the rows that were unreadable before the order of dates was a matter of the whole drop (contract, R1). */
    private static final Set<String> LEFT_OUT_OF_AN_EARLIER_CONTRACT = Set.of("44-day-first-dates");

    @TempDir
    Path folder;

    @BeforeAll
    static void casesAreThere() {
        assumeTrue(Files.isDirectory(CASES), () -> "SKIPPED: the cases are not at " + CASES);
    }

    static Stream<String> cases() throws IOException {
        if (!Files.isDirectory(CASES)) {
            return Stream.of("none");
        }
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders
                    .filter(Files::isDirectory)
                    .map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void caseGivesWhatIsRight(String name) throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(CASES.resolve(name).resolve("expect.json").toFile());
        Path drop = CASES.resolve(name).resolve(expected.path("drop").asText());
        List<String> identities =
                new ArrayList<>(List.of(expected.path("identity").asText()));
        identities.addAll(texts(expected.path("alsoIdentity")));
        for (String identity : identities) {
            convert(name, drop, identity, List.of(), expected);
        }
        if (!texts(expected.path("alsoArgs")).isEmpty()) {
            convert(name, drop, identities.get(0), texts(expected.path("alsoArgs")), expected);
        }
        check(drop, expected);
    }

    private void convert(String name, Path drop, String identity, List<String> more, JsonNode expected)
            throws IOException {
        Path out = folder.resolve("out-" + identity + more.size());
        List<Object> arguments =
                new ArrayList<>(List.of("convert", "--drop", drop, "--out", out, "--identity", identity, "--as-of"));
        arguments.add(expected.path("asOf").asText());
        arguments.add("--json");
        arguments.addAll(more);
        if (expected.path("allowZip").asBoolean()) {
            arguments.add("--allow-zip");
        }
        CommandLine run = CommandLine.run(arguments.toArray());
        JsonNode summary = new ObjectMapper().readTree(run.out());

        assertThat(run.exitCode()).as(run.out()).isIn(numbers(expected.path("convertExit")));
        if (run.exitCode() == 0) {
            assertCounts(summary.path("counts"), expected);
            assertFiles(out, expected);
        } else {
            assertThat(Conversion.bytesOf(out)).isEmpty();
        }
        if (run.exitCode() == 1 && !isNothing(expected.path("reasons"))) {
            List<List<String>> right = new ArrayList<>(List.of(sorted(expected.path("reasons"))));
            expected.path("altReasons").forEach(reasons -> right.add(sorted(reasons)));
            assertThat(sorted(summary.path("reasons"))).isIn(right);
        }
        if (!LEFT_OUT_OF_AN_EARLIER_CONTRACT.contains(name)) {
            expected.path("leftOut")
                    .properties()
                    .forEach(code -> assertThat(
                                    summary.path("leftOut").path(code.getKey()).asInt())
                            .as(code.getKey())
                            .isEqualTo(code.getValue().asInt()));
        }
        assertNothingPrivate(run.err());
    }

    private static void assertCounts(JsonNode counts, JsonNode expected) {
        if (!isNothing(expected.path("counts"))) {
            List<JsonNode> right = new ArrayList<>(List.of(expected.path("counts")));
            expected.path("alt").forEach(right::add);
            assertThat(counts).isIn(right);
        }
    }

    private static void assertFiles(Path out, JsonNode expected) throws IOException {
        Map<String, byte[]> bytes = Conversion.bytesOf(out);
        Map<String, String> files = Conversion.texts(bytes);
        expected.path("outContains")
                .properties()
                .forEach(file -> texts(file.getValue())
                        .forEach(text -> assertThat(files.getOrDefault(file.getKey(), ""))
                                .contains(text)));
        expected.path("outNotContains")
                .properties()
                .forEach(file -> texts(file.getValue())
                        .forEach(text -> assertThat(files.getOrDefault(file.getKey(), ""))
                                .doesNotContain(text)));
        for (JsonNode pair : expected.path("notAccess")) {
            assertThat(new Output(bytes).rows("access.csv"))
                    .noneMatch(row -> pair.get(0).asText().equals(row.get("groupId"))
                            && pair.get(1).asText().equals(row.get("userId")));
        }
    }

    private void check(Path drop, JsonNode expected) throws IOException {
        Path report = folder.resolve("report");
        CommandLine run = CommandLine.run("check", "--drop", drop, "--report", report, "--verbose");
        Map<String, String> reports = new TreeMap<>(Conversion.texts(Conversion.bytesOf(report)));
        String all = run.out() + run.err() + reports.getOrDefault("findings.csv", "");

        assertThat(run.exitCode()).as(run.out()).isIn(numbers(expected.path("checkExit")));
        for (String word : lowerCase(expected.path("said"))) {
            assertThat(all.toLowerCase(Locale.ROOT)).contains(word);
        }
        for (String word : lowerCase(expected.path("notSaid"))) {
            assertThat(all.toLowerCase(Locale.ROOT)).doesNotContain(word);
        }
        assertNothingPrivate(all);
        if (!isNothing(expected.path("checkWithIdentityExit"))) {
            CommandLine day = CommandLine.run(
                    "check",
                    "--drop",
                    drop,
                    "--identity",
                    expected.path("identity").asText(),
                    "--as-of",
                    expected.path("asOf").asText());
            assertThat(day.exitCode()).as(day.out()).isIn(numbers(expected.path("checkWithIdentityExit")));
        }
    }

    private static void assertNothingPrivate(String text) {
        assertThat(text).doesNotContainPattern(EMAIL).doesNotContain("Exception", "\tat ");
    }

    @Test
    void deltaThatLacksAColumnGivesNoAccess() throws IOException {
        assumeTrue(Files.isDirectory(DELTAS), () -> "SKIPPED: the deltas are not at " + DELTAS);
        for (String delta : List.of("d-column", "d-term", "d-dates")) {
            Path state = folder.resolve("state-" + delta);
            Path out = folder.resolve("out-" + delta);
            CommandLine full = convertDelta("full", "2026-02-08", out, state);
            Map<String, String> published = Conversion.texts(Conversion.bytesOf(out));
            CommandLine run = convertDelta(delta, "2026-02-10", out, state);

            assertThat(full.exitCode()).as(full.out()).isZero();
            assertThat(run.exitCode()).as(delta).isEqualTo(1);
            assertThat(texts(new ObjectMapper().readTree(run.out()).path("reasons")))
                    .as(delta)
                    .contains("missing-header");
            assertThat(Conversion.texts(Conversion.bytesOf(out))).isEqualTo(published);
        }
    }

    /** The page beside the deltas says that it is published; without its teacher the school has no access left. */
    @Test
    void teacherWhoseRoleIsNotKnownAnyMoreHasNoAccess() throws IOException {
        assumeTrue(Files.isDirectory(DELTAS), () -> "SKIPPED: the deltas are not at " + DELTAS);
        Path state = folder.resolve("state");
        Path out = folder.resolve("out");
        convertDelta("full", "2026-02-08", out, state);
        CommandLine run = convertDelta("d-role", "2026-02-10", out, state);
        JsonNode summary = new ObjectMapper().readTree(run.out());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(texts(summary.path("reasons"))).containsExactly("no-access");
        assertThat(summary.path("codes").path("delta-row-unreadable").asInt()).isPositive();
    }

    private static CommandLine convertDelta(String drop, String day, Path out, Path state) {
        return CommandLine.run(
                "convert",
                "--drop",
                DELTAS.resolve(drop),
                "--out",
                out,
                "--state",
                state,
                "--identity",
                "username",
                "--as-of",
                day,
                "--json");
    }

    private static boolean isNothing(JsonNode node) {
        return node instanceof MissingNode || node.isNull();
    }

    /** The texts of a list, or the one text that stands there in its place. */
    private static List<String> texts(JsonNode node) {
        if (isNothing(node)) {
            return List.of();
        }
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(node.asText());
    }

    private static List<Integer> numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
    }

    private static List<String> sorted(JsonNode list) {
        List<String> texts = new ArrayList<>(texts(list));
        Collections.sort(texts);
        return texts;
    }

    private static List<String> lowerCase(JsonNode list) {
        return texts(list).stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
    }
}
