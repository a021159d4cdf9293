package org.oneroster4j.benchmarks.parts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.oneroster4j.benchmarks.drop.StateDrop;
import org.oneroster4j.csv.CellReader;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadAhead;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.check.RosterCheck;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoMapper;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.layout.LayoutFile;
import org.oneroster4j.impero.layout.LayoutProfile;
import org.oneroster4j.impero.layout.LayoutWriter;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.RosterRows;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.Finding;

/** What the libraries do with a drop of the benchmark, step by step. Immutable; safe for several threads. */
public final class Parts {
    private static final MappingSettings SETTINGS = MappingSettings.of(Identity.USERNAME, StateDrop.AS_OF);

    private final OneRosterDrop drop;

    /**
     * Opens a drop.
     *
     * @param validate whether records are checked by their constraints
     * @throws IOException when the folder cannot be read
     */
    public Parts(Path folder, boolean validate) throws IOException {
        drop = OneRosterDrop.open(folder, options(validate), Parts::refuse);
    }

    /** In one thread: what the work costs is measured, not on how many cores it is done. */
    private static ReadOptions options(boolean validate) {
        return ReadOptions.defaults().withValidate(validate).withReadAhead(ReadAhead.NEVER);
    }

    private static void refuse(Finding finding) {
        throw new IllegalStateException("The drops that are measured have no fault, but here is " + finding.code());
    }

    /** Splits a file into cells and returns how many rows there are. */
    public long tokenize(Class<? extends RosterRecord> type) {
        long rows = 0;
        try (CellReader cells = drop.cells(RosterFile.of(type))) {
            while (cells.next()) {
                rows++;
            }
        }
        return rows;
    }

    /** Reads a file as records and returns how many there are. */
    public <T extends RosterRecord> long read(Class<T> type) {
        long records = 0;
        try (RosterRows<T> rows = drop.rows(type)) {
            for (Row<T> row : rows) {
                if (row.record().isPresent()) {
                    records++;
                }
            }
        }
        return records;
    }

    /** Looks at the drop as a whole and returns how many codes were found; 0 is right. */
    public long check() {
        return RosterCheck.check(drop).map(sanity -> 0).orElse(1);
    }

    /** Maps the drop; that enrollments of the other term are left out is told to nobody. */
    public ImperoRoster map() {
        return ImperoMapper.map(drop, SETTINGS, finding -> {});
    }

    /** Writes the files of the reference layout to nowhere and returns how many members there are. */
    public static long write(ImperoRoster roster) throws IOException {
        LayoutWriter writer = new LayoutWriter(LayoutProfile.REFERENCE, Identity.USERNAME);
        for (LayoutFile file : LayoutProfile.REFERENCE.files()) {
            writer.write(file, roster, OutputStream.nullOutputStream());
        }
        return roster.counts().members();
    }
}
