package org.oneroster4j.impero;

/**
 * A student in a group.
 *
 * @param group the group
 * @param user the student
 */
public record Membership(Group group, ImperoUser user) {}
