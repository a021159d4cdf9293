package org.oneroster4j.impero;

/**
 * How many rows a mapping has.
 *
 * @param groups groups
 * @param users people, members and console users, once each
 * @param students of them, members
 * @param staff of them, console users
 * @param members memberships
 * @param access accesses
 */
public record Counts(int groups, int users, int students, int staff, int members, int access) {
    /** Nothing at all. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
}
