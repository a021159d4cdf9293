package org.oneroster4j.importer.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.ConsoleStaff;
import org.oneroster4j.impero.EmptyGroups;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.NameTemplate;
import org.oneroster4j.impero.layout.LayoutProfile;
import org.oneroster4j.importer.job.JobSettings;

/**
 * Options made complete and checked as a whole.
 *
 * @param settings what the run is to do
 * @param report where its report goes; absent when none is asked for
 */
public record RunPlan(JobSettings settings, Optional<Path> report) {

    /** What is to be done, as far as it decides which options are needed. */
    public enum Command {
        /** Needs a drop, an output folder and an identity. */
        CONVERT,
        /** Needs a drop. */
        CHECK,
        /** Needs a drop and an identity. */
        PLAN
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
            problems.add("--identity (identity) is missing: username or email, as in the SIS settings of the Impero"
                    + " server. There is no default, because the wrong one leaves everybody out.");
        }
        atLeastOne(options.maxUsers(), "--max-users (maxUsers)", problems);
        atLeastOne(options.maxClasses(), "--max-classes (maxClasses)", problems);
        Optional<Path> out = Optional.ofNullable(options.out()).filter(path -> converts);
        Optional<Path> report = Optional.ofNullable(options.report());
        if (options.drop() != null) {
            out.ifPresent(path -> apart(drop, path, "The drop", "the output folder", problems));
            report.ifPresent(path -> apart(drop, path, "The drop", "the report folder", problems));
        }
        if (out.isPresent() && report.isPresent()) {
            apart(out.get(), report.get(), "The output folder", "the report folder", problems);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(String.join(System.lineSeparator(), problems));
        }
        LocalDate asOf = Optional.ofNullable(options.asOf()).orElse(today);
        Optional<MappingSettings> mapping = mapping(options, asOf);
        boolean allowZip = Optional.ofNullable(options.allowZip()).orElse(false);
        boolean showValues = Optional.ofNullable(options.showValues()).orElse(false);
        boolean dryRun = Optional.ofNullable(options.dryRun()).orElse(false);
        return new RunPlan(
                new JobSettings(drop, out, mapping, asOf, LayoutProfile.REFERENCE, dryRun, allowZip, showValues),
                report);
    }

    private static Optional<MappingSettings> mapping(RunOptions options, LocalDate asOf) {
        return Optional.ofNullable(options.identity())
                .map(identity -> new MappingSettings(
                        identity,
                        asOf,
                        Optional.ofNullable(options.school()).orElse(List.of()),
                        Optional.ofNullable(options.maxUsers()).orElse(MappingSettings.DEFAULT_MAX_USERS),
                        Optional.ofNullable(options.maxClasses()).orElse(MappingSettings.DEFAULT_MAX_CLASSES),
                        Optional.ofNullable(options.emptyGroups()).orElse(EmptyGroups.LEAVE_OUT),
                        Optional.ofNullable(options.consoleStaff()).orElse(ConsoleStaff.ALL),
                        Optional.ofNullable(options.nameTemplate()).orElse(NameTemplate.DEFAULT)));
    }

    private static Path needed(@Nullable Path path, String option, List<String> problems) {
        if (path == null) {
            problems.add(option + ", is missing.");
            return Path.of("");
        }
        return path;
    }

    private static void atLeastOne(@Nullable Integer cap, String option, List<String> problems) {
        if (cap != null && cap < 1) {
            problems.add(option + " is below 1: " + cap);
        }
    }

    /** A folder that is another, or lies in it, would be read, written or emptied as both. */
    private static void apart(Path a, Path b, String nameOfA, String nameOfB, List<String> problems) {
        Path first = real(a);
        Path second = real(b);
        if (first.startsWith(second) || second.startsWith(first)) {
            problems.add(
                    nameOfA + " and " + nameOfB + " are the same folder, or one lies in the other: " + a + ", " + b);
        }
    }

    /** The real path as far as it exists, so that links do not hide that two folders are one. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path there = absolute;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            return there.toRealPath().resolve(there.relativize(absolute)).normalize();
        } catch (IOException e) {
            // It vanished, or may not be looked at: whoever reads or writes there will say so.
            return absolute;
        }
    }
}
