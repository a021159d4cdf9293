package org.oneroster4j.importer.arrival;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oneroster4j.model.OneRosterFile;

/**
 * What a drop folder holds at one moment.
 *
 * @param files the OneRoster files that count, by name; empty ones and those under the name of a transfer do not
 * @param transfers what is being uploaded under another name, and empty files: a change of it is a change of the drop
 * @param others how many other names there are, which nobody touches
 * @param troubles what is wrong with the folder: the name of a OneRoster file, or blank for the folder, with what it is
 */
public record Listing(Map<String, DropFile> files, Set<DropFile> transfers, int others, Map<String, Trouble> troubles) {
    /** Copies what could be changed from outside. */
    public Listing {
        files = Map.copyOf(files);
        transfers = Set.copyOf(transfers);
        troubles = Map.copyOf(troubles);
    }

    /** Tells whether a OneRoster file is there. */
    public boolean has(OneRosterFile file) {
        return name(file).isPresent();
    }

    /** Returns the name under which a OneRoster file is there; one of them when it is there twice. */
    Optional<String> name(OneRosterFile file) {
        return files.keySet().stream()
                .filter(name -> OneRosterFile.ofFileName(name).equals(Optional.of(file)))
                .min(String::compareTo);
    }

    /** Tells whether there is nothing of a drop. */
    public boolean isEmpty() {
        return files.isEmpty() && transfers.isEmpty() && troubles.isEmpty();
    }

    /** Returns the files in the order of their names. */
    List<DropFile> inOrder() {
        return files.values().stream()
                .sorted(Comparator.comparing(DropFile::name))
                .toList();
    }
}
