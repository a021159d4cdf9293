package org.oneroster4j.model.constraint;

import jakarta.validation.ConstraintValidatorContext;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** What constraints on whole records have in common. */
final class Components {
    private Components() {}

    /** Returns the value of a component. */
    static Object value(Object record, String name) {
        RecordComponent component = Arrays.stream(record.getClass().getRecordComponents())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(record.getClass() + " has no component " + name));
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The accessor of a public record failed", e);
        }
    }

    /** Makes the violation one of a component instead of the whole record. */
    static void blame(String component, ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                .addPropertyNode(component)
                .addConstraintViolation();
    }
}
