package org.oneroster4j.model.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An email address, as far as the mapping needs one: exactly one {@code @}, with something before and after it. */
@Documented
@Constraint(validatedBy = EmailAddressValidator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface EmailAddress {
    /** Returns the key of the message. */
    String message() default "{org.oneroster4j.model.constraint.EmailAddress.message}";

    /** Returns the groups in which the constraint is checked. */
    Class<?>[] groups() default {};

    /** Returns what a client of the Validation API attaches to the constraint. */
    Class<? extends Payload>[] payload() default {};
}
