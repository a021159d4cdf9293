package org.oneroster4j.csv.constraint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accepts values, and says nothing of those it does not. Safe for several threads. */
interface Check {
    /** For what is not known here, so that the validator is asked. */
    Check NOTHING = value -> false;

    /** For what says nothing of its own. */
    Check ANYTHING = value -> true;

    /** Returns whether nothing is wrong with a value; false also when that cannot be told here. */
    boolean accepts(@Nullable Object value);

    /** Returns one check for several. */
    static Check all(List<Check> checks) {
        Check[] each = checks.stream().filter(check -> check != ANYTHING).toArray(Check[]::new);
        if (each.length == 0) {
            return ANYTHING;
        }
        if (each.length == 1) {
            return each[0];
        }
        return value -> {
            for (Check check : each) {
                if (!check.accepts(value)) {
                    return false;
                }
            }
            return true;
        };
    }
}
