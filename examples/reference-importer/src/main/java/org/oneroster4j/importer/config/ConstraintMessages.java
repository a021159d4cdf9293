package org.oneroster4j.importer.config;

import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Set;
import org.oneroster4j.csv.constraint.Constraints;

/** What constraints say of a setting. */
final class ConstraintMessages {
    private ConstraintMessages() {}

    /** Returns what the constraints on a component of settings say of a value, each to be put behind its name. */
    static List<String> of(Class<?> settings, String component, Object value) {
        Set<? extends ConstraintViolation<?>> violations = Constraints.violationsOfValue(settings, component, value);
        return violations.stream().map(ConstraintViolation::getMessage).sorted().toList();
    }
}
