package org.oneroster4j.csv.constraint;

import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/** The constraints of Jakarta Validation, as its specification defines them. */
final class BuiltIn {
    private static final Set<Class<?>> WHOLE_NUMBERS =
            Set.of(byte.class, short.class, int.class, long.class, Byte.class, Short.class, Integer.class, Long.class);

    private BuiltIn() {}

    /** Returns the check of values of a type; of others than those below there are no checks. */
    static Check of(Annotation constraint, Class<?> type) {
        if (constraint instanceof NotNull || constraint instanceof Null) {
            return ofPresence(constraint instanceof Null, type);
        }
        if (WHOLE_NUMBERS.contains(type)) {
            return ofNumbers(constraint);
        }
        if (type == boolean.class || type == Boolean.class) {
            return ofBooleans(constraint);
        }
        if (type == String.class) {
            return ofTexts(constraint);
        }
        if (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
            return ofContainers(constraint, Map.class.isAssignableFrom(type));
        }
        return Check.NOTHING;
    }

    /** Of values that are not opened: validators look into {@code OptionalInt}, for example, of their own accord. */
    private static Check ofPresence(boolean absent, Class<?> type) {
        boolean isPlain = type.isPrimitive()
                || type.isEnum()
                || type.isRecord()
                || type == Optional.class
                || (type.getName().startsWith("java.") && !type.getSimpleName().startsWith("Optional"));
        if (!isPlain) {
            return Check.NOTHING;
        }
        return absent ? value -> value == null : value -> value != null;
    }

    private static Check ofNumbers(Annotation constraint) {
        if (constraint instanceof Min min) {
            long limit = min.value();
            return number(value -> value >= limit);
        }
        if (constraint instanceof Max max) {
            long limit = max.value();
            return number(value -> value <= limit);
        }
        if (constraint instanceof Positive) {
            return number(value -> value > 0);
        }
        if (constraint instanceof PositiveOrZero) {
            return number(value -> value >= 0);
        }
        if (constraint instanceof Negative) {
            return number(value -> value < 0);
        }
        return constraint instanceof NegativeOrZero ? number(value -> value <= 0) : Check.NOTHING;
    }

    private static Check number(LongPredicate accepted) {
        return value -> value == null || accepted.test(((Number) value).longValue());
    }

    private static Check ofBooleans(Annotation constraint) {
        if (constraint instanceof AssertTrue) {
            return value -> value == null || (Boolean) value;
        }
        return constraint instanceof AssertFalse ? value -> value == null || !((Boolean) value) : Check.NOTHING;
    }

    private static Check ofTexts(Annotation constraint) {
        if (constraint instanceof NotBlank) {
            return value -> value != null && !((String) value).isBlank();
        }
        if (constraint instanceof NotEmpty) {
            return value -> value != null && !((String) value).isEmpty();
        }
        if (constraint instanceof Size size) {
            int min = size.min();
            int max = size.max();
            return value -> value == null || isBetween(((String) value).length(), min, max);
        }
        return constraint instanceof Pattern pattern ? TextPattern.check(pattern) : Check.NOTHING;
    }

    private static Check ofContainers(Annotation constraint, boolean isMap) {
        if (constraint instanceof NotEmpty) {
            return value -> value != null && size(value, isMap) > 0;
        }
        if (constraint instanceof Size size) {
            int min = size.min();
            int max = size.max();
            return value -> value == null || isBetween(size(value, isMap), min, max);
        }
        return Check.NOTHING;
    }

    private static int size(Object container, boolean isMap) {
        return isMap ? ((Map<?, ?>) container).size() : ((Collection<?>) container).size();
    }

    private static boolean isBetween(int size, int min, int max) {
        return size >= min && size <= max;
    }
}
