package org.oneroster4j.importer.arrival;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.disk.SmallJson;

/**
 * What is remembered of a taken drop: the file {@code drop.json} next to its files, which is moved with them.
 *
 * @param number its position in the order in which drops were taken
 * @param begun how many conversions of it were begun and did not end by themselves, since the last one that did
 */
record TakenDrop(
        @JsonProperty(required = true) int number,
        @JsonProperty(required = true) int begun) {
    private static final String FILE = "drop.json";

    /** Reads what is remembered of a drop; absent when nothing is. */
    static Optional<TakenDrop> read(Path drop) throws IOException {
        return SmallJson.read(drop.resolve(FILE), TakenDrop.class);
    }

    void write(Disk disk, Path drop) throws IOException {
        SmallJson.write(disk, drop.resolve(FILE), this);
    }
}
