package org.oneroster4j.importer.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that is wrong with a YAML file, to be told at once in the order of its lines. For one thread. */
final class Problems {
    /** What is wrong with a part of the file. */
    private record Problem(String pointer, String sentence) {}

    private final @Nullable YamlFile yaml;
    private final List<Problem> problems = new ArrayList<>();

    /** Starts without any; without a file, no lines are told. */
    Problems(@Nullable YamlFile yaml) {
        this.yaml = yaml;
    }

    /**
     * Takes what is wrong with a part of the file.
     *
     * @param pointer the path to the part, which need not be there
     * @param sentence the whole sentence
     */
    void tell(String pointer, String sentence) {
        problems.add(new Problem(pointer, sentence));
    }

    /** Tells all that was taken, each thing once. */
    void refuse() throws ConfigException {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems.stream()
                    .sorted(Comparator.comparing(problem -> number(problem.pointer())))
                    .map(problem -> place(problem.pointer()) + problem.sentence())
                    .distinct()
                    .collect(Collectors.joining(System.lineSeparator())));
        }
    }

    private int number(String pointer) {
        return yaml == null ? 0 : yaml.number(pointer);
    }

    private String place(String pointer) {
        return yaml == null ? "" : yaml.place(pointer);
    }
}
