package org.oneroster4j.importer.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.importer.config.RunOptions;
import picocli.CommandLine.Option;

/** The options that decide what a mapping makes of a drop. picocli fills the fields; what was not given stays null. */
final class MappingArguments {
    @Option(
            names = "--identity",
            paramLabel = "username|email",
            completionCandidates = Identities.class,
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
            names = "--school",
            paramLabel = "ID",
            description = "Only this school, or the schools below this org; sourcedId or identifier. Repeatable.")
    @Nullable
    List<String> school;

    @Option(
            names = "--show-values",
            description = "Show the values of cells too: names, usernames, emails. These are data of children.")
    @Nullable
    Boolean showValues;

    @Option(names = "--json", description = "Print JSON, and nothing else, on standard output.")
    @Nullable
    Boolean json;

    /** The words for an identity, for shells that complete them: those of the constants are others. */
    private static final class Identities implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Identity.values()).map(Identity::column).iterator();
        }
    }

    /** Returns what was given; the commands add what only they have. */
    RunOptions options() {
        return RunOptions.builder()
                .identity(identity)
                .asOf(asOf)
                .school(school)
                .showValues(showValues)
                .json(json)
                .build();
    }
}
