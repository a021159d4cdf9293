package org.oneroster4j.benchmarks.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.oneroster4j.benchmarks.drop.DropSize;
import org.oneroster4j.benchmarks.job.ChildMain;
import org.oneroster4j.benchmarks.job.Contender;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The program: {@code java -jar benchmarks.jar}. Makes its drops, runs every contender once in each round, one after the
 * other so that what disturbs the machine disturbs them alike, and prints what must be reached beside what was measured.
 */
@Command(
        name = "benchmarks",
        description = "Measures whole jobs side by side, each in a Java process of its own.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Benchmarks implements Callable<Integer> {
    /** What is measured although no line of the table asks for it. */
    private static final List<String> FOR_COMPARISON =
            List.of("raw", "fastcsv-raw", "typed-validated", "convert", "commons-csv-convert", "jackson-convert");

    private static final List<String> OWN =
            List.of("typed-enrollments", "typed", "typed-validated", "convert", "check");
    private static final List<String> NOT_FROM_HERE = List.of("raw", "raw-all", "convert", "check");

    @Option(
            names = "--size",
            defaultValue = "medium",
            description = "The drop: small (5,000 users), medium (100,000 students) or state (600,000, about 1 GB)."
                    + " Default: ${DEFAULT-VALUE}.")
    private DropSize size = DropSize.MEDIUM;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "How often each contender runs. Default: ${DEFAULT-VALUE}.")
    private int rounds = 5;

    @Option(
            names = "--only",
            split = ",",
            description =
                    "Only these lines of the table: typed, typed-jackson, convert, duckdb-ordered, duckdb-any, check,"
                            + " heap, heap-any, heap-check, growth, growth-heap, start, validation.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--heap",
            description = "Search the smallest heaps too, which takes long; --only heap does it alone.")
    private boolean heap;

    @Option(
            names = "--importer",
            defaultValue = "examples/reference-importer/target/reference-importer.jar",
            description = "The jar that is measured. Default: ${DEFAULT-VALUE}.")
    private Path importer = Path.of("reference-importer.jar");

    @Option(
            names = "--work",
            defaultValue = "target/benchmarks",
            description = "Keeps the drops from run to run, logs and results. Default: ${DEFAULT-VALUE}.")
    private Path work = Path.of("target", "benchmarks");

    @Option(names = "--java-option", description = "An option of Java's for every process.")
    private List<String> javaOptions = new ArrayList<>();

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final Measured measured = new Measured();

    private Benchmarks() {}

    /** Runs it. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOverwrittenOptionsAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws IOException {
        List<Goal> goals = goals();
        if (!Files.isRegularFile(importer)) {
            throw new IllegalArgumentException("There is no " + importer + ": build it first");
        }
        Arena arena = new Arena(work.toAbsolutePath(), importer.toAbsolutePath(), javaOptions);
        List<Trial> trials = trials(goals);
        for (Trial trial : trials) {
            arena.prepare(trial);
        }
        for (int round = 1; round <= rounds; round++) {
            for (Trial trial : trials) {
                Cost cost = arena.run(trial);
                measured.add(trial, cost);
                System.err.printf("round %d: %s %.2f s, processor %.2f s%n", round, trial, cost.seconds(), cost.user());
            }
        }
        searchHeaps(arena, goals);
        print(arena, goals);
        return 0;
    }

    private List<Goal> goals() {
        List<Goal> all = Goal.all(size);
        for (String key : only) {
            if (all.stream().noneMatch(goal -> goal.key().equals(key))) {
                throw new IllegalArgumentException("There is no line " + key);
            }
        }
        return only.isEmpty()
                ? all
                : all.stream().filter(goal -> only.contains(goal.key())).toList();
    }

    /** Each once, in the order of the table; what was not built is left out and said to be. */
    private List<Trial> trials(List<Goal> goals) {
        Set<Trial> asked = new LinkedHashSet<>();
        if (only.isEmpty()) {
            FOR_COMPARISON.forEach(name -> asked.add(Trial.of(name, size)));
        }
        goals.stream().filter(goal -> !goal.isHeap()).forEach(goal -> asked.addAll(goal.trials()));
        Set<String> built = ChildMain.all().stream().map(Contender::name).collect(Collectors.toSet());
        built.addAll(NOT_FROM_HERE);
        asked.stream()
                .filter(trial -> !built.contains(trial.contender()))
                .forEach(trial -> System.err.println(trial.contender() + " is left out: build with -Pbench"));
        return asked.stream().filter(trial -> built.contains(trial.contender())).toList();
    }

    private void searchHeaps(Arena arena, List<Goal> goals) throws IOException {
        if (!heap && only.isEmpty()) {
            return;
        }
        Set<Trial> asked = new LinkedHashSet<>();
        goals.stream().filter(Goal::isHeap).forEach(goal -> asked.addAll(goal.trials()));
        for (Trial trial : asked) {
            arena.prepare(trial);
            int megabytes = new HeapSearch(arena).megabytes(trial);
            measured.addHeap(trial, megabytes);
            System.err.println("heap: " + trial + " " + megabytes + " MB");
        }
    }

    private void print(Arena arena, List<Goal> goals) throws IOException {
        List<Trial> ofSize =
                measured.trials().stream().filter(trial -> trial.size() == size).toList();
        Trial raw = Trial.of("raw", size);
        Report report = new Report(measured);
        StringBuilder text = new StringBuilder(report.goals(goals));
        if (!ofSize.isEmpty()) {
            text.append('\n').append(report.costs(ofSize, raw, arena.bytes(ofSize.get(0))));
        }
        out.print(text);
        out.flush();
        Files.writeString(work.resolve("result.md"), text);
        List<Chart.Bar> bars = ofSize.stream()
                .filter(trial -> !trial.contender().endsWith("-enrollments"))
                .map(trial -> new Chart.Bar(
                        trial.contender(),
                        measured.ratio(trial, raw, Cost::seconds).orElse(0),
                        OWN.contains(trial.contender())))
                .filter(bar -> bar.value() > 0)
                .toList();
        if (!bars.isEmpty()) {
            Files.writeString(
                    work.resolve("chart.svg"), Chart.svg("Time, raw Univocity on the three big files = 1", bars));
        }
    }
}
