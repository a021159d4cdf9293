package org.oneroster4j.importer.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.importer.config.ConfigException;
import org.oneroster4j.importer.config.ConfigFile;
import org.oneroster4j.importer.state.StateFolder;
import picocli.CommandLine.Option;

/** Which state folder is meant. picocli fills the fields; what was not given stays null. */
final class StateArguments {
    @Option(names = "--state", paramLabel = "DIR", description = "The state folder of the runs.")
    @Nullable
    Path state;

    @Option(names = "--config", paramLabel = "FILE", description = "The YAML file that names the state folder.")
    @Nullable
    Path config;

    /**
     * Returns the folder.
     *
     * @throws ConfigException when none is named, or no run has worked with it
     */
    Path folder() throws ConfigException, IOException {
        Path named = state;
        if (named == null && config != null) {
            named = ConfigFile.read(config).state();
        }
        if (named == null) {
            throw new ConfigException("--state (state): the folder that keeps the last published state, is missing.");
        }
        if (!StateFolder.isThere(named)) {
            throw new ConfigException("No run has worked with the state folder " + named + " yet.");
        }
        return named;
    }
}
