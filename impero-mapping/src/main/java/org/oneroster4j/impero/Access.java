package org.oneroster4j.impero;

import org.oneroster4j.model.RoleType;

/**
 * The right of a console user to one group.
 *
 * @param group the group
 * @param user the member of staff
 * @param role the first of teacher, aide, administrator and proctor that the person has in the class
 * @param primary whether an enrollment that gives the access is marked as primary
 */
public record Access(Group group, ImperoUser user, RoleType role, boolean primary) {}
