package org.oneroster4j.model;

/** How far the grading of a result is ({@code results.scoreStatus}). */
public enum ScoreStatus implements Vocabulary {
    /** {@code exempt}. */
    EXEMPT("exempt"),

    /** {@code fully graded}. */
    FULLY_GRADED("fully graded"),

    /** {@code not submitted}. */
    NOT_SUBMITTED("not submitted"),

    /** {@code partially graded}. */
    PARTIALLY_GRADED("partially graded"),

    /** {@code submitted}. */
    SUBMITTED("submitted");

    private final String token;

    ScoreStatus(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
