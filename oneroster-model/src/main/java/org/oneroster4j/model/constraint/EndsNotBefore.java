package org.oneroster4j.model.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One date of a record is not before another, where both are there. The violation is at the component {@link #end}. For
 * records whose components are {@code Optional<LocalDate>}.
 */
@Documented
@Constraint(validatedBy = EndsNotBeforeValidator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EndsNotBefore {
    /** Returns the name of the component that is the earlier one. */
    String start();

    /** Returns the name of the component that is the later one. */
    String end();

    /** Returns the key of the message. */
    String message() default "{org.oneroster4j.model.constraint.EndsNotBefore.message}";

    /** Returns the groups in which the constraint is checked. */
    Class<?>[] groups() default {};

    /** Returns what a client of the Validation API attaches to the constraint. */
    Class<? extends Payload>[] payload() default {};
}
