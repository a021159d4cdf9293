package org.oneroster4j.model;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What {@code manifest.csv} says of a drop: rows of a property and its value, read as a map because their order means
 * nothing.
 *
 * @param manifestVersion {@code manifest.version}, {@code 1.0} in version 1.1
 * @param oneRosterVersion {@code oneroster.version}, as written
 * @param files the mode of each file that the manifest names with a readable mode
 * @param unreadable the files that it names with a mode that nobody can read
 * @param sourceSystemName {@code source.systemName}, the system that wrote the drop
 * @param sourceSystemCode {@code source.systemCode}
 */
@Value.Builder
public record Manifest(
        Optional<@NotNull String> manifestVersion,
        Optional<@NotNull String> oneRosterVersion,
        Map<OneRosterFile, ImportMode> files,
        Set<OneRosterFile> unreadable,
        Optional<String> sourceSystemName,
        Optional<String> sourceSystemCode)
        implements WithManifest {

    /** Copies what could be changed from outside. */
    public Manifest {
        files = InOrder.copyOf(files);
        unreadable = Set.copyOf(unreadable);
    }

    /** Returns a builder; nothing is required. */
    public static ManifestBuilder builder() {
        return new ManifestBuilder();
    }

    /** Returns the mode of a file; {@link ImportMode#ABSENT} when the manifest does not name it. */
    public ImportMode mode(OneRosterFile file) {
        return files.getOrDefault(file, ImportMode.ABSENT);
    }

    @Override
    public String toString() {
        return "Manifest[oneroster.version=" + oneRosterVersion + ", files=" + files + "]";
    }
}
