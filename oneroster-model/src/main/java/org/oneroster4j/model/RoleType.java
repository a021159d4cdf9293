package org.oneroster4j.model;

/** The roles of people. {@code users.role} has all eight; of {@code enrollments.role} the specification names four, and feeds write the others too. */
public enum RoleType implements Vocabulary {
    /** {@code administrator}. */
    ADMINISTRATOR("administrator"),

    /** {@code aide}. */
    AIDE("aide"),

    /** {@code guardian}. */
    GUARDIAN("guardian"),

    /** {@code parent}. */
    PARENT("parent"),

    /** {@code proctor}. */
    PROCTOR("proctor"),

    /** {@code relative}. */
    RELATIVE("relative"),

    /** {@code student}. */
    STUDENT("student"),

    /** {@code teacher}. */
    TEACHER("teacher");

    private final String token;

    RoleType(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
