package org.oneroster4j.importer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.change.Changes;
import org.oneroster4j.impero.change.Published;
import org.oneroster4j.importer.config.ConfigException;
import org.oneroster4j.importer.config.ConfigFile;
import org.oneroster4j.importer.config.RunOptions;
import org.oneroster4j.importer.config.RunPlan;
import org.oneroster4j.importer.diff.ChangeTable;
import org.oneroster4j.importer.diff.Difference;
import org.oneroster4j.importer.diff.Side;
import org.oneroster4j.importer.disk.RealDisk;
import org.oneroster4j.importer.job.Looked;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.job.SchoolNames;
import org.oneroster4j.importer.report.ReportFolder;
import org.oneroster4j.importer.report.html.Compared;
import org.oneroster4j.importer.state.Generation;
import org.oneroster4j.importer.state.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells what would change in Impero. */
@Command(
        name = "diff",
        description = "Tells what would change in Impero from one drop to another, or from what was published last."
                + " It publishes nothing and leaves the state folder as it is.",
        footer = {
            "%nExamples:",
            "  What changed since yesterday?",
            "    ${ROOT-COMMAND-NAME} diff --drop YESTERDAY --drop TODAY --identity username",
            "  What would this drop change in what was published last, one by one?",
            "    ${ROOT-COMMAND-NAME} diff --drop DROP --state STATE --identity username --csv changes.csv",
            "  The same as a page to look at in a browser, school by school:",
            "    ${ROOT-COMMAND-NAME} diff --drop DROP --state STATE --identity username --report REPORT"
        },
        versionProvider = Main.Version.class,
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    private static final int COMPARED = 0;

    private final Clock clock;
    private final Terminal terminal;

    @Option(
            names = "--drop",
            paramLabel = "DIR",
            description =
                    "A drop, a folder or a zip. Twice: from the first to the second; once: from what --state has.")
    List<Path> drops = List.of();

    @Option(names = "--state", paramLabel = "DIR", description = "The folder that keeps what was published last.")
    @Nullable
    Path state;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write every single change there, a row each, in ids.")
    @Nullable
    Path csv;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write report.html there: what would change, school by school, to be looked at in a browser.")
    @Nullable
    Path report;

    @Mixin
    MappingArguments mapping = new MappingArguments();

    @Mixin
    TerminalArguments said = new TerminalArguments();

    @Spec
    CommandSpec spec = CommandSpec.create();

    DiffCommand(Clock clock, Terminal terminal) {
        this.clock = clock;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Run run = new Run(spec, clock, terminal, said);
        return run.guarded(() -> compare(run));
    }

    private int compare(Run run) throws ConfigException, IOException {
        RunOptions given = mapping.options().withAllowZip(true);
        RunOptions options = ConfigFile.under(given, mapping.config);
        List<Path> compared = drops.isEmpty() && options.drop() != null ? List.of(options.drop()) : drops;
        @Nullable Path folder = state == null && compared.size() == 1 ? options.state() : state;
        if (compared.size() != (folder == null ? 2 : 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "What is compared? Give --drop twice, or --drop once and --state for what was published last.");
        }
        List<RunPlan> plans = new ArrayList<>();
        for (Path drop : compared) {
            plans.add(RunPlan.of(
                    options.withDrop(drop).withState(null), RunPlan.Command.LOOK, LocalDate.now(options.in(clock))));
        }
        writesApart(compared, folder);
        Optional<ReportFolder> page = report == null ? Optional.empty() : Optional.of(new ReportFolder(report));
        return folder == null
                ? ofDrops(run, plans, page, options.isJson())
                : ofState(run, folder, plans.get(0), page, options.isJson());
    }

    private void writesApart(List<Path> compared, @Nullable Path folder) throws ConfigException {
        List<Path> read = new ArrayList<>(compared);
        if (folder != null) {
            read.add(folder);
        }
        if (csv != null) {
            RunPlan.refuseInside("--csv", csv, read);
        }
        if (report != null) {
            RunPlan.refuseInside("--report", report, read);
        }
    }

    /** One side, as it was published or would be. */
    private record Seen(Published published, Map<String, String> schoolNames) {}

    private int ofDrops(Run run, List<RunPlan> plans, Optional<ReportFolder> page, boolean json) throws IOException {
        Looked<Seen> before = look(run, plans.get(0));
        if (before.seen().isEmpty()) {
            return notCompared(before.run(), page);
        }
        Looked<Seen> after = look(run, plans.get(1));
        return compared(run, side(plans.get(0)), before.seen().get(), plans.get(1), after, page, json);
    }

    private int ofState(Run run, Path folder, RunPlan plan, Optional<ReportFolder> page, boolean json)
            throws ConfigException, IOException {
        if (!StateFolder.isThere(folder)) {
            throw new ConfigException("No run has worked with the state folder " + folder + " yet.");
        }
        Optional<Sides> sides = StateFolder.read(
                folder,
                new RealDisk(),
                state -> state.current().isPresent()
                        ? Optional.of(sides(run, state.current().get(), plan))
                        : Optional.empty());
        if (sides.isEmpty()) {
            throw new ConfigException("Nothing was published yet with the state folder " + folder
                    + ", so there is nothing to compare with.");
        }
        Published last = sides.get().last();
        Side from = new Side(folder.toString(), last.asOf().toString());
        return compared(
                run, from, new Seen(last, Map.of()), plan, run.told(sides.get().after()), page, json);
    }

    /** What was published last, and what a drop, applied to that where it is a delta, would publish. */
    private record Sides(Published last, Looked<Seen> after) {}

    private Sides sides(Run run, Generation last, RunPlan plan) throws IOException {
        return new Sides(last.published(), run.lookQuietly(plan, Optional.of(last), seeing(plan, Optional.of(last))));
    }

    private int compared(
            Run run,
            Side from,
            Seen before,
            RunPlan plan,
            Looked<Seen> after,
            Optional<ReportFolder> page,
            boolean json)
            throws IOException {
        if (after.seen().isEmpty()) {
            return notCompared(after.run(), page);
        }
        Seen seen = after.seen().get();
        Changes changes = Changes.between(before.published(), seen.published());
        Optional<String> table = Optional.ofNullable(csv).map(Path::toString);
        if (csv != null) {
            ChangeTable.write(csv, changes, plan.settings().showValues());
        }
        if (page.isPresent()) {
            Map<String, String> names = Compared.names(before.schoolNames(), seen.schoolNames());
            page.get().write(new Compared(from.toString(), side(plan).toString(), after.run(), changes, names, table));
        }
        Difference difference = Difference.of(from, side(plan), changes);
        run.print(
                paint -> difference.lines(
                        paint, table, page.map(ReportFolder::page).map(Path::toString)),
                json ? Optional.of(difference.json()) : Optional.empty(),
                COMPARED);
        return COMPARED;
    }

    /** What an earlier comparison wrote would be taken for the one that there is none of. */
    private static int notCompared(RunResult run, Optional<ReportFolder> page) throws IOException {
        if (page.isPresent()) {
            page.get().writePage(run);
        }
        return run.exitCode();
    }

    private Looked<Seen> look(Run run, RunPlan plan) {
        return run.look(plan, Optional.empty(), seeing(plan, Optional.empty()));
    }

    private Looked.Look<Seen> seeing(RunPlan plan, Optional<Generation> last) {
        MappingSettings settings = plan.settings().mapping().orElseThrow();
        return (drop, roster) ->
                new Seen(Published.of(roster, settings), report == null ? Map.of() : SchoolNames.of(drop, last));
    }

    private static Side side(RunPlan plan) {
        return new Side(
                plan.settings().drop().toString(), plan.settings().asOf().toString());
    }
}
