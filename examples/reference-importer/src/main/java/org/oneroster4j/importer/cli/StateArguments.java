package org.oneroster4j.importer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.importer.config.ConfigException;
import org.oneroster4j.importer.config.ConfigFile;
import org.oneroster4j.importer.config.JobPlan;
import org.oneroster4j.importer.config.WatchConfig;
import org.oneroster4j.importer.state.StateFolder;
import picocli.CommandLine.Option;

/** Which state folders are meant. picocli fills the fields; what was not given stays null. */
final class StateArguments {
    @Option(names = "--state", paramLabel = "DIR", description = "The state folder of the runs.")
    @Nullable
    Path state;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The YAML file that names the state folder; for the jobs of a service, that of watch.")
    @Nullable
    Path config;

    @Option(names = "--job", paramLabel = "NAME", description = "Of several jobs of a service, this one.")
    @Nullable
    String job;

    /**
     * A state folder.
     *
     * @param job the name of the job of a service; absent without one
     */
    record Named(Optional<String> job, Path folder) {}

    /**
     * Returns the folders: those of all jobs, unless one is named.
     *
     * @throws ConfigException when none is named, or no run has worked with the only one
     */
    List<Named> folders() throws ConfigException, IOException {
        if (state == null && config != null && WatchConfig.isAt(config)) {
            List<JobPlan> jobs = WatchConfig.read(config).jobs();
            List<Named> named = jobs.stream()
                    .filter(plan -> job == null || plan.name().equals(job))
                    .map(plan -> new Named(
                            Optional.of(plan.name()),
                            Optional.ofNullable(plan.options().state()).orElseThrow()))
                    .toList();
            if (named.isEmpty()) {
                throw new ConfigException("--job: there is no job of that name. There are "
                        + jobs.stream().map(JobPlan::name).collect(Collectors.joining(", ")) + ".");
            }
            return named;
        }
        return List.of(new Named(Optional.empty(), single()));
    }

    /**
     * Returns the only folder.
     *
     * @throws ConfigException when there are several, too
     */
    Path folder() throws ConfigException, IOException {
        List<Named> folders = folders();
        if (folders.size() > 1) {
            throw new ConfigException("--job: which one? There are "
                    + folders.stream().map(named -> named.job().orElse("")).collect(Collectors.joining(", ")) + ".");
        }
        return used(folders.get(0).folder());
    }

    private Path single() throws ConfigException, IOException {
        Path named = state;
        if (named == null && config != null) {
            named = ConfigFile.read(config).state();
        }
        if (named == null) {
            throw new ConfigException("--state (state): the folder that keeps the last published state, is missing.");
        }
        return used(named);
    }

    private static Path used(Path folder) throws ConfigException {
        if (!StateFolder.isThere(folder)) {
            throw new ConfigException("No run has worked with the state folder " + folder + " yet.");
        }
        return folder;
    }
}
