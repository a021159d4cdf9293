package org.oneroster4j.importer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.UnknownSchoolException;
import org.oneroster4j.importer.config.ConfigException;
import org.oneroster4j.importer.config.ConfigFile;
import org.oneroster4j.importer.config.RunOptions;
import org.oneroster4j.importer.config.RunPlan;
import org.oneroster4j.importer.disk.RealDisk;
import org.oneroster4j.importer.job.ImportJob;
import org.oneroster4j.importer.job.Looked;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.report.ConsoleSummary;
import org.oneroster4j.importer.report.Paint;
import org.oneroster4j.importer.report.ReportFolder;
import org.oneroster4j.importer.report.Summary;
import org.oneroster4j.importer.state.Generation;
import org.oneroster4j.importer.state.StateException;
import picocli.CommandLine.Model.CommandSpec;

/** What the commands have in common: from options to an exit code. */
final class Run {
    /** The exit code for a mistake in the options (contract, section 3). */
    static final int USAGE = 2;

    /** The exit code for something that could not be read or written. */
    static final int FAILED = 4;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Clock clock;
    private final Terminal terminal;
    private final TerminalArguments said;

    Run(PrintWriter out, PrintWriter err, Clock clock) {
        this(out, err, clock, Terminal.NONE, new TerminalArguments());
    }

    /** A run that reads drops, and shows how far it is. */
    Run(CommandSpec spec, Clock clock, Terminal terminal, TerminalArguments said) {
        this(spec.commandLine().getOut(), spec.commandLine().getErr(), clock, terminal, said);
        said.check(spec);
    }

    private Run(PrintWriter out, PrintWriter err, Clock clock, Terminal terminal, TerminalArguments said) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.terminal = terminal;
        this.said = said;
    }

    interface Work {
        int exitCode() throws ConfigException, IOException;
    }

    /** How a result is printed; for people, or as JSON alone on standard output. */
    interface Printing<R> {
        void print(R result, Optional<Path> report, boolean json);
    }

    /** A mistake of whoever calls, or an answer. */
    int run(RunOptions given, @Nullable Path config, RunPlan.Command command, Function<ImportJob, RunResult> step) {
        return guarded(() -> run(given, config, command, step, result -> result, this::print));
    }

    /**
     * From options to an exit code, for a step with a result of its own.
     *
     * @param run the run in a result
     */
    <R> int run(
            RunOptions given,
            @Nullable Path config,
            RunPlan.Command command,
            Function<ImportJob, R> step,
            Function<R, RunResult> run,
            Printing<R> printing)
            throws ConfigException, IOException {
        RunOptions options = ConfigFile.under(given, config);
        RunPlan plan = RunPlan.of(options, command, LocalDate.now(options.in(clock)));
        Optional<ReportFolder> report = plan.report().isPresent()
                ? Optional.of(new ReportFolder(plan.report().get()))
                : Optional.empty();
        R result = watched(plan, step);
        printing.print(result, plan.report(), options.isJson());
        if (report.isPresent()) {
            report.get().write(run.apply(result));
        }
        return run.apply(result).exitCode();
    }

    /**
     * Looks at what the mapping makes of a drop; says why when there is nothing to see.
     *
     * @param last what a delta is applied to; absent when there is nothing
     */
    <V> Looked<V> look(RunPlan plan, Optional<Generation> last, Looked.Look<V> look) {
        return told(lookQuietly(plan, last, look));
    }

    /** Looks as {@link #look} does, and says nothing. */
    <V> Looked<V> lookQuietly(RunPlan plan, Optional<Generation> last, Looked.Look<V> look) {
        return watched(plan, job -> job.look(last, look));
    }

    /** Says why there is nothing to see. */
    <V> Looked<V> told(Looked<V> looked) {
        if (looked.seen().isEmpty()) {
            ConsoleSummary.lines(looked.run(), terminal.paintOfErr(), Optional.empty(), said.verbose)
                    .forEach(err::println);
        }
        return looked;
    }

    private <R> R watched(RunPlan plan, Function<ImportJob, R> step) {
        if (said.quiet || (!terminal.isErr() && !said.verbose)) {
            return step.apply(new ImportJob(plan.settings(), clock, new RealDisk()));
        }
        Progress progress = new Progress(SafePrinter.unfiltered(err), terminal, said.verbose);
        try {
            return step.apply(new ImportJob(plan.settings(), clock, new RealDisk(), Optional.of(progress)));
        } finally {
            progress.end();
        }
    }

    /** Says what is wrong with the call, or with the medium of what comes with it. */
    int guarded(Work work) {
        try {
            return work.exitCode();
        } catch (ConfigException | UnknownSchoolException e) {
            err.println(e.getMessage());
            return USAGE;
        } catch (StateException e) {
            err.println(e.getMessage());
            return FAILED;
        } catch (IOException e) {
            err.println("The report or the configuration could not be read or written: "
                    + e.getClass().getSimpleName() + ": " + e.getMessage());
            return FAILED;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private void print(RunResult result, Optional<Path> report, boolean json) {
        print(
                paint -> ConsoleSummary.lines(result, paint, report, said.verbose),
                json ? Optional.of(Summary.of(result).json()) : Optional.empty(),
                result.exitCode());
    }

    /**
     * Prints lines for people; with a text for programs, that is alone on standard output.
     *
     * @param lines makes the lines, painted as they are to be
     */
    void print(Function<Paint, List<String>> lines, Optional<String> json, int exitCode) {
        boolean toErr = said.quiet || json.isPresent();
        if (!said.quiet || exitCode != 0) {
            lines.apply(toErr ? terminal.paintOfErr() : terminal.paintOfOut())
                    .forEach(toErr ? err::println : out::println);
        }
        json.ifPresent(out::print);
    }
}
