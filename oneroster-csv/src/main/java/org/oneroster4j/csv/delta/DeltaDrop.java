package org.oneroster4j.csv.delta;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.oneroster4j.csv.CellReader;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.Manifest;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.Location;

/** A drop, what its manifest says of each file that is there, and the rows of those that are changes only. */
final class DeltaDrop {
    private final OneRosterDrop drop;
    private final Map<OneRosterFile, ImportMode> modes = new EnumMap<>(OneRosterFile.class);
    private final Map<OneRosterFile, Changes> changes = new EnumMap<>(OneRosterFile.class);
    private boolean refused;

    private DeltaDrop(OneRosterDrop drop) {
        this.drop = drop;
    }

    /** Looks at the manifest and the headers of a drop with changes; whether it {@linkplain #isRefused is refused} was told. */
    static DeltaDrop of(OneRosterDrop drop) {
        DeltaDrop delta = new DeltaDrop(drop);
        Optional<Manifest> manifest = drop.manifest();
        for (RosterFile<?> file : RosterFile.all()) {
            delta.modes.put(file.file(), delta.mode(manifest, file.file()));
        }
        delta.refuseRepeatedColumns();
        return delta;
    }

    /** Takes a drop for a full one, whatever its manifest says of files that are there. */
    static DeltaDrop full(OneRosterDrop drop) {
        DeltaDrop full = new DeltaDrop(drop);
        for (RosterFile<?> file : RosterFile.all()) {
            full.modes.put(file.file(), drop.has(file.file()) ? ImportMode.BULK : ImportMode.ABSENT);
        }
        full.refuseRepeatedColumns();
        return full;
    }

    private ImportMode mode(Optional<Manifest> manifest, OneRosterFile file) {
        if (!drop.has(file)) {
            return ImportMode.ABSENT;
        }
        if (manifest.isEmpty()) {
            return ImportMode.BULK;
        }
        if (manifest.get().unreadable().contains(file)) {
            Location location = new Location.File(drop.fileName(file));
            refuse(Finding.of(CsvFindingCode.DELTA_MODE_UNREADABLE, location, "", file.fileName()));
        }
        // A file that is there is read, whatever the manifest says of it; the check of files warns of that.
        return manifest.get().mode(file) == ImportMode.DELTA ? ImportMode.DELTA : ImportMode.BULK;
    }

    /** The cells of two columns of one name cannot be told apart, and one of them would be lost. */
    private void refuseRepeatedColumns() {
        for (RosterFile<?> file : RosterFile.all()) {
            if (mode(file.file()) == ImportMode.ABSENT) {
                continue;
            }
            Set<String> names = new HashSet<>();
            List<String> header = drop.header(file.file());
            for (int i = 0; i < header.size(); i++) {
                String name = header.get(i);
                if (!name.isEmpty() && !names.add(name.toLowerCase(Locale.ROOT))) {
                    String shown = file.header().contains(name) ? name : "column " + (i + 1);
                    Location location = new Location.Header(drop.fileName(file.file()), shown);
                    refuse(Finding.of(CsvFindingCode.DUPLICATE_HEADER, location, ""));
                }
            }
        }
    }

    void refuse(Finding finding) {
        refused = true;
        drop.listener().found(finding);
    }

    /** Tells whether something was found that lets nothing be written. */
    boolean isRefused() {
        return refused;
    }

    OneRosterDrop drop() {
        return drop;
    }

    ImportMode mode(OneRosterFile file) {
        return modes.getOrDefault(file, ImportMode.ABSENT);
    }

    /** Reads the rows of a file with changes. */
    void readChanges(RosterFile<?> file, Layout layout) {
        try (CellReader rows = drop.cells(file)) {
            changes.put(file.file(), Changes.read(file.file(), rows, layout, drop.listener()));
        }
    }

    /** Returns the changes of a file whose changes were read. */
    Changes changes(OneRosterFile file) {
        return Objects.requireNonNull(changes.get(file));
    }

    /** Returns the newest date of change; absent without one. */
    Optional<Instant> newest() {
        return changes.values().stream().flatMap(file -> file.newest().stream()).max(Instant::compareTo);
    }

    /** Tells whether there is a row of a change. */
    boolean hasChanges() {
        return changes.values().stream().anyMatch(Changes::isAny);
    }
}
