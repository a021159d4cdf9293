package org.oneroster4j.importer.job;

/** What the output folder has after a run. */
public enum OutputFolder {
    /** What it had before. */
    AS_BEFORE,
    /** What the run made, even if something failed after that. */
    REPLACED,
    /** Files of both, which could be neither replaced nor put back: the next run does one of the two first. */
    MIXED
}
