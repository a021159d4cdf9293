package org.oneroster4j.csv.constraint;

import jakarta.validation.Constraint;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what is written into checks. */
final class Checks {
    private Checks() {}

    /** Returns a check of the values at a place, and of what is inside of them. */
    static Check of(Place place) {
        List<Check> checks = new ArrayList<>();
        if (place.isOdd()) {
            checks.add(Check.NOTHING);
        }
        place.rules().forEach(rule -> checks.add(of(rule, place.type())));
        if (place.cascades()) {
            checks.add(cascade(place.type()));
        }
        for (int i = 0; i < place.arguments().size(); i++) {
            Place argument = place.arguments().get(i);
            if (!argument.isBare()) {
                checks.add(inside(place.type(), i, of(argument)));
            }
        }
        return Check.all(checks);
    }

    /** Returns a check of whole values of a type. */
    static Check of(List<Rule> rules, Class<?> type) {
        return Check.all(rules.stream().map(rule -> of(rule, type)).toList());
    }

    private static Check of(Rule rule, Class<?> type) {
        if (!rule.isPlain()) {
            return Check.NOTHING;
        }
        Annotation annotation = rule.annotation();
        if (annotation.annotationType().getPackage() == Constraint.class.getPackage()
                || annotation.annotationType().getName().startsWith("jakarta.validation.constraints.")) {
            return BuiltIn.of(annotation, type);
        }
        List<Check> checks = new ArrayList<>();
        // The groups and the payload of a part are those of the whole.
        rule.composing().forEach(part -> checks.add(of(part, type)));
        checks.add(OwnValidator.of(annotation, type));
        return Check.all(checks);
    }

    /**
     * The constraints on a record inside a record. One inside that one again is left to the validator, which does not go
     * round in circles.
     */
    private static Check cascade(Class<?> type) {
        boolean goesOn = Declared.on(type).components().stream().anyMatch(Checks::cascades);
        if (!type.isRecord() || goesOn) {
            return Check.NOTHING;
        }
        DirectChecks checks = DirectChecks.of(type);
        return value -> value == null || checks.accept(value);
    }

    private static boolean cascades(Place place) {
        return place.cascades() || place.arguments().stream().anyMatch(Checks::cascades);
    }

    private static Check inside(Class<?> container, int argument, Check check) {
        if (container == Optional.class) {
            return value -> value == null || check.accepts(((Optional<?>) value).orElse(null));
        }
        if (container == List.class) {
            return value -> value == null || acceptsItems(check, (List<?>) value);
        }
        if (container == Set.class || container == Collection.class) {
            return value -> value == null || acceptsEach(check, (Collection<?>) value);
        }
        if (container == Map.class) {
            return argument == 0
                    ? value -> value == null || acceptsEach(check, ((Map<?, ?>) value).keySet())
                    : value -> value == null || acceptsEach(check, ((Map<?, ?>) value).values());
        }
        return Check.NOTHING;
    }

    /** Without an iterator, which would be garbage for every list of every record. */
    private static boolean acceptsItems(Check check, List<?> items) {
        int size = items.size();
        for (int i = 0; i < size; i++) {
            if (!check.accepts(items.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean acceptsEach(Check check, Collection<?> items) {
        for (Object item : items) {
            if (!check.accepts(item)) {
                return false;
            }
        }
        return true;
    }
}
