package org.oneroster4j.testing;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.oneroster4j.model.IfUnreadable;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.constraint.EndsNotBefore;
import org.oneroster4j.model.constraint.SubjectsPair;

/**
 * Generated records in which nothing is wrong: they keep the constraints that stand on them and can be written as cells.
 * Which values a component takes is read off its type and its constraints, so that a new column is generated without a
 * change here. References lead nowhere in particular. Stateless, so safe for use by several threads.
 */
public final class Records {
    /** The columns of the sender's own that the records have values for, in the order in which they are declared. */
    public static final List<String> METADATA =
            List.of("metadata.house", "metadata.Locker, 2nd \"floor\"", "metadata.\u00E9\uD83D\uDE00");

    private Records() {}

    /** Records of a bulk file, which have neither status nor date of change. */
    public static <T extends RosterRecord> Arbitrary<T> bulk(Class<T> type) {
        return records(type, false);
    }

    /** Records of a delta file, which have both. */
    public static <T extends RosterRecord> Arbitrary<T> delta(Class<T> type) {
        return records(type, true);
    }

    /** Texts that a cell can hold, white space at their ends and all that CSV has a use for among them. */
    public static Arbitrary<String> texts() {
        return RecordValues.texts();
    }

    /** The same record with another value in one component, which is not looked at. */
    public static <T extends RosterRecord> T with(T record, String component, Object value) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent one : record.getClass().getRecordComponents()) {
            try {
                values.add(
                        one.getName().equals(component)
                                ? value
                                : one.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The accessor of a public record failed", e);
            }
        }
        @SuppressWarnings("unchecked") // The type of a record is the type of its class.
        Class<T> type = (Class<T>) record.getClass();
        return made(type, values);
    }

    // Without edge cases: those of nineteen components are more than any run has tries.
    private static <T extends RosterRecord> Arbitrary<T> records(Class<T> type, boolean delta) {
        List<Arbitrary<Object>> values = Arrays.stream(type.getRecordComponents())
                .map(component -> values(component, delta).asGeneric())
                .toList();
        return Combinators.combine(values)
                .as(list -> record(type, new ArrayList<>(list)))
                .withoutEdgeCases();
    }

    private static Arbitrary<?> values(RecordComponent component, boolean delta) {
        Class<?> raw = component.getType();
        Arbitrary<?> items = RecordValues.of(item(component.getGenericType()), constraints(component), raw)
                .filter(value -> !isPlaceholder(component, value));
        switch (component.getName()) {
            case "status", "dateLastModified" -> {
                return delta ? items.map(Optional::of) : Arbitraries.just(Optional.empty());
            }
            case "metadata" -> {
                return Arbitraries.maps(Arbitraries.of(METADATA), texts()).ofMaxSize(METADATA.size());
            }
            default -> {
                boolean required = constraints(component).stream()
                        .anyMatch(constraint -> List.of("NotNull", "NotEmpty")
                                .contains(constraint.annotationType().getSimpleName()));
                if (raw == List.class) {
                    return items.list().ofMinSize(required ? 1 : 0).ofMaxSize(4);
                }
                return raw == Optional.class ? (required ? items.map(Optional::of) : items.optional()) : items;
            }
        }
    }

    /** No reader takes such a date for one. */
    private static boolean isPlaceholder(RecordComponent component, Object value) {
        IfUnreadable unreadable = component.getAnnotation(IfUnreadable.class);
        return unreadable != null && value instanceof LocalDate date && date.getYear() < unreadable.placeholderBefore();
    }

    private static Class<?> item(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : type);
    }

    /** What stands on the component, and on what its list or its optional holds. */
    private static List<Annotation> constraints(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        Stream<AnnotatedElement> inside = type instanceof AnnotatedParameterizedType generic
                ? Arrays.stream(generic.getAnnotatedActualTypeArguments())
                : Stream.of();
        return Stream.concat(Stream.of(component.getAccessor(), type), inside)
                .flatMap(element -> Arrays.stream(element.getAnnotations()))
                .toList();
    }

    private static <T extends RosterRecord> T record(Class<T> type, List<Object> values) {
        List<String> names = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        EndsNotBefore dates = type.getAnnotation(EndsNotBefore.class);
        if (dates != null) {
            order(values, names.indexOf(dates.start()), names.indexOf(dates.end()));
        }
        if (type.isAnnotationPresent(SubjectsPair.class)) {
            pair(values, names.indexOf("subjects"), names.indexOf("subjectCodes"));
        }
        return made(type, values);
    }

    private static <T extends RosterRecord> T made(Class<T> type, List<Object> values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<T> constructor = type.getConstructor(types);
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record has a public constructor of its components", e);
        }
    }

    private static void order(List<Object> values, int start, int end) {
        Optional<?> first = (Optional<?>) values.get(start);
        Optional<?> last = (Optional<?>) values.get(end);
        if (first.isPresent() && last.isPresent() && ((LocalDate) last.get()).isBefore((LocalDate) first.get())) {
            values.set(start, last);
            values.set(end, first);
        }
    }

    private static void pair(List<Object> values, int names, int codes) {
        List<?> first = (List<?>) values.get(names);
        List<?> second = (List<?>) values.get(codes);
        int size = Math.min(first.size(), second.size());
        if (size > 0) {
            values.set(names, first.subList(0, size));
            values.set(codes, second.subList(0, size));
        }
    }
}
