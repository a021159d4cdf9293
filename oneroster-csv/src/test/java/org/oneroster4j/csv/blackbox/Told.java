package org.oneroster4j.csv.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.oneroster4j.csv.DropCheck;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.Profile;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.RecordReader;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.Finding;

/** All that is told of a drop when one of its files is checked and read, repairs too, in one line each, sorted. */
final class Told {
    /** How a drop is looked at. */
    interface Way {
        List<String> told(Path folder, RosterFile<?> file, Profile profile);
    }

    private Told() {}

    /** What the check and the rows give. */
    static List<String> of(Path folder, RosterFile<?> file, Profile profile) {
        return of(folder, file, profile, true);
    }

    /** What the rows alone give. */
    static List<String> ofRows(Path folder, RosterFile<?> file, Profile profile) {
        return of(folder, file, profile, false);
    }

    private static List<String> of(Path folder, RosterFile<?> file, Profile profile, boolean check) {
        // Low limits: each open file has buffers of these lengths, and there are many thousands of drops.
        ReadOptions options = ReadOptions.defaults()
                .withProfile(profile)
                .withValidate(true)
                .withMaxCellLength(2_000)
                .withMaxColumns(64);
        List<Finding> found = new ArrayList<>();
        try {
            OneRosterDrop drop = OneRosterDrop.open(folder, options, found::add);
            if (check) {
                new DropCheck(drop).isSound(List.of(file.file()), found::add);
            }
            read(drop, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DropUnreadableException e) {
            found.add(e.finding());
        }
        return found.stream().map(Told::line).sorted().toList();
    }

    private static <T extends RosterRecord> void read(OneRosterDrop drop, RosterFile<T> file) {
        try (RecordReader<T> rows = drop.rows(file)) {
            for (Row<T> row : rows) {
                if (row.record().isEmpty() && row.rejection().isEmpty()) {
                    throw new AssertionError("a row that is neither read nor rejected");
                }
            }
        }
    }

    private static String line(Finding found) {
        return line(
                found.severity().word(),
                found.code().code(),
                found.location().fileName(),
                found.location().lineNumber().orElse(0),
                found.location().columnName());
    }

    static String line(String severity, String code, String file, long line, String column) {
        return (code + " " + severity + " " + file + ":" + line + " " + column).strip();
    }
}
