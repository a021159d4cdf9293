package org.oneroster4j.model.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import java.util.Optional;

/** Checks {@link EndsNotBefore}. Made and called by validation engines. */
public final class EndsNotBeforeValidator implements ConstraintValidator<EndsNotBefore, Record> {
    private String start = "";
    private String end = "";

    /** For validation engines. */
    public EndsNotBeforeValidator() {}

    @Override
    public void initialize(EndsNotBefore constraint) {
        start = constraint.start();
        end = constraint.end();
    }

    @Override
    public boolean isValid(Record record, ConstraintValidatorContext context) {
        Optional<?> first = (Optional<?>) Components.value(record, start);
        Optional<?> last = (Optional<?>) Components.value(record, end);
        if (first.isEmpty() || last.isEmpty() || !((LocalDate) last.get()).isBefore((LocalDate) first.get())) {
            return true;
        }
        Components.blame(end, context);
        return false;
    }
}
