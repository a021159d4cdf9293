package org.oneroster4j.importer.report;

import java.nio.file.Path;
import java.util.Optional;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.model.finding.Severity;

/** What whoever ran a command does next. */
final class NextStep {
    private NextStep() {}

    /** Returns it in a sentence; absent where another line says it already, or there is nothing to do. */
    static Optional<String> of(RunResult run, Optional<Path> report) {
        return switch (run.state()) {
            case PUBLISHED ->
                Optional.of(
                        "let Impero import from " + run.settings().out().orElseThrow() + "." + mending(run, report));
            case DRY_RUN -> Optional.of("run the same command without --dry-run to publish it." + mending(run, report));
            case REJECTED -> rejected(run, report);
            case FAILED -> Optional.of("put that right, then run the same command again.");
            case CHECKED -> checked(run, report);
            // How a held run is released is told with it.
            case HELD -> report.map(folder -> "look at " + ReportFolder.page(folder) + ".");
            // A plan has its own lines; whoever looks has what they looked for.
            case PLANNED, LOOKED -> Optional.empty();
        };
    }

    private static Optional<String> rejected(RunResult run, Optional<Path> report) {
        boolean isOfSchools = run.settings().out().isEmpty() && run.reasons().isEmpty();
        return isOfSchools
                ? Optional.empty()
                : Optional.of("mend the first of these in the export, then run the same command again."
                        + (run.settings().out().isPresent() ? " What was published before stays." : "")
                        + page(report));
    }

    private static Optional<String> checked(RunResult run, Optional<Path> report) {
        if (run.findings().count(Severity.ERROR) > 0) {
            return Optional.of("mend the first of these in the export, then check again." + list(report));
        }
        return Optional.of("convert it." + (run.findings().codes().isEmpty() ? page(report) : list(report)));
    }

    private static String mending(RunResult run, Optional<Path> report) {
        return run.findings().count(Severity.ERROR) > 0 ? " Then mend the errors." + list(report) : page(report);
    }

    /** The page, or how to have the findings where there is none. */
    private static String list(Optional<Path> report) {
        return report.isPresent() ? page(report) : " --report DIR lists all findings.";
    }

    private static String page(Optional<Path> report) {
        return report.map(folder -> " To look at: " + ReportFolder.page(folder) + ".")
                .orElse("");
    }
}
