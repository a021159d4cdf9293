package org.oneroster4j.importer.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.importer.config.RunPlan;
import org.oneroster4j.importer.job.ImportJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One run: read, map, check, publish. */
@Command(
        name = "convert",
        description = "Converts a drop into the files that Impero imports.",
        footer = {
            "%nExamples:",
            "  Publishes into the folder that Impero imports from:",
            "    ${ROOT-COMMAND-NAME} convert --drop DROP --out IMPERO --identity username",
            "  Looks first, and says what would change since the last time:",
            "    ${ROOT-COMMAND-NAME} convert --drop DROP --out IMPERO --identity email --state STATE --dry-run"
        },
        versionProvider = Main.Version.class,
        mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
    private final Clock clock;
    private final Terminal terminal;

    @Mixin
    RunArguments arguments = new RunArguments();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder that Impero imports from. Nothing but the files of the layout is written there.")
    @Nullable
    Path out;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "The folder that keeps what was published last. With it, deltas are applied to the last full drop,"
                            + " and a run that changes more than a normal day does is held, see STATE.md.")
    @Nullable
    Path state;

    @Option(
            names = "--layout",
            paramLabel = "NAME|FILE",
            description = "Which files to write: reference (default), lanschool, or a YAML file, see LAYOUTS.md.")
    @Nullable
    String layout;

    @Option(names = "--allow-zip", description = "Take a zip as the drop too. Impero wants the files unzipped.")
    @Nullable
    Boolean allowZip;

    @Option(names = "--dry-run", description = "Do all but publish.")
    @Nullable
    Boolean dryRun;

    @Spec
    CommandSpec spec = CommandSpec.create();

    ConvertCommand(Clock clock, Terminal terminal) {
        this.clock = clock;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new Run(spec, clock, terminal, arguments.terminal)
                .run(
                        arguments
                                .options()
                                .withOut(out)
                                .withState(state)
                                .withLayout(layout)
                                .withDryRun(dryRun)
                                .withAllowZip(allowZip),
                        arguments.mapping.config,
                        RunPlan.Command.CONVERT,
                        ImportJob::convert);
    }
}
