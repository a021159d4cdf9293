package org.oneroster4j.csv.write;

import org.oneroster4j.model.OneRosterFile;

/**
 * A record cannot be written as OneRoster 1.1 has it. Names the place and the rule and never holds a value, which could be
 * a pupil's; the id is shown if it is one.
 */
public final class InvalidRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final OneRosterFile file;
    private final String column;
    private final String sourcedId;
    private final String rule;

    InvalidRecordException(OneRosterFile file, String column, String sourcedId, String rule) {
        super(file.fileName() + ", " + column + (sourcedId.isEmpty() ? "" : " of " + sourcedId) + ": The value "
                + rule);
        this.file = file;
        this.column = column;
        this.sourcedId = sourcedId;
        this.rule = rule;
    }

    /** Returns the file that the record was meant for. */
    public OneRosterFile file() {
        return file;
    }

    /** Returns the name of the column. */
    public String column() {
        return column;
    }

    /** Returns the id of the record; empty when what stands there is none. */
    public String sourcedId() {
        return sourcedId;
    }

    /** Returns what is wrong, for example {@code is blank and not absent}. */
    public String rule() {
        return rule;
    }
}
