package org.oneroster4j.csv.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.groups.Default;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A constraint as it is written.
 *
 * @param annotation the constraint
 * @param composing the constraints that stand on its annotation type, which hold where it stands
 */
record Rule(Annotation annotation, List<Rule> composing) {
    private static final String JAVA = "java.lang.annotation.";
    private static final String JAKARTA = "jakarta.validation.";

    /** Returns the constraints among annotations, those that are repeated in an annotation of their own included. */
    static List<Rule> among(Annotation[] annotations) {
        List<Rule> rules = new ArrayList<>();
        for (Annotation annotation : annotations) {
            Class<? extends Annotation> type = annotation.annotationType();
            if (type.isAnnotationPresent(Constraint.class)) {
                rules.add(new Rule(annotation, among(type.getAnnotations())));
            } else if (isList(type)) {
                rules.addAll(among((Annotation[]) attribute(annotation, "value")));
            }
        }
        return rules;
    }

    /** Whether annotations of a type hold several constraints of one type. */
    private static boolean isList(Class<? extends Annotation> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("value"))
                .map(method -> method.getReturnType().getComponentType())
                .anyMatch(item -> item != null && item.isAnnotationPresent(Constraint.class));
    }

    /** Returns whether it holds whatever a record is checked for, and means what its parts mean. */
    boolean isPlain() {
        Class<?>[] groups = (Class<?>[]) attribute(annotation, "groups");
        Class<?>[] payload = (Class<?>[]) attribute(annotation, "payload");
        return payload.length == 0
                && Arrays.stream(groups).allMatch(group -> group == Default.class)
                && Arrays.stream(annotation.annotationType().getAnnotations()).allMatch(Rule::isUsual)
                && Arrays.stream(annotation.annotationType().getDeclaredMethods())
                        .noneMatch(Rule::changesParts);
    }

    /** An annotation of Hibernate's on a constraint turns "all of its parts" into "one of its parts", for example. */
    private static boolean isUsual(Annotation onConstraint) {
        Class<? extends Annotation> type = onConstraint.annotationType();
        return type.getName().startsWith(JAVA)
                || type.getName().startsWith(JAKARTA)
                || type.isAnnotationPresent(Constraint.class);
    }

    private static boolean changesParts(Method attribute) {
        return attribute.isAnnotationPresent(OverridesAttribute.class)
                || attribute.isAnnotationPresent(OverridesAttribute.List.class);
    }

    private static Object attribute(Annotation annotation, String name) {
        try {
            Method method = annotation.annotationType().getDeclaredMethod(name);
            // An annotation of a test, for example, is not public.
            method.trySetAccessible();
            return method.invoke(annotation);
        } catch (InvocationTargetException | NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException(annotation.annotationType() + " is not a constraint", e);
        }
    }
}
