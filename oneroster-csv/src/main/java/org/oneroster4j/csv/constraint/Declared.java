package org.oneroster4j.csv.constraint;

import jakarta.validation.Valid;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is written on a record type, read off the fields of the components, where validators read it too.
 *
 * @param rules the constraints on the record as a whole
 * @param components the components, in their order
 * @param isOdd whether something stands where it is not read here: the validator is to be asked about all such records
 */
record Declared(List<Rule> rules, List<Place> components, boolean isOdd) {

    /** Reads a type; one that is no record is odd. */
    static Declared on(Class<?> type) {
        List<Place> components = new ArrayList<>();
        for (RecordComponent component : type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
            components.add(place(type, component.getName()));
        }
        boolean isOdd = !type.isRecord()
                || Place.isOddType(type)
                || constrainsGetter(type)
                || above(type)
                        .anyMatch(other -> constrainsGetter(other)
                                || Place.isOddType(other)
                                || !Rule.among(other.getAnnotations()).isEmpty());
        return new Declared(Rule.among(type.getAnnotations()), components, isOdd);
    }

    private static Place place(Class<?> type, String component) {
        try {
            var field = type.getDeclaredField(component);
            return Place.of(component, field, field.getAnnotatedType());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("A component of a record has a field", e);
        }
    }

    private static Stream<Class<?>> above(Class<?> type) {
        return Arrays.stream(type.getInterfaces()).flatMap(one -> Stream.concat(Stream.of(one), above(one)));
    }

    /** Validators take what is called like a getter for a property, be there a component or not. */
    private static boolean constrainsGetter(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && isGetter(method.getName()))
                .anyMatch(Declared::isConstrained);
    }

    private static boolean isGetter(String name) {
        return name.startsWith("get") || name.startsWith("is") || name.startsWith("has");
    }

    private static boolean isConstrained(Method method) {
        return method.isAnnotationPresent(Valid.class)
                || !Place.of(method.getName(), method, method.getAnnotatedReturnType())
                        .isBare();
    }
}
