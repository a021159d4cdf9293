package org.oneroster4j.importer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.oneroster4j.importer.config.ConfigException;
import org.oneroster4j.importer.disk.RealDisk;
import org.oneroster4j.importer.report.ChangeLines;
import org.oneroster4j.importer.service.Service;
import org.oneroster4j.importer.state.ApprovedRun;
import org.oneroster4j.importer.state.HeldRun;
import org.oneroster4j.importer.state.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Releases a held run, once. */
@Command(
        name = "approve",
        description =
                "Approves the run that a brake holds. It is published then, once: by the service at its next look,"
                        + " or by whoever converts the same drop again.",
        footer = {
            "%nExamples:",
            "  Releases the held run, then publishes it:",
            "    ${ROOT-COMMAND-NAME} approve --state STATE",
            "    ${ROOT-COMMAND-NAME} convert --drop DROP --out IMPERO --identity username --state STATE"
        },
        versionProvider = Main.Version.class,
        mixinStandardHelpOptions = true)
final class ApproveCommand implements Callable<Integer> {
    private static final int APPROVED = 0;

    private final Clock clock;

    @Mixin
    StateArguments arguments = new StateArguments();

    @Spec
    CommandSpec spec = CommandSpec.create();

    ApproveCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return new Run(out, spec.commandLine().getErr(), clock).guarded(() -> approve(arguments.folder(), out));
    }

    /**
     * The state folder is not locked, as a run may work with it for minutes: an approval is for one run and one publication, and
     * is void wherever that run finds another.
     */
    private int approve(Path folder, PrintWriter out) throws ConfigException, IOException {
        try (StateFolder state = StateFolder.look(folder, new RealDisk())) {
            Optional<HeldRun> held = state.held();
            if (held.isEmpty()) {
                throw new ConfigException(
                        "No run is held in the state folder " + folder + ": there is nothing to approve.");
            }
            HeldRun run = held.get();
            String now = clock.instant().toString();
            state.approve(new ApprovedRun(run.fingerprint(), run.edition(), run.asOf(), now));
            out.println("Approved: run " + ChangeLines.shown(run.fingerprint()) + ", held at " + run.time() + " (as of "
                    + run.asOf() + ").");
            run.reasons().forEach(reason -> out.println("  " + reason.code() + ": " + reason.message()));
            out.println("Changes: " + ChangeLines.inWords(run.changes()) + ".");
            out.println(
                    Service.statusOf(folder).isPresent()
                            ? "The service converts it at its next look, within seconds: it is published, once."
                            : "Convert the same drop with the same settings again: it is published, once.");
            return APPROVED;
        }
    }
}
