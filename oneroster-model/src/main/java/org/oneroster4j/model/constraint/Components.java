package org.oneroster4j.model.constraint;

import jakarta.validation.ConstraintValidatorContext;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Two components of records, compared by constraints that stand on whole records. Safe for several threads. */
final class Components {
    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);

    private static final MethodHandle NONE = MethodHandles.empty(GETTER);

    private final String first;
    private final String second;

    /** Looked up once for a type: they are asked of every record there is. */
    private final ClassValue<Getters> getters = new ClassValue<>() {
        @Override
        protected Getters computeValue(Class<?> type) {
            return new Getters(type, getter(type, first), getter(type, second));
        }
    };

    /** Those of the type that was asked for last, which mostly is asked for again. Whichever a thread sees is whole. */
    private Getters last = new Getters(Record.class, NONE, NONE);

    private record Getters(Class<?> type, MethodHandle first, MethodHandle second) {}

    /** Names components that all records have of which values are asked. */
    Components(String first, String second) {
        this.first = first;
        this.second = second;
    }

    private static MethodHandle getter(Class<?> type, String name) {
        RecordComponent component = Arrays.stream(type.getRecordComponents())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " has no component " + name));
        try {
            return MethodHandles.publicLookup()
                    .unreflect(component.getAccessor())
                    .asType(GETTER);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(type + " is not public", e);
        }
    }

    /** Returns the value of the first component. */
    Object first(Object record) {
        return value(getters(record.getClass()).first, record);
    }

    /** Returns the value of the second component. */
    Object second(Object record) {
        return value(getters(record.getClass()).second, record);
    }

    private Getters getters(Class<?> type) {
        Getters known = last;
        if (known.type != type) {
            known = getters.get(type);
            last = known;
        }
        return known;
    }

    private static Object value(MethodHandle getter, Object record) {
        try {
            return (Object) getter.invokeExact(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The accessor of a public record failed", e);
        }
    }

    /** Makes the violation one of the second component instead of the whole record. */
    void blameSecond(ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                .addPropertyNode(second)
                .addConstraintViolation();
    }
}
