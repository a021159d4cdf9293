package org.oneroster4j.impero;

import org.oneroster4j.model.RoleType;

/** The roles of enrollments that can give access (contract, R9), the one that is written first. */
public enum AccessRole {
    /** A teacher of the class. */
    TEACHER(RoleType.TEACHER),
    /** An aide. */
    AIDE(RoleType.AIDE),
    /** An administrator. */
    ADMINISTRATOR(RoleType.ADMINISTRATOR),
    /** A proctor. */
    PROCTOR(RoleType.PROCTOR);

    private final RoleType role;

    AccessRole(RoleType role) {
        this.role = role;
    }

    /** Returns the role as OneRoster has it. */
    public RoleType role() {
        return role;
    }
}
