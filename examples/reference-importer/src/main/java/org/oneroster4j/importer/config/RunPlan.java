package org.oneroster4j.importer.config;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.layout.LayoutProfile;
import org.oneroster4j.importer.job.JobSettings;
import org.oneroster4j.importer.job.StateSettings;

/**
 * Options made complete and checked as a whole.
 *
 * @param settings what the run is to do
 * @param report where its report goes; absent when none is asked for
 */
public record RunPlan(JobSettings settings, Optional<Path> report) {

    /** What is said, behind its name, where no identity is given. */
    static final String NO_IDENTITY =
            "is missing: username or email, as in the SIS settings of the Impero server. There is"
                    + " no default, because the wrong one leaves everybody out.";

    /** What settings of the mapping are called on the command line, those that can be given there. */
    private static final Map<String, String> OPTIONS = Map.of(
            "maxUsers", "--max-users (maxUsers)",
            "maxClasses", "--max-classes (maxClasses)");

    /** What is to be done, as far as it decides which options are needed. */
    public enum Command {
        /** Needs a drop, an output folder and an identity. */
        CONVERT,
        /** Needs a drop. */
        CHECK,
        /** Needs a drop and an identity. */
        PLAN,
        /** Needs a drop and an identity, and writes no report. */
        LOOK
    }

    /**
     * Checks options.
     *
     * @param today the day when none is given
     * @throws ConfigException with everything that is wrong, a line each
     */
    public static RunPlan of(RunOptions options, Command command, LocalDate today) throws ConfigException {
        List<String> problems = new ArrayList<>();
        boolean converts = command == Command.CONVERT;
        Path drop = needed(options.drop(), "--drop (drop): the folder with the OneRoster CSV files", problems);
        if (converts) {
            needed(options.out(), "--out (out): the folder that Impero imports from", problems);
        }
        if (command != Command.CHECK && options.identity() == null) {
            problems.add("--identity (identity) " + NO_IDENTITY);
        }
        MappingOptions.problems(options)
                .forEach((key, problem) -> problems.add(OPTIONS.getOrDefault(key, key) + " " + problem + "."));
        BrakeOptions.problems(options).forEach((key, problem) -> problems.add(key + " " + problem + "."));
        Optional<Path> out = Optional.ofNullable(options.out()).filter(path -> converts);
        Optional<Path> report = Optional.ofNullable(options.report()).filter(path -> command != Command.LOOK);
        Optional<Path> state = Optional.ofNullable(options.state()).filter(path -> converts);
        Map<String, Path> folders = new LinkedHashMap<>();
        Optional.ofNullable(options.drop()).ifPresent(path -> folders.put("The drop", path));
        out.ifPresent(path -> folders.put("The output folder", path));
        report.ifPresent(path -> folders.put("The report folder", path));
        state.ifPresent(path -> folders.put("The state folder", path));
        apart(folders, problems);
        LayoutProfile layout = converts
                ? LayoutOption.find(options.layout(), "--layout (layout): ", problems)
                : LayoutProfile.REFERENCE;
        Set<String> exclude = ExcludeFile.entries(options, problems);
        if (!problems.isEmpty()) {
            throw new ConfigException(String.join(System.lineSeparator(), problems));
        }
        LocalDate asOf = Optional.ofNullable(options.asOf()).orElse(today);
        Optional<MappingSettings> mapping = Optional.ofNullable(options.identity())
                .map(identity -> MappingOptions.settings(options, exclude, identity, asOf));
        boolean allowZip = Optional.ofNullable(options.allowZip()).orElse(false);
        boolean showValues = Optional.ofNullable(options.showValues()).orElse(false);
        boolean dryRun = Optional.ofNullable(options.dryRun()).orElse(false);
        Optional<StateSettings> compared =
                state.map(folder -> new StateSettings(folder, BrakeOptions.settings(options), options.asOf() != null));
        return new RunPlan(
                new JobSettings(
                        drop,
                        out,
                        mapping,
                        asOf,
                        layout,
                        dryRun,
                        allowZip,
                        showValues,
                        compared,
                        MappingOptions.rows(options),
                        MappingOptions.withoutColumns(options),
                        options.asOf() != null),
                report);
    }

    private static Path needed(@Nullable Path path, String option, List<String> problems) {
        if (path == null) {
            problems.add(option + ", is missing.");
            return Path.of("");
        }
        return path;
    }

    /**
     * Refuses what would be written into a folder that is read.
     *
     * @throws ConfigException when it lies in one, or is one
     */
    public static void refuseInside(String option, Path place, List<Path> read) throws ConfigException {
        for (Path folder : read) {
            if (Folders.overlap(place, folder)) {
                throw new ConfigException(option + " " + place + " lies in " + folder
                        + ", which is only read. Choose a place somewhere else.");
            }
        }
    }

    private static void apart(Map<String, Path> folders, List<String> problems) {
        List<String> names = List.copyOf(folders.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                Path a = Objects.requireNonNull(folders.get(names.get(i)));
                Path b = Objects.requireNonNull(folders.get(names.get(j)));
                if (Folders.overlap(a, b)) {
                    problems.add(names.get(i) + " and " + names.get(j).replace("The ", "the ")
                            + " are the same folder, or one lies in the other: " + a + ", " + b);
                }
            }
        }
    }
}
