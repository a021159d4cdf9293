package org.oneroster4j.csv.constraint;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.model.UserId;

/** Records with other values in them, among which are those at the border of what is good. */
final class Variants {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\u0000\u001F",
            "\u00A0",
            "a",
            "a b",
            "a\n",
            "\u00E9",
            "\uD83D\uDE00",
            "09AZaz.-_/@",
            "a|b",
            "x".repeat(255),
            "x".repeat(256),
            "KG",
            "KG\n",
            "kg",
            "05",
            "13",
            "14",
            "5",
            "Other",
            "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
            "a@b",
            " a@b\u00A0",
            "a@",
            "@b",
            " @b",
            "a@b@c");

    private static final Map<Class<?>, List<?>> PLAIN = Map.of(
            String.class, TEXTS,
            LocalDate.class, List.of(LocalDate.of(1, 1, 1), LocalDate.of(2026, 8, 1), LocalDate.of(9999, 12, 31)),
            Instant.class, List.of(Instant.EPOCH),
            Year.class, List.of(Year.of(2027)),
            Boolean.class, List.of(true, false),
            BigDecimal.class, List.of(BigDecimal.TEN),
            UserId.class, userIds());

    private Variants() {}

    private static List<UserId> userIds() {
        return List.of(new UserId("LDAP", "a"), new UserId(" ", "a"), new UserId("LDAP", ""), new UserId("", " "));
    }

    /** The values for a component, good ones and bad ones. */
    static List<@Nullable Object> values(RecordComponent component) {
        List<@Nullable Object> values = new ArrayList<>(values(component.getGenericType()));
        if (component.getType() == String.class || component.getType().isEnum()) {
            // The constructors take it, though the null marks forbid it.
            values.add(null);
        }
        return values;
    }

    private static List<?> values(Type type) {
        if (type instanceof ParameterizedType generic) {
            List<?> items = values(generic.getActualTypeArguments()[0]);
            if (generic.getRawType() == Optional.class) {
                List<Object> values = new ArrayList<>(List.of(Optional.empty()));
                items.forEach(item -> values.add(Optional.of(item)));
                return values;
            }
            return generic.getRawType() == List.class
                    ? lists(items)
                    : generic.getRawType() == Set.class
                            ? List.of(Set.of())
                            : List.of(Map.of(), Map.of("metadata.a", ""));
        }
        Class<?> plain = (Class<?>) type;
        return plain.isEnum() ? Arrays.asList(plain.getEnumConstants()) : PLAIN.getOrDefault(plain, List.of());
    }

    private static List<?> lists(List<?> items) {
        List<Object> lists = new ArrayList<>(List.of(List.of()));
        for (Object item : items) {
            lists.add(List.of(item));
            lists.add(List.of(items.get(4 % items.size()), item));
            lists.add(List.of(item, items.get(0), item));
        }
        return lists;
    }

    /** The same record with another value in one component. */
    static Object with(Object record, RecordComponent changed, @Nullable Object value) {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            values.add(component.getName().equals(changed.getName()) ? value : value(record, component));
        }
        try {
            Constructor<?> constructor = record.getClass()
                    .getConstructor(Arrays.stream(record.getClass().getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record has a public constructor of its components", e);
        }
    }

    static @Nullable Object value(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The accessor of a public record failed", e);
        }
    }
}
