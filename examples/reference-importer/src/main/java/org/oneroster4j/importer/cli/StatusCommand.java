package org.oneroster4j.importer.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.importer.config.ConfigException;
import org.oneroster4j.importer.disk.RealDisk;
import org.oneroster4j.importer.report.Json;
import org.oneroster4j.importer.report.StateReport;
import org.oneroster4j.importer.service.JobStatus;
import org.oneroster4j.importer.service.Service;
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
        footer = {"%nExamples:", "  What did the last run do?", "    ${ROOT-COMMAND-NAME} status --state STATE"},
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
        return new Run(out, spec.commandLine().getErr(), Clock.systemUTC()).guarded(() -> tell(out));
    }

    private int tell(PrintWriter out) throws ConfigException, IOException {
        List<StateArguments.Named> folders = arguments.folders();
        if (folders.get(0).job().isEmpty()) {
            StateReport report = report(folders.get(0).folder());
            if (json) {
                out.print(report.json());
            } else {
                report.lines().forEach(out::println);
            }
            return TOLD;
        }
        List<JobReport> jobs = new ArrayList<>();
        for (StateArguments.Named named : folders) {
            jobs.add(job(named));
        }
        if (json) {
            out.print(Json.text(jobs));
        } else {
            jobs.forEach(job -> job.lines().forEach(out::println));
        }
        return TOLD;
    }

    private static StateReport report(Path folder) throws IOException {
        return StateFolder.read(folder, new RealDisk(), StateReport::of);
    }

    private static JobReport job(StateArguments.Named named) throws IOException {
        Optional<JobStatus> service = Service.statusOf(named.folder());
        return new JobReport(named.job().orElseThrow(), service.orElse(null), report(named.folder()));
    }

    /**
     * What is known of a job of a service.
     *
     * @param service how the service says that it is; null before it has run
     * @param runs what the state folder says
     */
    record JobReport(
            @JsonProperty String name,
            @JsonProperty @Nullable JobStatus service,
            @JsonProperty StateReport runs) {
        List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add(name + ":" + (service == null ? " the service has not run yet." : ""));
            if (service != null) {
                lines.add("  " + service.state() + " at " + service.time()
                        + (service.detail() == null ? "." : ": " + service.detail()));
                lines.add("  Next check: " + service.nextCheck() + ". If that is long ago, the service does not run.");
                if (service.usersPercent() != null) {
                    lines.add("  Of the caps used: users " + service.usersPercent() + " %, classes "
                            + service.classesPercent() + " %.");
                }
                if (service.late()) {
                    lines.add("  Nothing was published for two of the usual intervals.");
                }
            }
            runs.lines("the service publishes it at its next look").forEach(line -> lines.add("  " + line));
            return lines;
        }
    }
}
