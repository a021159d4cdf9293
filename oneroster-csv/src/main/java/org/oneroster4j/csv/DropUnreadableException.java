package org.oneroster4j.csv;

import org.oneroster4j.model.finding.Finding;

/**
 * A file cannot be read any further: its bytes are not text, a quote swallows its rows, or it is above a limit. It
 * carries the finding that says where; the listener has not been told of it. Holds no content of the file.
 */
public final class DropUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    /** Makes an exception of a finding whose effect is to stop the run. */
    public DropUnreadableException(Finding finding) {
        super(finding.location().fileName()
                + (finding.location().lineNumber().isPresent()
                        ? ", line " + finding.location().lineNumber().getAsLong()
                        : "")
                + ": " + finding.message());
        this.finding = finding;
    }

    /** Returns what was found. */
    public Finding finding() {
        return finding;
    }
}
