package org.oneroster4j.csv.constraint;

import jakarta.validation.ClockProvider;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Constraints that name the class that checks them: it is called directly. */
final class OwnValidator {
    private OwnValidator() {}

    /** Returns the check of values of a type. */
    static Check of(Annotation constraint, Class<?> type) {
        Constraint meta = constraint.annotationType().getAnnotation(Constraint.class);
        Class<?>[] classes = meta == null ? new Class<?>[0] : meta.validatedBy();
        if (meta != null && classes.length == 0) {
            // All that it says stands on its annotation type.
            return Check.ANYTHING;
        }
        if (classes.length != 1 || !checks(classes[0], type)) {
            return Check.NOTHING;
        }
        try {
            return check((ConstraintValidator<?, ?>) classes[0].getConstructor().newInstance(), constraint);
        } catch (ReflectiveOperationException e) {
            // The validator knows other ways to make one, or says that there is none.
            return Check.NOTHING;
        }
    }

    /** Whether a class is for values of a type, as far as its declaration shows that. */
    private static boolean checks(Class<?> validator, Class<?> type) {
        for (Type implemented : validator.getGenericInterfaces()) {
            if (implemented instanceof ParameterizedType generic
                    && generic.getRawType() == ConstraintValidator.class
                    && generic.getActualTypeArguments()[1] instanceof Class<?> checked) {
                return checked.isAssignableFrom(type);
            }
        }
        return false;
    }

    // The class is declared for the annotation that names it, and for values of the type.
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Check check(ConstraintValidator made, Annotation constraint) {
        made.initialize(constraint);
        return value -> accepts(made, value);
    }

    private static boolean accepts(ConstraintValidator<Annotation, Object> validator, @Nullable Object value) {
        try {
            return validator.isValid(value, NoContext.INSTANCE);
        } catch (RuntimeException e) {
            // Whether that is an answer is for the validator to say, which asks again.
            return false;
        }
    }

    /** For whoever accepts a value, which needs no context; who asks it for something is asked by the validator again. */
    private enum NoContext implements ConstraintValidatorContext {
        INSTANCE;

        @Override
        public void disableDefaultConstraintViolation() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getDefaultConstraintMessageTemplate() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ClockProvider getClockProvider() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ConstraintViolationBuilder buildConstraintViolationWithTemplate(String messageTemplate) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
