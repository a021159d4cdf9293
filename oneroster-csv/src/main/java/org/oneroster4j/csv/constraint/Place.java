package org.oneroster4j.csv.constraint;

import jakarta.validation.GroupSequence;
import jakarta.validation.Valid;
import jakarta.validation.groups.ConvertGroup;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * A component, or what is inside of one, and what stands on it.
 *
 * @param name the name of the component, or the position among the type arguments
 * @param type the type of the values
 * @param rules the constraints on the values
 * @param cascades whether the constraints on the type of the values hold as well
 * @param arguments what stands on the type arguments of the type, one for each
 * @param isOdd whether there is more to it than is read here
 */
record Place(String name, Class<?> type, List<Rule> rules, boolean cascades, List<Place> arguments, boolean isOdd) {

    /** Reads what stands on an element of a type. */
    static Place of(String name, AnnotatedElement element, AnnotatedType type) {
        List<Place> arguments = new ArrayList<>();
        if (type instanceof AnnotatedParameterizedType generic) {
            for (AnnotatedType argument : generic.getAnnotatedActualTypeArguments()) {
                arguments.add(of(String.valueOf(arguments.size()), argument, argument));
            }
        }
        Annotation[] annotations = element.getAnnotations();
        boolean isOdd = type instanceof AnnotatedArrayType
                || element.isAnnotationPresent(ConvertGroup.class)
                || element.isAnnotationPresent(ConvertGroup.List.class)
                || isOfAnEngine(annotations);
        return new Place(
                name,
                raw(type.getType()),
                Rule.among(annotations),
                element.isAnnotationPresent(Valid.class),
                arguments,
                isOdd);
    }

    /** Whether a type says more of how it is validated than its constraints do. */
    static boolean isOddType(Class<?> type) {
        return type.isAnnotationPresent(GroupSequence.class) || isOfAnEngine(type.getAnnotations());
    }

    private static boolean isOfAnEngine(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            // By name, since asking for the types would load the validator.
            if (annotation.annotationType().getName().startsWith("org.hibernate.validator.")) {
                return true;
            }
        }
        return false;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        return type instanceof ParameterizedType generic ? raw(generic.getRawType()) : Object.class;
    }

    /** Returns whether nothing stands here, nor inside. */
    boolean isBare() {
        return rules.isEmpty() && !cascades && !isOdd && arguments.stream().allMatch(Place::isBare);
    }
}
