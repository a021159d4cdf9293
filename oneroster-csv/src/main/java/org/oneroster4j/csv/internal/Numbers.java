package org.oneroster4j.csv.internal;

import java.math.BigDecimal;
import java.time.Year;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers. */
final class Numbers {
    /** A sign and an exponent are read too; the exponent is kept short, as 1E999999999 would be a gigabyte of zeros. */
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,2})?");

    private Numbers() {}

    static @Nullable BigDecimal decimal(String text) {
        return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    static @Nullable Year year(String text) {
        return text.length() == 4 && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Year.of(Integer.parseInt(text))
                : null;
    }
}
