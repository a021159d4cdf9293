package org.oneroster4j.model;

/** The kinds of academic session ({@code academicSessions.type}). */
public enum SessionType implements Vocabulary {
    /** {@code gradingPeriod}. */
    GRADING_PERIOD("gradingPeriod"),

    /** {@code semester}. */
    SEMESTER("semester"),

    /** {@code schoolYear}. */
    SCHOOL_YEAR("schoolYear"),

    /** {@code term}. */
    TERM("term");

    private final String token;

    SessionType(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
