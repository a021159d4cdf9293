package org.oneroster4j.importer.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.importer.config.RunOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that the commands share. picocli fills the fields; what was not given stays null. */
final class RunArguments {
    @Mixin
    MappingArguments mapping = new MappingArguments();

    @Mixin
    TerminalArguments terminal = new TerminalArguments();

    @Option(
            names = "--drop",
            paramLabel = "DIR",
            description = "The folder with the OneRoster CSV files; for check and plan also a zip of them.")
    @Nullable
    Path drop;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Where report.html, summary.json and findings.csv go. Not the output folder.")
    @Nullable
    Path report;

    @Option(names = "--max-users", paramLabel = "N", description = "Users an Impero server takes. Default: 5000.")
    @Nullable
    Integer maxUsers;

    @Option(names = "--max-classes", paramLabel = "N", description = "Classes it takes. Default: 1200.")
    @Nullable
    Integer maxClasses;

    /** Returns what was given; the commands add what only they have. */
    RunOptions options() {
        return mapping.options()
                .withDrop(drop)
                .withReport(report)
                .withMaxUsers(maxUsers)
                .withMaxClasses(maxClasses);
    }
}
