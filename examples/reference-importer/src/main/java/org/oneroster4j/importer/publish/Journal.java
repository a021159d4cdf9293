package org.oneroster4j.importer.publish;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.disk.SmallJson;

/**
 * What a publication is about to put in place. From the moment that it is on the disk the publication counts as made: whoever
 * finds it finishes the publication, or undoes it where that is impossible.
 *
 * @param files the files that change, in the order in which they are put in place
 * @param state the folder that is renamed behind them; null without a state folder
 */
record Journal(
        @JsonProperty(required = true) List<Step> files,
        @JsonProperty @Nullable Renaming state) {
    /**
     * A file that changes.
     *
     * @param name its name in the output folder
     * @param before the SHA-256 of what is there; null when nothing is
     * @param after the SHA-256 of what is put in its place
     */
    record Step(
            @JsonProperty(required = true) String name,
            @JsonProperty @Nullable String before,
            @JsonProperty(required = true) String after) {}

    /**
     * A folder that gets its name in the last step.
     *
     * @param from its absolute path before
     * @param to its absolute path after
     */
    record Renaming(
            @JsonProperty(required = true) String from,
            @JsonProperty(required = true) String to) {
        static Renaming of(Path from, Path to) {
            return new Renaming(
                    from.toAbsolutePath().toString(), to.toAbsolutePath().toString());
        }
    }

    /** Writes it: whole, or not at all. */
    void write(Disk disk, Path file) throws IOException {
        SmallJson.write(disk, file, this);
    }

    /**
     * Reads it; absent when there is none.
     *
     * @throws IOException when it is damaged, as nothing but a damaged disk or somebody else makes it
     */
    static Optional<Journal> read(Path file) throws IOException {
        try {
            return SmallJson.read(file, Journal.class);
        } catch (SmallJson.DamagedException e) {
            throw new IOException(
                    "The journal of a publication " + file + " is damaged. Remove it, and convert again.", e);
        }
    }
}
