package org.oneroster4j.impero.layout;

import java.util.List;
import java.util.Locale;
import org.oneroster4j.impero.ImperoRoster;

/**
 * The kinds of rows that a file can have, in the order in which files are put in place: people before groups before
 * members before access, so that whoever reads in between misses a link and does not follow one into nothing.
 */
public enum RowKind {
    /** Members and console users. */
    USERS,
    /** Groups. */
    GROUPS,
    /** Memberships. */
    MEMBERS,
    /** Accesses. */
    ACCESS;

    /** Returns the name of the kind, for example {@code members}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<?> of(ImperoRoster roster) {
        return switch (this) {
            case USERS -> roster.users();
            case GROUPS -> roster.groups();
            case MEMBERS -> roster.members();
            case ACCESS -> roster.access();
        };
    }
}
