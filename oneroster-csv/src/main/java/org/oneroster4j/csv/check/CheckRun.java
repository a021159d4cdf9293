package org.oneroster4j.csv.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.Manifest;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.compact.TextPool;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.Location;

/** What the checks of one run share: the ids of each file, which files came whole, and whom to tell. */
final class CheckRun {
    private final OneRosterDrop drop;
    private final TextPool pool = new TextPool();
    private final Map<OneRosterFile, FileIds> ids = new EnumMap<>(OneRosterFile.class);
    private final Set<OneRosterFile> broken = EnumSet.noneOf(OneRosterFile.class);
    private final Optional<Manifest> manifest;
    private final Map<Class<?>, List<RecordCheck<?>>> checks = new HashMap<>();
    private final List<Runnable> ends = new ArrayList<>();

    CheckRun(OneRosterDrop drop) {
        this.drop = drop;
        this.manifest = manifest(drop);
    }

    /** One that cannot be read says nothing; that it cannot be read is told by {@link RosterCheck}. */
    private static Optional<Manifest> manifest(OneRosterDrop drop) {
        try {
            return drop.manifest();
        } catch (DropUnreadableException e) {
            return Optional.empty();
        }
    }

    OneRosterDrop drop() {
        return drop;
    }

    /** Returns where texts are kept, the ids among them. */
    TextPool pool() {
        return pool;
    }

    FileIds ids(OneRosterFile file) {
        return ids.computeIfAbsent(file, key -> new FileIds(pool));
    }

    /** Asks for the live records of a file. */
    <T extends RosterRecord> void on(Class<T> recordType, RecordCheck<T> check) {
        checks.computeIfAbsent(recordType, key -> new ArrayList<>()).add(check);
    }

    /** Asks to be run when all files were read. */
    void atEnd(Runnable end) {
        ends.add(end);
    }

    @SuppressWarnings("unchecked") // Checks stand under the class of the records they take.
    <T extends RosterRecord> List<RecordCheck<T>> checks(Class<T> recordType) {
        return (List<RecordCheck<T>>) (List<?>) checks.getOrDefault(recordType, List.of());
    }

    void end() {
        ends.forEach(Runnable::run);
    }

    /** Notes that a file could not be read to its end, so that nothing can be said to lack in it. */
    void isBroken(OneRosterFile file) {
        broken.add(file);
    }

    boolean has(OneRosterFile file) {
        return drop.has(file);
    }

    /** Tells whether the file was read to its end; one that is not there was. */
    boolean isRead(OneRosterFile file) {
        return !broken.contains(file);
    }

    /** Tells whether the file has the changes since an earlier drop and no more. */
    boolean isDelta(OneRosterFile file) {
        return manifest.filter(said -> said.mode(file) == ImportMode.DELTA).isPresent();
    }

    /** Tells whether the file is there with all its rows, so that what it lacks is missing. */
    boolean isWhole(OneRosterFile file) {
        return has(file) && isRead(file) && !isDelta(file);
    }

    Location.Row row(OneRosterFile file, long line) {
        return new Location.Row(drop.fileName(file), line);
    }

    void tell(FindingCode code, Location location, String sourcedId, Object... details) {
        tell(Finding.of(code, location, sourcedId, details));
    }

    void tell(Finding finding) {
        drop.listener().found(finding);
    }
}
