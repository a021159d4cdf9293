package org.oneroster4j.importer.blackbox;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as the tests understand them: blank is open, what is no day satisfies nothing. */
final class PlainDay {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})(?:[T ].*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?:[T ].*)?");

    private PlainDay() {}

    static boolean isNotAfter(String text, LocalDate day) {
        return text.isEmpty() || !of(text, LocalDate.MAX).isAfter(day);
    }

    static boolean isNotBefore(String text, LocalDate day) {
        return text.isEmpty() || !of(text, LocalDate.MIN).isBefore(day);
    }

    private static LocalDate of(String text, LocalDate otherwise) {
        Matcher first = YEAR_FIRST.matcher(text);
        Matcher last = YEAR_LAST.matcher(text);
        try {
            if (first.matches()) {
                return LocalDate.of(number(first, 1), number(first, 3), number(first, 4));
            }
            return last.matches() ? LocalDate.of(number(last, 3), number(last, 1), number(last, 2)) : otherwise;
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
