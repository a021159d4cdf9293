package org.oneroster4j.csv.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.model.Manifest;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.testing.Records;

/** The direct checks and the validator agree on any record. */
class AgreementProperties {

    @Provide
    Arbitrary<Object> sound() {
        return Arbitraries.of(RecordTypes.ofData()).flatMap(AgreementProperties::soundOf);
    }

    private static Arbitrary<Object> soundOf(Class<? extends RosterRecord> type) {
        return Arbitraries.oneOf(Records.bulk(type), Records.delta(type)).asGeneric();
    }

    /** Sound records, of which up to three components were changed. */
    @Provide
    Arbitrary<Object> changed() {
        Arbitrary<Object> manifests = Arbitraries.just(manifest());
        Arbitrary<Object> records = Arbitraries.frequencyOf(Tuple.of(13, sound()), Tuple.of(1, manifests));
        Arbitrary<List<Integer>> dice =
                Arbitraries.integers().between(0, 9_999).list().ofMinSize(2).ofMaxSize(6);
        return Combinators.combine(records, dice).as(AgreementProperties::changed);
    }

    private static Object changed(Object record, List<Integer> dice) {
        Object changed = record;
        for (int i = 0; i + 1 < dice.size(); i += 2) {
            RecordComponent[] components = record.getClass().getRecordComponents();
            RecordComponent component = components[dice.get(i) % components.length];
            List<@Nullable Object> values = Variants.values(component);
            changed = Variants.with(changed, component, values.get(dice.get(i + 1) % values.size()));
        }
        return changed;
    }

    private static Manifest manifest() {
        return Manifest.builder().manifestVersion("1.0").oneRosterVersion("1.1").build();
    }

    @Property
    void soundRecordIsAcceptedAtOnce(@ForAll("sound") Object record) {
        assertThat(DirectChecks.of(record.getClass()).accept(record)).isTrue();
        assertThat(Engine.accepts(record)).isTrue();
    }

    @Property(tries = 2000)
    void bothSayTheSameOfAnyRecord(@ForAll("changed") Object record) {
        boolean isGood = Engine.accepts(record);

        assertThat(DirectChecks.of(record.getClass()).accept(record)).isEqualTo(isGood);
        assertThat(Constraints.violations(record).isEmpty()).isEqualTo(isGood);
    }

    /** Whatever stood above a record, and was accepted or not. */
    @Property
    void recordsInARowAreJudgedAsEachAlone(
            @ForAll("changed") Object first, @ForAll List<List<@IntRange(max = 9_999) Integer>> dice) {
        RowConstraints<Object> constraints = new RowConstraints<>(typeOf(first));
        RowConstraints<Object> asciiConstraints = new RowConstraints<>(typeOf(first));
        Object record = first;
        for (List<Integer> change : dice) {
            Object[] components = components(record);
            boolean isGood = Engine.accepts(record);
            assertThat(constraints.violations(record, components, false).isEmpty())
                    .isEqualTo(isGood);
            assertThat(asciiConstraints
                            .violations(record, components, isAscii(Arrays.asList(components)))
                            .isEmpty())
                    .isEqualTo(isGood);
            record = changed(record, change);
        }
    }

    @SuppressWarnings("unchecked") // The class of an object is one of it.
    private static Class<Object> typeOf(Object record) {
        return (Class<Object>) record.getClass();
    }

    private static boolean isAscii(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return isAscii(optional.orElse(null));
        }
        if (value instanceof Collection<?> items) {
            return items.stream().allMatch(AgreementProperties::isAscii);
        }
        if (value instanceof Map<?, ?> map) {
            return isAscii(map.keySet()) && isAscii(map.values());
        }
        if (value instanceof Record record) {
            return Arrays.stream(components(record)).allMatch(AgreementProperties::isAscii);
        }
        return !(value instanceof String text) || text.chars().allMatch(c -> c < 0x80);
    }

    private static Object[] components(Object record) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(component -> Variants.value(record, component))
                .toArray();
    }

    /** Every value of the list in every component of every type: each constraint is met and is broken, and both see it. */
    @Example
    void everyConstraintOnEveryComponentIsTriedBothWays() {
        Set<String> broken = new TreeSet<>();
        Set<String> declared = new TreeSet<>();
        Stream.concat(
                        RecordTypes.ofData().stream()
                                .map(type -> Records.delta(type)
                                        .filter(AgreementProperties::isFull)
                                        .sample()),
                        Stream.<Object>of(manifest()))
                .forEach(record -> {
                    declared.addAll(declared(record.getClass()));
                    tryAll(record, broken);
                });

        // The lists of a record are copies that take no null.
        assertThat(declared.remove("Resource roles NotNull")).isTrue();
        assertThat(broken).isEqualTo(declared).hasSizeGreaterThan(70);
    }

    /** Where rules are on two components, one that is empty would keep them whatever the other is. */
    private static boolean isFull(Object record) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(component -> Variants.value(record, component))
                .noneMatch(value -> value == Optional.empty() || (value instanceof List<?> list && list.isEmpty()));
    }

    private static void tryAll(Object record, Set<String> broken) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            int good = 0;
            for (Object value : Variants.values(component)) {
                Object changed = Variants.with(record, component, value);
                Set<ConstraintViolation<Object>> violations = Engine.VALIDATOR.validate(changed);
                violations.forEach(violation -> broken.add(constraint(violation)));
                good += violations.isEmpty() ? 1 : 0;

                assertThat(DirectChecks.of(record.getClass()).accept(changed))
                        .as(component.toString())
                        .isEqualTo(violations.isEmpty());
            }
            assertThat(good).as(component.toString()).isPositive();
        }
    }

    /** What the constraints of a type, and of the records inside of it, are called in {@link #constraint}. */
    private static Set<String> declared(Class<?> type) {
        Set<String> names = new TreeSet<>();
        Declared declared = Declared.on(type);
        declared.rules().forEach(rule -> names.add(name(type, "", rule)));
        declared.components().forEach(place -> add(names, type, place.name(), place));
        return names;
    }

    private static void add(Set<String> names, Class<?> type, String component, Place place) {
        place.rules().forEach(rule -> names.add(name(type, component, rule)));
        place.arguments().forEach(argument -> add(names, type, component, argument));
        if (place.cascades()) {
            names.addAll(declared(place.type()));
        }
    }

    private static String name(Class<?> type, String component, Rule rule) {
        return type.getSimpleName() + " " + component + " "
                + rule.annotation().annotationType().getSimpleName();
    }

    private static String constraint(ConstraintViolation<?> violation) {
        Annotation annotation = violation.getConstraintDescriptor().getAnnotation();
        Class<?> type = violation.getLeafBean().getClass();
        String component = "";
        if (!type.isAnnotationPresent(annotation.annotationType())) {
            for (Path.Node node : violation.getPropertyPath()) {
                component = node.getKind() == ElementKind.PROPERTY ? node.getName() : component;
            }
        }
        return type.getSimpleName() + " " + component + " "
                + annotation.annotationType().getSimpleName();
    }
}
