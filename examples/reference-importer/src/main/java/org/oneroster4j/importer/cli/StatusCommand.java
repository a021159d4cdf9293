package org.oneroster4j.importer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.oneroster4j.importer.disk.RealDisk;
import org.oneroster4j.importer.report.StateReport;
import org.oneroster4j.importer.state.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what the last run did. */
@Command(
        name = "status",
        description = "Tells how the last run ended, what was published last, and whether a run is held.",
        versionProvider = Main.Version.class,
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private static final int TOLD = 0;

    @Mixin
    StateArguments arguments = new StateArguments();

    @Option(names = "--json", description = "Print it as JSON, and nothing else.")
    boolean json;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return new Run(out, spec.commandLine().getErr(), Clock.systemUTC())
                .guarded(() -> tell(arguments.folder(), out));
    }

    private int tell(Path folder, PrintWriter out) throws IOException {
        try (StateFolder state = StateFolder.look(folder, new RealDisk())) {
            StateReport report = StateReport.of(state);
            if (json) {
                out.print(report.json());
            } else {
                report.lines().forEach(out::println);
            }
            return TOLD;
        }
    }
}
