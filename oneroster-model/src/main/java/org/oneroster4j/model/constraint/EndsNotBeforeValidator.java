package org.oneroster4j.model.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import java.util.Optional;

/** Checks {@link EndsNotBefore}. Made and called by validation engines. */
public final class EndsNotBeforeValidator implements ConstraintValidator<EndsNotBefore, Record> {
    private Components dates = new Components("", "");

    /** For validation engines. */
    public EndsNotBeforeValidator() {}

    @Override
    public void initialize(EndsNotBefore constraint) {
        dates = new Components(constraint.start(), constraint.end());
    }

    @Override
    public boolean isValid(Record record, ConstraintValidatorContext context) {
        Optional<?> first = (Optional<?>) dates.first(record);
        Optional<?> last = (Optional<?>) dates.second(record);
        if (first.isEmpty() || last.isEmpty() || !((LocalDate) last.get()).isBefore((LocalDate) first.get())) {
            return true;
        }
        dates.blameSecond(context);
        return false;
    }
}
