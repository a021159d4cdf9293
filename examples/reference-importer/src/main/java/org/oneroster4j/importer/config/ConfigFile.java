package org.oneroster4j.importer.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a configuration file: YAML, whose keys are the components of {@link RunOptions}. Relative paths in it are
 * understood from the folder of the file, because a service does not know where it was started.
 */
public final class ConfigFile {
    private ConfigFile() {}

    /**
     * Returns options, and where they are missing those of a file.
     *
     * @param file null where there is none
     * @throws ConfigException as {@link #read} does
     * @throws IOException when the file cannot be read
     */
    public static RunOptions under(RunOptions given, @Nullable Path file) throws ConfigException, IOException {
        return file == null ? given : given.over(read(file));
    }

    /**
     * Reads a file.
     *
     * @throws ConfigException when a key is unknown or twice, or a value is not what its key takes, with the line; values
     *     that a constraint of the settings forbids are told all at once
     * @throws IOException when the file cannot be read
     */
    public static RunOptions read(Path file) throws ConfigException, IOException {
        YamlFile yaml = new YamlFile(file, "The configuration file");
        if (yaml.root().isEmpty()) {
            return RunOptions.NONE;
        }
        try {
            // From the tree, in which scalars are as they are written: 007 and null are ids.
            @Nullable
            RunOptions options =
                    OptionsBinding.reader().readValue(Section.json(yaml.root().get()));
            Path folder = file.toAbsolutePath().getParent();
            if (options == null || folder == null) {
                return RunOptions.NONE;
            }
            SortedMap<String, String> problems = MappingOptions.problems(options);
            problems.putAll(BrakeOptions.problems(options));
            refuse(problems, yaml);
            return options.from(folder);
        } catch (JsonMappingException e) {
            throw new ConfigException(
                    yaml.place(OptionsBinding.pointer(e)) + OptionsBinding.key(e) + OptionsBinding.problem(e));
        } catch (JacksonException e) {
            throw yaml.notYaml(e);
        }
    }

    private static void refuse(SortedMap<String, String> problems, YamlFile yaml) throws ConfigException {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems.entrySet().stream()
                    .sorted(Comparator.comparing(problem -> yaml.number("/" + problem.getKey())))
                    .map(problem ->
                            yaml.place("/" + problem.getKey()) + problem.getKey() + " " + problem.getValue() + ".")
                    .collect(Collectors.joining(System.lineSeparator())));
        }
    }
}
