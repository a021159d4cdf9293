package org.oneroster4j.csv.anonymise;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * A date as it is written: its order, separators and numbers of digits, into which another day can be put. The day lies
 * in one of the hundred years before 2020, so that there are enough even for a district that has children of every
 * birthday.
 */
final class DateForm {
    private static final int FIRST_YEAR = 1920;
    private static final int YEARS = 100;

    /** A time behind a date, in the forms that programs write. It is not of a person and stays. */
    private static final Pattern TIME =
            Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?( ?[AaPp][Mm])?([Zz]|[+-]\\d{2}:?\\d{2})?");

    private DateForm() {}

    /** Returns where the date of a readable text ends: at the {@code T} or the space before a time, or with the text. */
    static int end(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 'T' || text.charAt(i) == ' ') {
                return i;
            }
        }
        return text.length();
    }

    /** Tells whether what stands behind a date is nothing but a time. */
    static boolean isTime(String behind) {
        return TIME.matcher(behind).matches();
    }

    /** Returns another day in the form of a date. */
    static String other(String date, Draws draws) {
        String[] parts = date.split("[-/]", -1);
        boolean yearFirst = parts[0].length() == 4;
        String month = yearFirst ? parts[1] : parts[0];
        String day = yearFirst ? parts[2] : parts[1];
        int year = FIRST_YEAR + draws.below(YEARS);
        int newMonth = 1 + draws.below(month.length() == 1 ? 9 : 12);
        int days = YearMonth.of(year, newMonth).lengthOfMonth();
        int newDay = 1 + draws.below(day.length() == 1 ? 9 : days);
        return written(date, LocalDate.of(year, newMonth, newDay), month.length(), day.length(), yearFirst);
    }

    private static String written(String date, LocalDate day, int monthDigits, int dayDigits, boolean yearFirst) {
        String separator = date.indexOf('-') >= 0 ? "-" : "/";
        String month = padded(day.getMonthValue(), monthDigits);
        String dayOfMonth = padded(day.getDayOfMonth(), dayDigits);
        return yearFirst
                ? day.getYear() + separator + month + separator + dayOfMonth
                : month + separator + dayOfMonth + separator + day.getYear();
    }

    private static String padded(int number, int digits) {
        return digits == 2 && number < 10 ? "0" + number : String.valueOf(number);
    }
}
