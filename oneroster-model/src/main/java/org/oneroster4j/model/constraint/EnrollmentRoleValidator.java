package org.oneroster4j.model.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.EnumSet;
import java.util.Set;
import org.oneroster4j.model.RoleType;

/** Checks {@link EnrollmentRole}. Made and called by validation engines. */
public final class EnrollmentRoleValidator implements ConstraintValidator<EnrollmentRole, RoleType> {
    private static final Set<RoleType> ROLES =
            EnumSet.of(RoleType.ADMINISTRATOR, RoleType.PROCTOR, RoleType.STUDENT, RoleType.TEACHER);

    /** For validation engines. */
    public EnrollmentRoleValidator() {}

    @Override
    public boolean isValid(RoleType role, ConstraintValidatorContext context) {
        return ROLES.contains(role);
    }
}
