package org.oneroster4j.importer.service;

import java.util.Locale;

/** What a job of the service is doing, in the words of {@code status}. */
public enum JobState {
    /** There is nothing to do. */
    IDLE,
    /** A drop is arriving. */
    SETTLING,
    /** A drop is being converted. */
    IMPORTING,
    /** A brake holds the last drop: somebody has to look. */
    HELD,
    /** Something is in the way; it is tried again. */
    FAILED;

    /** Returns the word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
