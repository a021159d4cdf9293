package org.oneroster4j.impero;

import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.Row;

/**
 * R7 to R10 as a function of one row, when classes and people are known. It gives the same answer before and after groups
 * are made, so that a row can be explained by looking at it again.
 *
 * @param settings what the mapping is made by
 * @param classes the classes of the roster
 * @param people the people of the roster
 */
record EnrollmentRules(MappingSettings settings, Classes classes, People people) {
    /** Returns what becomes of a row, as far as it depends on nothing but its class and person, by number or -1. */
    Fate fate(Row<Enrollment> row, Enrollment enrollment, int person, int schoolClass) {
        if (row.isUnreadable("beginDate", "endDate")) {
            return Fate.UNREADABLE_VALUE;
        }
        RoleType role = enrollment.role();
        if (Roles.isNotUsed(role) || people.hasOnlyUnusedRoles(person)) {
            return Fate.ROLE_NOT_USED;
        }
        if (!covers(enrollment)) {
            return Fate.OUTSIDE_DATES;
        }
        if (schoolClass >= 0 && !classes.isTaken(schoolClass)) {
            return Fate.CLASS_NOT_TAKEN;
        }
        if (person >= 0 && !people.isIn(person)) {
            return Fate.USER_LEFT_OUT;
        }
        if (person >= 0 && contradicts(role, person)) {
            return role == RoleType.STUDENT ? Fate.STAFF_AS_STUDENT : Fate.ROLE_CONFLICT;
        }
        if (person >= 0 && role != RoleType.STUDENT && !Roles.givesAccess(role, settings)) {
            return Fate.ROLE_WITHOUT_ACCESS;
        }
        return person < 0 || schoolClass < 0 ? Fate.DANGLING_ENROLLMENT : Fate.WRITTEN;
    }

    /** Tells whether an enrollment is of the day. */
    boolean covers(Enrollment enrollment) {
        return Roles.covers(enrollment.beginDate(), enrollment.endDate(), settings);
    }

    /** R10: tells whether a student is named in a role of staff, or staff as a student. */
    boolean contradicts(RoleType role, int person) {
        return people.isStudent(person) != (role == RoleType.STUDENT);
    }
}
