package org.oneroster4j.csv.constraint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accepts values, and says nothing of those it does not. Safe for several threads. */
interface Check {
    /** For what is not known here, so that the validator is asked. */
    Check NOTHING = value -> false;

    /** Returns whether nothing is wrong with a value; false also when that cannot be told here. */
    boolean accepts(@Nullable Object value);

    /** Returns one check for several. */
    static Check all(List<Check> checks) {
        if (checks.size() == 1) {
            return checks.get(0);
        }
        Check[] each = checks.toArray(Check[]::new);
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
