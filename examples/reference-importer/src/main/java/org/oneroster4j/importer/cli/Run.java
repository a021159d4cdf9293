package org.oneroster4j.importer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.UnknownSchoolException;
import org.oneroster4j.importer.config.ConfigException;
import org.oneroster4j.importer.config.ConfigFile;
import org.oneroster4j.importer.config.RunOptions;
import org.oneroster4j.importer.config.RunPlan;
import org.oneroster4j.importer.job.ImportJob;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.report.ConsoleSummary;
import org.oneroster4j.importer.report.ReportFolder;
import org.oneroster4j.importer.report.Summary;

/** What convert and check have in common: from options to an exit code. */
final class Run {
    /** The exit code for a mistake in the options (contract, section 3). */
    static final int USAGE = 2;

    /** The exit code for something that could not be read or written. */
    static final int FAILED = 4;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Clock clock;

    Run(PrintWriter out, PrintWriter err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /** A mistake of whoever calls, or an answer. */
    int run(RunOptions given, @Nullable Path config, RunPlan.Command command, Function<ImportJob, RunResult> step) {
        try {
            RunOptions options = config == null ? given : given.over(ConfigFile.read(config));
            RunPlan plan = RunPlan.of(options, command, LocalDate.now(clock));
            Optional<ReportFolder> report = plan.report().isPresent()
                    ? Optional.of(new ReportFolder(plan.report().get()))
                    : Optional.empty();
            RunResult result = step.apply(new ImportJob(plan.settings()));
            print(result, options.isJson());
            if (report.isPresent()) {
                report.get().write(result);
            }
            return result.exitCode();
        } catch (ConfigException | UnknownSchoolException e) {
            err.println(e.getMessage());
            return USAGE;
        } catch (IOException e) {
            err.println("The report or the configuration could not be read or written: "
                    + e.getClass().getSimpleName() + ": " + e.getMessage());
            return FAILED;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private void print(RunResult result, boolean json) {
        ConsoleSummary.lines(result).forEach(json ? err::println : out::println);
        if (json) {
            out.print(Summary.of(result).json());
        }
    }
}
