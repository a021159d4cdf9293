package org.oneroster4j.model.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * {@code subjects} and {@code subjectCodes} pair by position, so that they are of one length when both are given. The
 * violation is at {@code subjectCodes}.
 */
@Documented
@Constraint(validatedBy = SubjectsPairValidator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SubjectsPair {
    /** Returns the key of the message. */
    String message() default "{org.oneroster4j.model.constraint.SubjectsPair.message}";

    /** Returns the groups in which the constraint is checked. */
    Class<?>[] groups() default {};

    /** Returns what a client of the Validation API attaches to the constraint. */
    Class<? extends Payload>[] payload() default {};
}
