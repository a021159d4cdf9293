package org.oneroster4j.importer.job;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.OneRosterFile;

/** Columns that OneRoster does not know, by number: where a header is missing, the first row may be that of a person. */
final class UnknownColumns {
    private UnknownColumns() {}

    /** Returns the numbers, the first being 1. Columns of the sender's own are not among them. */
    static List<Integer> of(OneRosterDrop drop, OneRosterFile file) {
        Set<String> known = new HashSet<>();
        RosterFile.all().stream()
                .filter(description -> description.file() == file)
                .forEach(description -> known.addAll(description.header()));
        List<String> header = drop.header(file);
        List<Integer> unknown = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            boolean isOwn = name.toLowerCase(Locale.ROOT).startsWith("metadata.");
            if (!name.isEmpty() && !isOwn && !known.contains(name)) {
                unknown.add(i + 1);
            }
        }
        return unknown;
    }
}
