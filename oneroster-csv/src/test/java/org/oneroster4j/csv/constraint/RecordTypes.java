package org.oneroster4j.csv.constraint;

import java.util.List;
import java.util.stream.Stream;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.Manifest;
import org.oneroster4j.model.RosterRecord;

/** The types that stand for files. */
final class RecordTypes {
    private RecordTypes() {}

    /** The type of each data file. */
    static List<Class<? extends RosterRecord>> ofData() {
        return RosterFile.all().stream()
                .<Class<? extends RosterRecord>>map(RosterFile::recordType)
                .toList();
    }

    /** The type of each of the 14 files. */
    static Stream<Class<?>> all() {
        return Stream.concat(ofData().stream(), Stream.of(Manifest.class));
    }
}
