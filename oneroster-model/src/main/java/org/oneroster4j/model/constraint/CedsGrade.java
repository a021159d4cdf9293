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
 * A grade as CEDS (Entry Grade Level) codes it: {@code IT PR PK TK KG 01} to {@code 13 PS UG Other}. Spreadsheet programs
 * take the zero of {@code 05} away.
 */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "IT|PR|PK|TK|KG|0[1-9]|1[0-3]|PS|UG|Other")
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface CedsGrade {
    /** Returns the key of the message. */
    String message() default "{org.oneroster4j.model.constraint.CedsGrade.message}";

    /** Returns the groups in which the constraint is checked. */
    Class<?>[] groups() default {};

    /** Returns what a client of the Validation API attaches to the constraint. */
    Class<? extends Payload>[] payload() default {};
}
