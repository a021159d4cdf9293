package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.importer.config.ConfigException;
import org.oneroster4j.importer.config.WatchConfig;

/** The command that prints a configuration to begin with. */
class ConfigCommandTest {
    @TempDir
    Path folder;

    @Test
    void whatItPrintsCanBeRead() throws IOException, ConfigException {
        CommandLine run = CommandLine.run("config");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(WatchConfig.read(Files.writeString(folder.resolve("watch.yaml"), run.out()))
                        .jobs())
                .hasSize(1);
    }

    @Test
    void itIsNamedToThoseWhoNameNoCommand() {
        CommandLine run = CommandLine.run();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Which command?", " config,");
    }
}
