package org.oneroster4j.model.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;

/** Checks {@link SubjectsPair}. Made and called by validation engines. */
public final class SubjectsPairValidator implements ConstraintValidator<SubjectsPair, Record> {
    private final Components lists = new Components("subjects", "subjectCodes");

    /** For validation engines. */
    public SubjectsPairValidator() {}

    @Override
    public boolean isValid(Record record, ConstraintValidatorContext context) {
        List<?> subjects = (List<?>) lists.first(record);
        List<?> codes = (List<?>) lists.second(record);
        if (subjects.isEmpty() || codes.isEmpty() || subjects.size() == codes.size()) {
            return true;
        }
        lists.blameSecond(context);
        return false;
    }
}
