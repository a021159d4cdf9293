package org.oneroster4j.impero;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Roster;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;

/** What a mapping needs of a drop before it can begin: files, columns, and all of each file. */
public final class DropRequirements {
    /** The files that a mapping reads, besides the manifest. */
    public static final List<OneRosterFile> READ = List.of(
            OneRosterFile.ORGS,
            OneRosterFile.ACADEMIC_SESSIONS,
            OneRosterFile.COURSES,
            OneRosterFile.CLASSES,
            OneRosterFile.USERS,
            OneRosterFile.ENROLLMENTS);

    private static final List<OneRosterFile> REQUIRED =
            List.of(OneRosterFile.USERS, OneRosterFile.CLASSES, OneRosterFile.ENROLLMENTS);
    private static final Map<OneRosterFile, List<String>> COLUMNS = Map.of(
            OneRosterFile.USERS, List.of("sourcedId", "role", "givenName", "familyName"),
            OneRosterFile.CLASSES, List.of("sourcedId", "title"),
            OneRosterFile.ENROLLMENTS, List.of("classSourcedId", "userSourcedId", "role"),
            OneRosterFile.ACADEMIC_SESSIONS, List.of("sourcedId", "startDate", "endDate"));

    private DropRequirements() {}

    /**
     * Checks a roster.
     *
     * @param identity the chosen identity, whose column is needed too; absent when none is chosen
     * @return whether a mapping can begin; the listener is told every reason against it
     */
    public static boolean areMet(Roster roster, Optional<Identity> identity, FindingListener listener) {
        boolean met = true;
        for (OneRosterFile file : READ) {
            met &= areMet(roster, file, identity, listener);
        }
        return met;
    }

    /** Checks one file of a roster: for readers whose headers may be unreadable one by one. */
    public static boolean areMet(
            Roster roster, OneRosterFile file, Optional<Identity> identity, FindingListener listener) {
        Location location = new Location.File(file.fileName());
        if (!roster.has(file)) {
            if (REQUIRED.contains(file)) {
                listener.found(Finding.of(ImperoCode.REQUIRED_FILE_MISSING, location, "", file.fileName()));
            }
            return !REQUIRED.contains(file);
        }
        boolean delta = roster.manifest()
                .filter(manifest -> manifest.mode(file) == ImportMode.DELTA)
                .isPresent();
        if (delta) {
            listener.found(Finding.of(ImperoCode.DELTA_WITHOUT_BASELINE, location, "", file.fileName()));
        }
        List<String> missing = new ArrayList<>(columns(file, identity));
        missing.removeAll(roster.header(file));
        missing.forEach(column -> listener.found(
                Finding.of(ImperoCode.MISSING_HEADER, new Location.Header(file.fileName(), column), "", column)));
        return !delta && missing.isEmpty();
    }

    private static List<String> columns(OneRosterFile file, Optional<Identity> identity) {
        List<String> columns = new ArrayList<>(COLUMNS.getOrDefault(file, List.of()));
        if (file == OneRosterFile.USERS) {
            identity.map(Identity::column).ifPresent(columns::add);
        }
        return columns;
    }
}
