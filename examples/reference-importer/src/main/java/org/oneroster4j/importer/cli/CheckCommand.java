package org.oneroster4j.importer.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.oneroster4j.importer.config.RunPlan;
import org.oneroster4j.importer.job.ImportJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads and reports all findings of all files. */
@Command(
        name = "check",
        description =
                "Reads a drop and reports all that is wrong with it. With --identity also what would be left out, and with --as-of too whether it would be published on that day.",
        footer = {
            "%nExamples:",
            "  Is today's drop all right, whatever Impero makes of it?",
            "    ${ROOT-COMMAND-NAME} check --drop DROP --report REPORT",
            "  And who would be left out?",
            "    ${ROOT-COMMAND-NAME} check --drop DROP --identity username",
            "  And would it be published on that day?",
            "    ${ROOT-COMMAND-NAME} check --drop DROP --identity username --as-of 2026-10-15"
        },
        versionProvider = Main.Version.class,
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Clock clock;
    private final Terminal terminal;

    @Mixin
    RunArguments arguments = new RunArguments();

    @Spec
    CommandSpec spec = CommandSpec.create();

    CheckCommand(Clock clock, Terminal terminal) {
        this.clock = clock;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new Run(spec, clock, terminal, arguments.terminal)
                .run(
                        arguments.options().withAllowZip(true),
                        arguments.mapping.config,
                        RunPlan.Command.CHECK,
                        ImportJob::check);
    }
}
