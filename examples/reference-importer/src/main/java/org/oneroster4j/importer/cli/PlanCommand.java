package org.oneroster4j.importer.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.plan.EarlierPlan;
import org.oneroster4j.importer.config.EarlierPlanFile;
import org.oneroster4j.importer.config.RunPlan;
import org.oneroster4j.importer.job.PlanRequest;
import org.oneroster4j.importer.job.PlanResult;
import org.oneroster4j.importer.report.PlanJobs;
import org.oneroster4j.importer.report.PlanSummary;
import org.oneroster4j.importer.report.PlanTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shares the schools of a drop out over Impero servers. */
@Command(
        name = "plan",
        description = "Shares the schools of a drop out over Impero servers, so that none is above the caps.",
        footer = {
            "%nExamples:",
            "  How many servers, and which school where?",
            "    ${ROOT-COMMAND-NAME} plan --drop DROP --identity username",
            "  The jobs for the configuration of watch:",
            "    ${ROOT-COMMAND-NAME} plan --drop DROP --identity username --jobs"
        },
        versionProvider = Main.Version.class,
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    private final Clock clock;
    private final Terminal terminal;

    @Mixin
    RunArguments arguments = new RunArguments();

    @Option(names = "--servers", paramLabel = "N", description = "How many servers. Default: the fewest that suffice.")
    @Nullable
    Integer servers;

    @Option(
            names = "--previous",
            paramLabel = "FILE",
            description = "What plan --json printed before. Schools stay where it has them unless a cap forces a move.")
    @Nullable
    Path previous;

    @Option(names = "--jobs", description = "Print the jobs of a configuration file, one for each server.")
    boolean jobs;

    @Spec
    CommandSpec spec = CommandSpec.create();

    PlanCommand(Clock clock, Terminal terminal) {
        this.clock = clock;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (servers != null && servers < 1) {
            throw new ParameterException(spec.commandLine(), "--servers is below 1: " + servers);
        }
        if (jobs && arguments.mapping.json != null && arguments.mapping.json) {
            throw new ParameterException(
                    spec.commandLine(), "--json and --jobs both want standard output: choose one.");
        }
        Run run = new Run(spec, clock, terminal, arguments.terminal);
        return run.guarded(() -> {
            EarlierPlan earlier = previous == null ? EarlierPlan.NONE : EarlierPlanFile.read(previous);
            OptionalInt count = servers == null ? OptionalInt.empty() : OptionalInt.of(servers);
            PlanRequest request = new PlanRequest(count, earlier);
            return run.run(
                    arguments.options().withAllowZip(true),
                    arguments.mapping.config,
                    RunPlan.Command.PLAN,
                    job -> job.plan(request),
                    PlanResult::run,
                    (result, report, json) -> print(run, result, json));
        });
    }

    private void print(Run run, PlanResult result, boolean json) {
        Optional<String> forPrograms = jobs
                ? Optional.of(PlanJobs.yaml(result))
                : json ? Optional.of(PlanSummary.of(result).json()) : Optional.empty();
        run.print(
                paint -> PlanTable.lines(result, paint),
                forPrograms,
                result.run().exitCode());
    }
}
