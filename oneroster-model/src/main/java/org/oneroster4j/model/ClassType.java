package org.oneroster4j.model;

/** The kinds of class ({@code classes.classType}). */
public enum ClassType implements Vocabulary {
    /** {@code homeroom}. */
    HOMEROOM("homeroom"),

    /** {@code scheduled}. */
    SCHEDULED("scheduled");

    private final String token;

    ClassType(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
