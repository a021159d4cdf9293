package org.oneroster4j.impero;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.Manifest;
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
        List<Finding> reasons = new ArrayList<>();
        Optional<Manifest> manifest = roster.manifest();
        for (OneRosterFile file : READ) {
            Location location = new Location.File(file.fileName());
            if (!roster.has(file)) {
                if (REQUIRED.contains(file)) {
                    reasons.add(Finding.of(ImperoCode.REQUIRED_FILE_MISSING, location, "", file.fileName()));
                }
                continue;
            }
            if (manifest.isPresent() && manifest.get().mode(file) == ImportMode.DELTA) {
                reasons.add(Finding.of(ImperoCode.DELTA_WITHOUT_BASELINE, location, "", file.fileName()));
            }
            List<String> header = roster.header(file);
            for (String column : columns(file, identity)) {
                if (!header.contains(column)) {
                    reasons.add(Finding.of(
                            ImperoCode.MISSING_HEADER, new Location.Header(file.fileName(), column), "", column));
                }
            }
        }
        reasons.forEach(listener::found);
        return reasons.isEmpty();
    }

    private static List<String> columns(OneRosterFile file, Optional<Identity> identity) {
        List<String> columns = new ArrayList<>(COLUMNS.getOrDefault(file, List.of()));
        if (file == OneRosterFile.USERS) {
            identity.map(Identity::column).ifPresent(columns::add);
        }
        return columns;
    }
}
