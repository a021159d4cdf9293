package org.oneroster4j.model.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;

/** Checks {@link SubjectsPair}. Made and called by validation engines. */
public final class SubjectsPairValidator implements ConstraintValidator<SubjectsPair, Record> {
    private static final String CODES = "subjectCodes";

    /** For validation engines. */
    public SubjectsPairValidator() {}

    @Override
    public boolean isValid(Record record, ConstraintValidatorContext context) {
        List<?> subjects = (List<?>) Components.value(record, "subjects");
        List<?> codes = (List<?>) Components.value(record, CODES);
        if (subjects.isEmpty() || codes.isEmpty() || subjects.size() == codes.size()) {
            return true;
        }
        Components.blame(CODES, context);
        return false;
    }
}
