package org.oneroster4j.importer.config;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the settings of a {@link WatchPlan} stand in its file. Immutable. */
public final class Places {
    /** For a plan that does not come from a file. */
    public static final Places NONE = new Places(null);

    private final @Nullable YamlFile yaml;

    Places(@Nullable YamlFile yaml) {
        this.yaml = yaml;
    }

    /** Starts to collect what is wrong. */
    Problems problems() {
        return new Problems(yaml);
    }

    /** Returns the file. */
    Optional<Path> file() {
        return yaml == null ? Optional.empty() : Optional.of(yaml.file());
    }

    /** Returns the path to a key of a job: its own, or the default at the top. */
    String pointer(int job, String key) {
        String own = "/jobs/" + job + "/" + key;
        return yaml == null || yaml.has(own) ? own : "/" + key;
    }
}
