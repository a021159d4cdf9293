package org.oneroster4j.csv.anonymise;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an anonymiser did. It has no text of the drop in it, names of files aside.
 *
 * @param files the names of the files that were written, in order
 * @param replaced how many cells of each file are written otherwise than they stood there, by column; of a column that the
 *     specification does not know, its place
 * @param idsOfPeople how many cells of ids are equal to a text of a person, such as a username, and were kept all the same
 * @param otherFiles how many files are no files of OneRoster and were not copied
 */
public record Anonymised(
        List<String> files, Map<String, Map<String, Long>> replaced, long idsOfPeople, int otherFiles) {

    /** Copies what could be changed from outside. */
    public Anonymised {
        files = List.copyOf(files);
        Map<String, Map<String, Long>> copy = new LinkedHashMap<>();
        replaced.forEach((file, columns) -> copy.put(file, Collections.unmodifiableMap(new LinkedHashMap<>(columns))));
        replaced = Collections.unmodifiableMap(copy);
    }

    /** Returns how many cells were replaced in all. */
    public long cells() {
        return replaced.values().stream()
                .flatMap(columns -> columns.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }
}
