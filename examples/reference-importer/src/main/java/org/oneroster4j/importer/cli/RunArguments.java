package org.oneroster4j.importer.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.importer.config.RunOptions;
import picocli.CommandLine.Option;

/** The options that the commands share. picocli fills the fields; what was not given stays null. */
final class RunArguments {
    @Option(
            names = "--drop",
            paramLabel = "DIR",
            description = "The folder with the OneRoster CSV files; for check and plan also a zip of them.")
    @Nullable
    Path drop;

    @Option(
            names = "--identity",
            paramLabel = "username|email",
            description = "What Impero recognises people by: username (Windows, Mac) or email (ChromeOS).")
    @Nullable
    Identity identity;

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", description = "The day to convert for. Default: today.")
    @Nullable
    LocalDate asOf;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A YAML file with these options in camelCase as keys, and the settings of the mapping, see"
                    + " SETTINGS.md. What is given here wins.")
    @Nullable
    Path config;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Where summary.json and findings.csv go. Not the output folder.")
    @Nullable
    Path report;

    @Option(
            names = "--school",
            paramLabel = "ID",
            description = "Only this school, or the schools below this org; sourcedId or identifier. Repeatable.")
    @Nullable
    List<String> school;

    @Option(names = "--max-users", paramLabel = "N", description = "Users an Impero server takes. Default: 5000.")
    @Nullable
    Integer maxUsers;

    @Option(names = "--max-classes", paramLabel = "N", description = "Classes it takes. Default: 1200.")
    @Nullable
    Integer maxClasses;

    @Option(
            names = "--show-values",
            description = "Show in findings the values they are about. These are data of children.")
    @Nullable
    Boolean showValues;

    @Option(names = "--json", description = "Print the summary as JSON, and nothing else, on standard output.")
    @Nullable
    Boolean json;

    /** Returns what was given; the commands add what only they have. */
    RunOptions options() {
        return RunOptions.builder()
                .drop(drop)
                .identity(identity)
                .asOf(asOf)
                .report(report)
                .school(school)
                .maxUsers(maxUsers)
                .maxClasses(maxClasses)
                .showValues(showValues)
                .json(json)
                .build();
    }
}
