package org.oneroster4j.model;

/** What the manifest says of a file ({@code file.*}): not there, the whole of it, or changes only. */
public enum ImportMode implements Vocabulary {
    /** {@code absent}. */
    ABSENT("absent"),

    /** {@code bulk}. */
    BULK("bulk"),

    /** {@code delta}. */
    DELTA("delta");

    private final String token;

    ImportMode(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
