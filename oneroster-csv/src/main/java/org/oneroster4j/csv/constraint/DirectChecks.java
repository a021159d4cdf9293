package org.oneroster4j.csv.constraint;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks of one type. Immutable. */
final class DirectChecks {
    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);

    private static final ClassValue<DirectChecks> OF_TYPES = new ClassValue<>() {
        @Override
        protected DirectChecks computeValue(Class<?> type) {
            return made(type);
        }
    };

    /** A component on which, or in which, something stands; its place is that among all components. */
    private record Part(String name, int place, MethodHandle getter, Check check) {}

    private final Check whole;
    private final Part[] parts;

    private DirectChecks(Check whole, List<Part> parts) {
        this.whole = whole;
        this.parts = parts.toArray(Part[]::new);
    }

    /** Returns the checks of a type, which are made when they are first asked for. */
    static DirectChecks of(Class<?> type) {
        return OF_TYPES.get(type);
    }

    private static DirectChecks made(Class<?> type) {
        Declared declared = Declared.on(type);
        List<String> components = type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()
                : List.of();
        List<Part> parts = new ArrayList<>();
        try {
            for (Place place : declared.components()) {
                if (!place.isBare()) {
                    MethodHandle getter = MethodHandles.publicLookup().unreflect(accessor(type, place.name()));
                    parts.add(new Part(
                            place.name(), components.indexOf(place.name()), getter.asType(GETTER), Checks.of(place)));
                }
            }
        } catch (IllegalAccessException e) {
            // The record is not public: validators look into such a one, this class does not.
            return new DirectChecks(Check.NOTHING, List.of());
        }
        return new DirectChecks(declared.isOdd() ? Check.NOTHING : Checks.of(declared.rules(), type), parts);
    }

    private static Method accessor(Class<?> type, String component) {
        try {
            return type.getMethod(component);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("A component of a record has a public accessor", e);
        }
    }

    /** Returns whether nothing is wrong with a record of the type; false also when that cannot be told here. */
    boolean accept(Object record) {
        for (Part part : parts) {
            if (!part.check.accepts(value(part.getter, record))) {
                return false;
            }
        }
        return whole.accepts(record);
    }

    /**
     * As {@link #accept(Object)}, from the components, and without a look at those that were accepted before.
     *
     * @param accepted of each component the object that was accepted last; one that is accepted takes its place
     * @param scratch for {@link RunCheck#acceptsAscii}, where all texts of the record are known to be such; null otherwise
     */
    boolean accept(Object record, Object[] components, Object[] accepted, byte @Nullable [] scratch) {
        for (Part part : parts) {
            Object value = components[part.place];
            if (value != accepted[part.place]) {
                // Ids are most of what is looked at, so they have a way of their own.
                boolean isSound = (scratch != null && value instanceof String id && part.check instanceof RunCheck ids)
                        ? ids.acceptsAscii(id, scratch)
                        : part.check.accepts(value);
                if (!isSound) {
                    return false;
                }
                accepted[part.place] = value;
            }
        }
        return whole.accepts(record);
    }

    /** Returns whether nothing is wrong with a value for a component; false also when that cannot be told here. */
    boolean accept(String component, @Nullable Object value) {
        for (Part part : parts) {
            if (part.name.equals(component)) {
                return part.check.accepts(value);
            }
        }
        return false;
    }

    private static @Nullable Object value(MethodHandle getter, Object record) {
        try {
            return (Object) getter.invokeExact(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The accessor of a record failed", e);
        }
    }
}
