package org.oneroster4j.model.constraint;

import jakarta.validation.ConstraintValidatorContext;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;

/** What constraints on whole records have in common. */
final class Components {
    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);

    /** Looked up once for a type: this is asked for every record there is. */
    private static final ClassValue<Map<String, MethodHandle>> GETTERS = new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
            return getters(type);
        }
    };

    private Components() {}

    private static Map<String, MethodHandle> getters(Class<?> type) {
        Map<String, MethodHandle> getters = new HashMap<>();
        try {
            for (RecordComponent component : type.getRecordComponents()) {
                MethodHandle getter = MethodHandles.publicLookup().unreflect(component.getAccessor());
                getters.put(component.getName(), getter.asType(GETTER));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The record is not public", e);
        }
        return getters;
    }

    /** Returns the value of a component. */
    static Object value(Object record, String name) {
        MethodHandle getter = GETTERS.get(record.getClass()).get(name);
        if (getter == null) {
            throw new IllegalStateException(record.getClass() + " has no component " + name);
        }
        try {
            return (Object) getter.invokeExact(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
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
