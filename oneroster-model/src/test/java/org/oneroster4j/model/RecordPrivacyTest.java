package org.oneroster4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oneroster4j.model.finding.Location;

/** What describes a person stays out of {@code toString}, and so out of logs and messages. */
class RecordPrivacyTest {
    private static final String SECRET = "Secret";

    static Stream<Class<?>> records() {
        return Stream.concat(
                Arrays.stream(RosterRecord.class.getPermittedSubclasses()), Stream.of(UserId.class, Manifest.class));
    }

    @ParameterizedTest
    @MethodSource("records")
    void toStringShowsNoTextButIdsAndReferences(Class<?> type) throws ReflectiveOperationException {
        Object filled = filled(type);

        assertThat(filled.toString()).doesNotContain(SECRET).doesNotContain("1999");
    }

    @ParameterizedTest
    @MethodSource("records")
    void rowOfARecordShowsNoMore(Class<?> type) throws ReflectiveOperationException {
        if (filled(type) instanceof RosterRecord record) {
            assertThat(Row.of(record, new Location.Row("users.csv", 2)).toString())
                    .doesNotContain(SECRET);
        }
    }

    /** A record whose texts all begin with the secret, except for ids and references, whose birth dates are of 1999. */
    private static Object filled(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            boolean reference = components[i].getName().matches("sourcedId|.*SourcedIds?|oneRosterVersion|type");
            values[i] = value(components[i].getGenericType(), reference ? "ref" : SECRET + components[i].getName());
        }
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        return constructor.newInstance(values);
    }

    private static Object value(Type type, String text) {
        if (type instanceof ParameterizedType generic) {
            Object first = value(generic.getActualTypeArguments()[0], text);
            if (generic.getRawType() == Map.class) {
                return first instanceof OneRosterFile ? Map.of() : Map.of(text, text);
            }
            if (generic.getRawType() == Set.class) {
                return Set.of(first);
            }
            return generic.getRawType() == List.class ? List.of(first) : Optional.of(first);
        }
        return switch (((Class<?>) type).getSimpleName()) {
            case "String" -> text;
            case "Boolean" -> true;
            case "Instant" -> Instant.parse("2026-10-15T00:00:00Z");
            case "LocalDate" -> LocalDate.of(text.contains("birth") ? 1999 : 2026, 10, 15);
            case "BigDecimal" -> new BigDecimal("1999.5");
            case "Year" -> Year.of(2027);
            case "UserId" -> new UserId("LDAP", text);
            default -> ((Class<?>) type).getEnumConstants()[0];
        };
    }
}
