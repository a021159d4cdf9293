package org.oneroster4j.model;

/** The kinds of organization ({@code orgs.type}). */
public enum OrgType implements Vocabulary {
    /** {@code department}. */
    DEPARTMENT("department"),

    /** {@code school}. */
    SCHOOL("school"),

    /** {@code district}. */
    DISTRICT("district"),

    /** {@code local}. */
    LOCAL("local"),

    /** {@code state}. */
    STATE("state"),

    /** {@code national}. */
    NATIONAL("national");

    private final String token;

    OrgType(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
