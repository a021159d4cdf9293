package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.testing.SchoolDrop;

/** How the commands speak to a person at a terminal, and to a file. */
class TerminalTest {
    private static final String ESCAPE = "\u001B[";
    private static final Path SAMPLE = Path.of("sample-drop");
    private static final TypedAt TERMINAL = new TypedAt(true, true, true);

    @TempDir
    Path folder;

    private Path drop;

    @BeforeEach
    void drop() {
        drop = folder.resolve("drop");
        SchoolDrop.create()
                .school("1")
                .teacher("t1")
                .student("s1")
                .schoolClass("c1")
                .enroll("t1", "c1", "teacher")
                .enroll("s1", "c1", "student")
                .toText()
                .writeTo(drop);
    }

    private Object[] convert(Object... more) {
        return Stream.concat(
                        Stream.of("convert", "--drop", drop, "--out", folder.resolve("out"), "--identity", "username"),
                        Stream.of(more))
                .toArray();
    }

    /** Rows enough to be read in many pieces. */
    private void enlarge() throws IOException {
        Path users = drop.resolve("users.csv");
        List<String> lines = Files.readAllLines(users);
        String last = lines.get(lines.size() - 1);
        StringBuilder more = new StringBuilder(Files.readString(users));
        for (int i = 0; i < 20_000; i++) {
            more.append(last.replace("s1", "x" + i)).append("\r\n");
        }
        Files.writeString(users, more);
    }

    @Test
    void barWithShareRateAndTimeLeftIsThereWhileAFileIsReadAndGoneAfterwards() throws IOException {
        enlarge();
        CommandLine run = TERMINAL.run(convert());
        List<String> drawn = List.of(run.err().split("\r"));

        assertThat(drawn)
                .anyMatch(line -> line.matches("users.csv +\\[#*-+\\] +[0-9]+ %  [0-9.]+ [kM]?B/s  .* left *"));
        assertThat(drawn).allMatch(line -> line.length() < 80);
        assertThat(drawn.get(drawn.size() - 1)).isBlank();
        assertThat(run.err()).doesNotContain("\n");
        assertThat(run.out()).contains("Published");
    }

    @Test
    void awayFromATerminalThereIsNoBarNorColourAndALineForEachFileOnlyWhenAskedFor() throws IOException {
        enlarge();
        CommandLine plain = CommandLine.run(convert());
        CommandLine verbose = CommandLine.run(convert("--verbose"));

        assertThat(plain.err()).isEmpty();
        assertThat(plain.out()).doesNotContain(ESCAPE);
        assertThat(verbose.err()).doesNotContain("\r").doesNotContain(ESCAPE);
        assertThat(verbose.err().lines())
                .filteredOn(line -> line.matches("users.csv: [0-9.]+ MB in [0-9.]+ s.*"))
                .hasSize(1);
        assertThat(verbose.err().lines().map(line -> line.replaceAll(":.*", "")))
                .doesNotHaveDuplicates()
                .contains("classes.csv", "enrollments.csv");
    }

    @Test
    void coloursAreAddedToTheSameWords() {
        CommandLine coloured = TERMINAL.run(convert());
        CommandLine plain = CommandLine.run(convert());
        CommandLine intoAFile = new TypedAt(false, true, true).run(convert());
        CommandLine refused = new TypedAt(true, true, false).run(convert());

        assertThat(coloured.out()).contains(ESCAPE);
        assertThat(coloured.out().replaceAll("\u001B\\[[0-9]+m", "")).isEqualTo(plain.out());
        assertThat(intoAFile.out()).isEqualTo(plain.out());
        assertThat(refused.out()).isEqualTo(plain.out());
    }

    @Test
    void jsonStaysAloneAndUnpaintedAtATerminal() {
        CommandLine run = TERMINAL.run(convert("--json", "--dry-run"));
        CommandLine plain = CommandLine.run(convert("--json", "--dry-run"));

        assertThat(run.out()).startsWith("{").doesNotContain(ESCAPE).isEqualTo(plain.out());
    }

