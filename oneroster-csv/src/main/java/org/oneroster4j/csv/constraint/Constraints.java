package org.oneroster4j.csv.constraint;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/**
 * What breaks the Jakarta constraints that stand on records. Fast, and without garbage, for records that break none. Safe
 * for several threads.
 */
public final class Constraints {
    /**
     * One validator for the life of the program, made when a record is first not accepted: making it takes longer than
     * reading a school. Without expressions, in English whatever the machine speaks, and it never shows a value. By the
     * annotations alone, whatever files the class path has: those could add rules that the direct checks do not see.
     */
    private static final class Holder {
        private static final Validator VALIDATOR = Validation.byDefaultProvider()
                .configure()
                .ignoreXmlConfiguration()
                .messageInterpolator(new ParameterMessageInterpolator(
                        Set.of(Locale.ENGLISH), Locale.ENGLISH, context -> Locale.ENGLISH, false))
                .buildValidatorFactory()
                .getValidator();
    }

    private Constraints() {}

    /**
     * Returns what is wrong with a record, with messages in English that show no value of it; empty when nothing is.
     *
     * @throws jakarta.validation.ValidationException when a constraint cannot be checked, for example for it stands on a
     *     type that it is not for
     */
    public static <T> Set<ConstraintViolation<T>> violations(T record) {
        return DirectChecks.of(record.getClass()).accept(record) ? Set.of() : explained(record);
    }

    static <T> Set<ConstraintViolation<T>> explained(T record) {
        return Holder.VALIDATOR.validate(record);
    }

    /**
     * Returns what would be wrong with a value as a component of a record; empty when nothing would. Constraints on what
     * stands inside the value are not looked at.
     *
     * @throws IllegalArgumentException when the record has no such component
     * @throws jakarta.validation.ValidationException when a constraint cannot be checked
     */
    public static <T> Set<ConstraintViolation<T>> violationsOfValue(
            Class<T> type, String component, @Nullable Object value) {
        return DirectChecks.of(type).accept(component, value)
                ? Set.of()
                : Holder.VALIDATOR.validateValue(type, component, value);
    }
}
