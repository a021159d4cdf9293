package org.oneroster4j.importer.job;

import java.util.Locale;

/** How a run ended, with the exit code that says so (contract, section 3). */
public enum RunState {
    /** The files are in place. */
    PUBLISHED(0),
    /** They would be. */
    DRY_RUN(0),
    /** The drop is at fault; nothing was written. */
    REJECTED(1),
    /** A brake holds the run back; nothing was written. */
    HELD(3),
    /** Something could not be read or written. */
    FAILED(4),
    /** The drop was looked at. */
    CHECKED(0),
    /** The schools of the drop are shared out over servers. */
    PLANNED(0),
    /** Somebody looked at what the mapping makes of the drop. */
    LOOKED(0);

    private final int exitCode;

    RunState(int exitCode) {
        this.exitCode = exitCode;
    }

    /** Returns the exit code; a check that found errors has 1 instead. */
    public int exitCode() {
        return exitCode;
    }

    /** Returns the word of the summary, for example {@code dry-run}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