    @Test
    void quietSaysNothingUnlessSomethingIsWrong() throws IOException {
        CommandLine good = TERMINAL.run(convert("--quiet"));
        Files.delete(drop.resolve("users.csv"));
        CommandLine bad = CommandLine.run(convert("--quiet"));

        assertThat(good.out() + good.err()).isEmpty();
        assertThat(good.exitCode()).isZero();
        assertThat(bad.out()).isEmpty();
        assertThat(bad.err()).startsWith("Rejected").contains("required-file-missing");
        assertThat(bad.exitCode()).isEqualTo(1);
    }

    @Test
    void summaryHasAtMostTwentyLinesWithTheNextStepAndVerboseHasMore() {
        CommandLine run = CommandLine.run("check", "--drop", SAMPLE, "--identity", "username", "--as-of", "2026-10-15");
        CommandLine more = CommandLine.run(
                "check", "--drop", SAMPLE, "--identity", "username", "--as-of", "2026-10-15", "--verbose");

        assertThat(run.out().lines().count()).isLessThanOrEqualTo(20);
        assertThat(run.out()).containsOnlyOnce("Next: mend the first of these in the export, then check again.");
        assertThat(more.out().lines().count()).isGreaterThan(20);
    }

    @Test
    void nextStepFitsTheVerdict() throws IOException {
        Path report = folder.resolve("report");
        String out = folder.resolve("out").toString();

        assertThat(CommandLine.run(convert()).out()).contains("Next: let Impero import from " + out + ".");
        assertThat(CommandLine.run(convert("--dry-run")).out())
                .contains("Next: run the same command without --dry-run");
        assertThat(CommandLine.run("check", "--drop", SAMPLE, "--report", report)
                        .out())
                .contains("To look at: " + report.resolve("report.html") + ".");
        assertThat(CommandLine.run(convert("--report", report)).out())
                .contains(
                        "Next: let Impero import from " + out + ". To look at: " + report.resolve("report.html") + ".");
        Files.delete(drop.resolve("classes.csv"));
        assertThat(CommandLine.run(convert()).out())
                .contains("Next: mend the first of these")
                .contains("What was published before stays.")
                .doesNotContain("report.html");
        assertThat(CommandLine.run(convert("--report", report)).out())
                .contains("What was published before stays. To look at: " + report.resolve("report.html") + ".");
    }

    @Test
    void heldRunNamesTheSchoolThatIsGoneAndThePageAndHasAtMostTwentyLines() {
        Path state = folder.resolve("state");
        Path report = folder.resolve("report");
        TwoSchools.both().toText().writeTo(drop);
        CommandLine.run(convert("--state", state));
        TwoSchools.first().toText().writeTo(drop);
        CommandLine run = CommandLine.run(convert("--state", state, "--report", report));

        assertThat(run.out())
                .startsWith("Held")
                .contains("Nothing would be left of school 2 (Westfield High).")
                .contains("Next: look at " + report.resolve("report.html") + ".");
        assertThat(run.out().lines().count()).isLessThanOrEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "convert",
                "check",
                "explain",
                "diff",
                "plan",
                "watch",
                "status",
                "approve",
                "config",
                "anonymise",
                "completion"
            })
    void helpOfEachCommandHasExamplesThatFitATerminal(String command) {
        CommandLine run = CommandLine.run(command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Examples:").contains(command);
        assertThat(run.out().lines().filter(line -> line.contains("importer " + command)))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(run.out()).doesNotContain("${");
    }

    @ParameterizedTest
    @ValueSource(strings = {"convert", "check", "explain", "diff", "completion"})
    void everyOptionStandsOnThePageOfSettings(String command) throws IOException {
        String page = Files.readString(Path.of("SETTINGS.md"));
        List<String> options = Pattern.compile("--[a-z-]+")
                .matcher(CommandLine.run(command, "--help").out().replaceAll("(?s)Examples:.*", ""))
                .results()
                .map(MatchResult::group)
                .distinct()
                .filter(option -> !List.of("--help", "--version", "--config").contains(option))
                .toList();

        assertThat(options).isNotEmpty().allMatch(option -> page.contains("`" + option + "`"));
    }

    @Test
    void mistakeIsASentenceAndNotThePagesOfTheHelp() {
        CommandLine run = CommandLine.run("convert", "--drpo", drop);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--drpo").contains("--drop").contains("See reference-importer convert --help.");
        assertThat(run.err().lines().count()).isLessThanOrEqualTo(4);
    }
}
