package org.oneroster4j.model;

/** The words of {@code demographics.sex}. */
public enum Sex implements Vocabulary {
    /** {@code male}. */
    MALE("male"),

    /** {@code female}. */
    FEMALE("female");

    private final String token;

    Sex(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
