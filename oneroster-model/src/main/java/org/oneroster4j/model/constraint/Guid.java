package org.oneroster4j.model.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An id or a reference as the CSV binding defines it: 1 to 255 of the characters {@code 0-9 a-z A-Z . - _ / @}. It need
 * not be a UUID. Readers accept other characters, because feeds have them; this is what a sender should write.
 */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "[0-9a-zA-Z.\\-_/@]{1,255}")
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Guid {
    /** Returns the key of the message. */
    String message() default "{org.oneroster4j.model.constraint.Guid.message}";

    /** Returns the groups in which the constraint is checked. */
    Class<?>[] groups() default {};

    /** Returns what a client of the Validation API attaches to the constraint. */
    Class<? extends Payload>[] payload() default {};
}
