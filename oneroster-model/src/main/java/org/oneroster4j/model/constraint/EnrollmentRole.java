package org.oneroster4j.model.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One of the four roles that the specification has for enrollments: administrator, proctor, student and teacher. Readers
 * take the others too, because feeds have them.
 */
@Documented
@Constraint(validatedBy = EnrollmentRoleValidator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface EnrollmentRole {
    /** Returns the key of the message. */
    String message() default "{org.oneroster4j.model.constraint.EnrollmentRole.message}";

    /** Returns the groups in which the constraint is checked. */
    Class<?>[] groups() default {};

    /** Returns what a client of the Validation API attaches to the constraint. */
    Class<? extends Payload>[] payload() default {};
}
