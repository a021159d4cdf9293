package org.oneroster4j.model;

/** How much a resource matters ({@code resources.importance}). */
public enum Importance implements Vocabulary {
    /** {@code primary}. */
    PRIMARY("primary"),

    /** {@code secondary}. */
    SECONDARY("secondary");

    private final String token;

    Importance(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
