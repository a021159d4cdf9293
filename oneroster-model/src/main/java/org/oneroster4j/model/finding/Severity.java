package org.oneroster4j.model.finding;

import java.util.Locale;

/** How much a finding matters, the worst first. */
public enum Severity {
    /** Something is lost or refused because of it: somebody has to act. */
    ERROR,
    /** Probably not what the sender meant: somebody should look. */
    WARNING,
    /** Good to know; nothing to do. */
    NOTICE;

    /** Returns the word that reports use: {@code error}, {@code warning} or {@code notice}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
