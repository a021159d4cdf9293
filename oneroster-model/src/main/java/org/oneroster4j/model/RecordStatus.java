package org.oneroster4j.model;

import java.util.Optional;

/**
 * Whether a record still exists for its sender ({@code status} of every data file). It speaks of the record, not of the
 * person or the enrollment: an enrollment that is over has an {@code endDate} in the past.
 */
public enum RecordStatus implements Vocabulary {
    /** {@code active}. */
    ACTIVE("active"),

    /** {@code tobedeleted}; readers take version 1.0's {@code inactive} for it. */
    TOBEDELETED("tobedeleted");

    private final String token;

    RecordStatus(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }

    /** Tells whether a record of this status is live; a blank status, as in bulk files, is live too. */
    public static boolean isLive(Optional<RecordStatus> status) {
        return status.isEmpty() || status.get() == ACTIVE;
    }
}
