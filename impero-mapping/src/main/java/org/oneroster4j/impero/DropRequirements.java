package org.oneroster4j.impero;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Roster;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;

/**
 * What a mapping needs of a drop before it can begin: files, columns, and all of each file. Immutable.
 *
 * <pre>{@code
 * DropRequirements.of(Optional.of(Identity.USERNAME)).areMet(roster, findings);
 * }</pre>
 */
public final class DropRequirements {
    /** The files that a mapping reads, besides the manifest. */
    public static final List<OneRosterFile> READ = OneRosterFile.ofRoster();

    private static final Map<OneRosterFile, List<String>> COLUMNS = Map.of(
            OneRosterFile.USERS, List.of("sourcedId", "role", "givenName", "familyName"),
            OneRosterFile.CLASSES, List.of("sourcedId", "title"),
            OneRosterFile.ENROLLMENTS, List.of("classSourcedId", "userSourcedId", "role"),
            OneRosterFile.ACADEMIC_SESSIONS, List.of("sourcedId", "startDate", "endDate"));

    private final Optional<Identity> identity;
    private final Set<String> withoutColumns;
    private final Map<OneRosterFile, List<String>> earlierHeaders;

    private DropRequirements(
            Optional<Identity> identity, Set<String> withoutColumns, Map<OneRosterFile, List<String>> earlierHeaders) {
        this.identity = identity;
        this.withoutColumns = Set.copyOf(withoutColumns);
        this.earlierHeaders = Map.copyOf(earlierHeaders);
    }

    /**
     * Returns the requirements of a mapping.
     *
     * @param identity the chosen identity, whose column is needed too; absent when none is chosen
     */
    public static DropRequirements of(Optional<Identity> identity) {
        return new DropRequirements(identity, Set.of(), Map.of());
    }

    /**
     * Returns these requirements for a sender that leaves out columns.
     *
     * @param columns of those that {@linkplain org.oneroster4j.model.Decides decide}, for example {@code users.enabledUser}
     */
    public DropRequirements withoutColumns(Set<String> columns) {
        return new DropRequirements(identity, columns, earlierHeaders);
    }

    /**
     * Returns these requirements for a drop after another: a column that decides and was there may not disappear.
     *
     * @param headers the names of the columns of each file of the earlier full drop
     */
    public DropRequirements after(Map<OneRosterFile, List<String>> headers) {
        return new DropRequirements(identity, withoutColumns, headers);
    }

    /**
     * Checks a roster.
     *
     * @param identity the chosen identity, whose column is needed too; absent when none is chosen
     * @return whether a mapping can begin; the listener gets every reason against it
     */
    public static boolean areMet(Roster roster, Optional<Identity> identity, FindingListener listener) {
        DropRequirements requirements = of(identity);
        boolean met = areThere(roster, listener);
        for (OneRosterFile file : READ) {
            met &= requirements.areMet(roster, file, listener);
        }
        return met;
    }

    /** Checks whether users, classes and enrollments are there; the listener gets each that is not. */
    public static boolean areThere(Roster roster, FindingListener listener) {
        boolean there = true;
        for (OneRosterFile file : OneRosterFile.required()) {
            if (!roster.has(file)) {
                there = false;
                listener.found(Finding.of(
                        ImperoCode.REQUIRED_FILE_MISSING, new Location.File(file.fileName()), "", file.fileName()));
            }
        }
        return there;
    }

    /**
     * Checks the columns of one file of a roster, and that it holds all of its rows. A file that is not there meets them: see
     * {@link #areThere}.
     */
    public boolean areMet(Roster roster, OneRosterFile file, FindingListener listener) {
        if (!roster.has(file)) {
            return true;
        }
        boolean delta = isDelta(roster, file);
        if (delta) {
            listener.found(Finding.of(
                    ImperoCode.DELTA_WITHOUT_BASELINE, new Location.File(file.fileName()), "", file.fileName()));
        }
        return haveColumns(roster, file, false, listener) && !delta;
    }

