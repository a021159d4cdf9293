package org.oneroster4j.csv.delta;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.oneroster4j.model.OneRosterFile;

/**
 * What applying a delta came to.
 *
 * @param files the counts of each data file that the last full drop or the delta has
 * @param at of when the result is, to go with it as the next {@link Baseline}: the newest date of change in the delta, else
 *     that of the last full drop; absent when there was none and nothing in the delta is dated, as in a drop of full files
 */
public record Applied(Map<OneRosterFile, FileCounts> files, Optional<Instant> at) {
    /** Copies what could be changed from outside. */
    public Applied {
        Map<OneRosterFile, FileCounts> copy = new EnumMap<>(OneRosterFile.class);
        copy.putAll(files);
        files = Collections.unmodifiableMap(copy);
    }

    /** Returns the counts of a file; noughts when neither drop has it. */
    public FileCounts of(OneRosterFile file) {
        return files.getOrDefault(file, new FileCounts(0, 0, 0, 0, 0, 0));
    }
}
