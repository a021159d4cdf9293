package org.oneroster4j.impero;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.oneroster4j.model.RoleType;

/** R2, R7 to R10: what roles and dates mean, as plain functions. */
final class Roles {
    /** Roles that give access, the one that is written first. */
    static final List<RoleType> ACCESS =
            List.of(RoleType.TEACHER, RoleType.AIDE, RoleType.ADMINISTRATOR, RoleType.PROCTOR);

    private Roles() {}

    /** Tells whether a role is one of staff: nobody else ever gets access. */
    static boolean isStaff(RoleType role) {
        return ACCESS.contains(role);
    }

    /** Tells whether people of a role are never written. */
    static boolean isNotUsed(RoleType role) {
        return role == RoleType.GUARDIAN || role == RoleType.PARENT || role == RoleType.RELATIVE;
    }

    /** Tells whether a day lies between two, both included; an absent one does not limit. */
    static boolean covers(Optional<LocalDate> begin, Optional<LocalDate> end, LocalDate day) {
        return (begin.isEmpty() || !day.isBefore(begin.get())) && (end.isEmpty() || !day.isAfter(end.get()));
    }
}