    private static boolean isDelta(Roster roster, OneRosterFile file) {
        return roster.manifest()
                .filter(manifest -> manifest.mode(file) == ImportMode.DELTA)
                .isPresent();
    }

    /**
     * Checks the columns of the files of a delta: those of a full drop, and ids of enrollments, by which their changes are
     * applied.
     *
     * @return whether it can be applied; the listener gets every reason against it
     */
    public boolean areMetByDelta(Roster roster, FindingListener listener) {
        boolean met = true;
        for (OneRosterFile file : READ) {
            if (roster.has(file)) {
                met &= haveColumns(roster, file, isDelta(roster, file), listener);
            }
        }
        return met;
    }

    private boolean haveColumns(Roster roster, OneRosterFile file, boolean delta, FindingListener listener) {
        List<String> header = roster.header(file);
        List<String> needed = needed(file, delta);
        List<String> missing = new ArrayList<>(needed);
        missing.removeAll(header);
        Optional<String> hint = missing.isEmpty() ? Optional.empty() : roster.headerHint(file);
        if (!missing.isEmpty() && (hint.isPresent() || missing.size() == needed.size())) {
            // One cause, reported once.
            String all = "The header of " + file.fileName() + " has none of the columns that it needs: "
                    + String.join(", ", missing) + ".";
            String some = "The header of " + file.fileName() + " lacks " + String.join(", ", missing) + ".";
            listener.found(missing(
                    file,
                    missing.get(0),
                    (missing.size() == needed.size() ? all : some)
                            + hint.map(text -> " " + text).orElse("")));
            return false;
        }
        missing.forEach(column -> listener.found(missing(
                file,
                column,
                "The column " + column + " is not in the header of " + file.fileName()
                        + ". The mapping cannot do without it.")));
        return decidingColumnsAreThere(roster, file, header, listener) && missing.isEmpty();
    }

    private static Finding missing(OneRosterFile file, String column, String sentence) {
        return Finding.of(ImperoCode.MISSING_HEADER, new Location.Header(file.fileName(), column), "", sentence);
    }

    /** R1 shape: a blank cell of these columns adds people or access rights, and so does a column that disappears. */
    private boolean decidingColumnsAreThere(
            Roster roster, OneRosterFile file, List<String> header, FindingListener listener) {
        boolean there = true;
        for (String column : file.decidingColumns()) {
            if (header.contains(column)
                    || isLeftOut(file, column)
                    || needed(file, false).contains(column)) {
                continue;
            }
            String sentence = "The column " + column + " is not in the header of " + file.fileName()
                    + ", and its blank cells may add people or access rights. ";
            String accepted = " If the sender never writes it, list " + file.qualified(column) + " in withoutColumns.";
            if (earlierHeaders.getOrDefault(file, List.of()).contains(column)) {
                there = false;
                listener.found(missing(file, column, sentence + "The last full drop has it." + accepted));
            } else if (roster.hasUnknownColumns(file)) {
                there = false;
                listener.found(missing(
                        file,
                        column,
                        sentence + "The header has a name that OneRoster 1.1 does not know: the column may be misspelt."
                                + accepted));
            } else {
                listener.found(Finding.of(
                        ImperoCode.DECIDING_COLUMN_MISSING,
                        new Location.Header(file.fileName(), column),
                        "",
                        column,
                        file.fileName()));
            }
        }
        return there;
    }

    private boolean isLeftOut(OneRosterFile file, String column) {
        return withoutColumns.contains(file.qualified(column));
    }

    private List<String> needed(OneRosterFile file, boolean delta) {
        List<String> columns = new ArrayList<>(COLUMNS.getOrDefault(file, List.of()));
        if (file == OneRosterFile.USERS) {
            identity.map(Identity::column).ifPresent(columns::add);
        }
        if (file == OneRosterFile.ENROLLMENTS && delta) {
            columns.add("sourcedId");
        }
        return columns;
    }
}
