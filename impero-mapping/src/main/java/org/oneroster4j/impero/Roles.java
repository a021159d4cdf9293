package org.oneroster4j.impero;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.oneroster4j.model.RoleType;

/** R2, R7 to R10: what roles and dates mean, as plain functions. */
final class Roles {
    /** Roles that give access, the one that is written first. */
    static final List<RoleType> ACCESS =
            Arrays.stream(AccessRole.values()).map(AccessRole::role).toList();

    private Roles() {}

    /** Tells whether a role is one of staff: nobody else ever gets access. */
    static boolean isStaff(RoleType role) {
        return ACCESS.contains(role);
    }

    /** Tells whether people of a role are never written. */
    static boolean isNotUsed(RoleType role) {
        return role == RoleType.GUARDIAN || role == RoleType.PARENT || role == RoleType.RELATIVE;
    }

    /** Tells whether an enrollment counts on the day of the settings; an absent date does not limit. */
    static boolean covers(Optional<LocalDate> begin, Optional<LocalDate> end, MappingSettings settings) {
        return !settings.honourEnrollmentDates()
                || covers(
                        begin.orElse(LocalDate.MIN).toEpochDay(),
                        end.orElse(LocalDate.MAX).toEpochDay(),
                        settings);
    }

    /**
     * Tells whether the day of the settings lies between two, as days since the epoch, both included, or within the days
     * of lead and lag beside them. These do not make a time of one that ends before it begins.
     */
    static boolean covers(long begin, long end, MappingSettings settings) {
        long day = settings.asOf().toEpochDay();
        return begin <= end && begin - settings.leadDays() <= day && day <= end + settings.lagDays();
    }

    /** Tells whether the settings let a role of staff give access. */
    static boolean givesAccess(RoleType role, MappingSettings settings) {
        return settings.accessRoles().stream().anyMatch(given -> given.role() == role);
    }
}
