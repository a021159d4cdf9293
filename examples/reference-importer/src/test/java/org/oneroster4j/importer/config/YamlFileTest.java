package org.oneroster4j.importer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is YAML and is not read is refused, as it would be taken for something else, in each file that is YAML. */
class YamlFileTest {
    @TempDir
    Path folder;

    private interface Reader {
        Object read(Path file) throws ConfigException, IOException;
    }

    private static final List<Reader> READERS = List.of(ConfigFile::read, WatchConfig::read, LayoutYaml::read);

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file.yaml"), text.replace("|", "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "out: &place one|state: *place# line 2, column 8: an alias (*place) is not read. Write the value itself.",
                "school: [&a '1', *a]# line 1, column 18: an alias (*a) is not read. Write the value itself.",
                "a: &a [x, x]|b: &b [*a, *a]|c: [*b, *b]# line 2, column 8: an alias (*a) is not read. Write the value itself.",
                "*all# line 1, column 1: an alias (*all) is not read. Write the value itself.",
                "jobs:|  - &one|    name: a|  - <<: *one|    name: b"
                        + "# line 4, column 5: a merge key (<<) is not read. Write the keys themselves.",
                "<<: {out: one}# line 1, column 1: a merge key (<<) is not read. Write the keys themselves.",
                "state: !env STATE_FOLDER# line 1, column 8: a tag (!env) is not read. Write the value without it.",
                "!settings {out: one}# line 1, column 1: a tag (!settings) is not read. Write the value without it.",
                "out: !!binary aGk=# line 1, column 6: a tag (!tag:yaml.org,2002:binary) is not read."
                        + " Write the value without it.",
                "out: one|---|state: two# line 3, column 1: a second document (---) is not read. Write all settings in one."
            })
    void whatIsNotReadIsRefused(String text, String message) throws IOException {
        Path file = file(text);

        for (Reader reader : READERS) {
            assertThatThrownBy(() -> reader.read(file))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage(file + "," + message.replaceFirst("^ ?", " "));
        }
    }

    @Test
    void aliasAsAKeyIsRefused() throws IOException {
        Path file = file("&k out: one|*k : two");

        for (Reader reader : READERS) {
            assertThatThrownBy(() -> reader.read(file))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageStartingWith(file + ", line 2: ");
        }
    }

    @Test
    void anchorsQuotedStarsAndTagsOfYamlAreRead() throws IOException, ConfigException {
        RunOptions options = ConfigFile.read(file("---|school: [&a '*1', !!str 007, \"<<\"]|maxUsers: !!int 5|...|"));

        assertThat(options.school()).containsExactlyInAnyOrder("*1", "007", "<<");
        assertThat(options.maxUsers()).isEqualTo(5);
    }
}
