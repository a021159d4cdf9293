package org.oneroster4j.csv.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.internal.Doubts.SlashDates;

/** Reads the dates that feeds write: {@code YYYY-MM-DD}, {@code YYYY/MM/DD}, {@code MM/DD/YYYY}, a time behind each. */
public final class Dates {
    /** What stands behind a date is not used, but it has to begin like a time: other text may belong to the date. */
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}.*", Pattern.DOTALL);

    private static final int MONTHS = 12;
    private static final int ISO_LENGTH = "YYYY-MM-DD".length();
    private static final int SECONDS_LENGTH = "YYYY-MM-DDTHH:MM:SSZ".length();
    private static final int MILLIS_LENGTH = "YYYY-MM-DDTHH:MM:SS.sssZ".length();

    private Dates() {}

    /** Returns the date of a trimmed text, null when it is none of the forms or no day of the calendar. */
    static @Nullable LocalDate date(String text) {
        return date(text, SlashDates.MONTH_FIRST);
    }

    /** Tells whether a trimmed text is a date, whichever of day and month is first. */
    static boolean isDate(String text) {
        return date(text) != null || date(text, SlashDates.DAY_FIRST) != null;
    }

    private static @Nullable LocalDate date(String text, SlashDates slashDates) {
        return text.length() == ISO_LENGTH && isIso(text) ? isoDate(text) : anyDate(text, slashDates);
    }

    /** The numbers of a date, in the order in which they are written. */
    private record Parts(int first, int second, int third, boolean yearFirst) {}

    /** What the two numbers of a date of the form {@code A/B/YYYY} say about their order. */
    public enum SlashOrder {
        /** It is no such date. */
        NONE,
        /** Either may be the month. */
        OPEN,
        /** The second cannot be the month. */
        MONTH_FIRST,
        /** The first cannot be the month, and the second can. */
        DAY_FIRST,
        /** Neither can be the month. */
        NEITHER
    }

    /** Returns what a trimmed text says about the order of day and month, be it a day of the calendar or not. */
    public static SlashOrder slashOrder(String text) {
        @Nullable Parts parts = parts(text);
        if (parts == null || parts.yearFirst) {
            return SlashOrder.NONE;
        }
        if (parts.first > MONTHS) {
            return parts.second <= MONTHS ? SlashOrder.DAY_FIRST : SlashOrder.NEITHER;
        }
        return parts.second > MONTHS ? SlashOrder.MONTH_FIRST : SlashOrder.OPEN;
    }

    /** Tells whether a text begins with a date of the form of the specification, be it a day of the calendar or not. */
    private static boolean isIso(String text) {
        return areDigits(text, 0, 4)
                && text.charAt(4) == '-'
                && areDigits(text, 5, 7)
                && text.charAt(7) == '-'
                && areDigits(text, 8, ISO_LENGTH);
    }

    private static boolean areDigits(String text, int start, int end) {
        return digitsEnd(text, start, end) == end;
    }

    private static @Nullable LocalDate isoDate(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, ISO_LENGTH);
        return isDay(year, month, day) ? LocalDate.of(year, month, day) : null;
    }

    private static @Nullable LocalDate anyDate(String text, SlashDates slashDates) {
        @Nullable Parts parts = parts(text);
        if (parts == null) {
            return null;
        }
        if (parts.yearFirst) {
            return day(parts.first, parts.second, parts.third);
        }
        return switch (slashDates) {
            case MONTH_FIRST -> day(parts.third, parts.first, parts.second);
            case DAY_FIRST -> day(parts.third, parts.second, parts.first);
            case UNREADABLE -> null;
        };
    }

    private static @Nullable Parts parts(String text) {
        int end = endOfDate(text);
        int firstEnd = digitsEnd(text, 0, end);
        int secondEnd = digitsEnd(text, firstEnd + 1, end);
        int thirdEnd = digitsEnd(text, secondEnd + 1, end);
        if (secondEnd >= end || thirdEnd != end || text.charAt(firstEnd) != text.charAt(secondEnd)) {
            return null;
        }
        char separator = text.charAt(firstEnd);
        boolean yearLast = separator == '/' && thirdEnd - secondEnd == 5 && isShort(firstEnd);
        boolean yearFirst =
                (separator == '-' || separator == '/') && firstEnd == 4 && isShort(thirdEnd - secondEnd - 1);
        boolean bare = end == text.length();
        if (!(yearFirst || yearLast)
                || !isShort(secondEnd - firstEnd - 1)
                || !(bare || TIME.matcher(text).region(end + 1, text.length()).matches())) {
            return null;
        }
        return new Parts(
                number(text, 0, firstEnd),
                number(text, firstEnd + 1, secondEnd),
                number(text, secondEnd + 1, thirdEnd),
                yearFirst);
    }

    private static boolean isShort(int digits) {
        return digits == 1 || digits == 2;
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        return isDay(year, month, day) ? LocalDate.of(year, month, day) : null;
    }

    private static boolean isDay(int year, int month, int day) {
        return month >= 1
                && month <= MONTHS
                && day >= 1
                && day <= Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year));
    }

    /** The date goes up to the {@code T} or the space before a time, or to the end. */
    private static int endOfDate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 'T' || text.charAt(i) == ' ') {
                return i;
            }
        }
        return text.length();
    }

    private static int digitsEnd(String text, int start, int end) {
        int i = start;
        while (i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    /** Reads a date and says when it is not of the form of the specification. */
    static @Nullable LocalDate date(String text, Repairs repairs) {
        boolean iso = text.length() == ISO_LENGTH && isIso(text);
        LocalDate date = iso ? isoDate(text) : anyDate(text, order(text, repairs));
        if (date != null && !iso) {
            int end = endOfDate(text);
            if (end < text.length()) {
                repairs.repaired(CsvFindingCode.DATE_WITH_TIME);
            }
            if (end != ISO_LENGTH || text.charAt(4) != '-') {
                repairs.repaired(CsvFindingCode.DATE_FORM);
            }
        }
        return date;
    }

    /** Asks for the order only where it matters: to answer may take a reading of the drop. */
    private static SlashDates order(String text, Repairs repairs) {
        return slashOrder(text) == SlashOrder.NONE ? SlashDates.MONTH_FIRST : repairs.slashDates();
    }

    /** Reads a time and says when it is not of the form of the specification. */
    static @Nullable Instant instant(String text, Repairs repairs) {
        Instant instant = isFixed(text) ? instant(text) : anyInstant(text, order(text, repairs));
        if (instant != null && !(text.endsWith("Z") && text.length() > ISO_LENGTH && text.charAt(ISO_LENGTH) == 'T')) {
            repairs.repaired(CsvFindingCode.TIMESTAMP_FORM);
        }
        return instant;
    }

    /** Returns the instant of a trimmed text; a time without an offset, and a date alone, are UTC. */
    static @Nullable Instant instant(String text) {
        @Nullable Instant fixed = isFixed(text) ? fixedInstant(text) : null;
        return fixed == null ? anyInstant(text, SlashDates.MONTH_FIRST) : fixed;
    }

    /** Tells whether a text has the layout of {@code YYYY-MM-DDTHH:MM:SSZ} or {@code YYYY-MM-DDTHH:MM:SS.sssZ}. */
    private static boolean isFixed(String text) {
        int length = text.length();
        return (length == SECONDS_LENGTH || length == MILLIS_LENGTH)
                && isIso(text)
                && text.charAt(ISO_LENGTH) == 'T'
                && areDigits(text, 11, 13)
                && text.charAt(13) == ':'
                && areDigits(text, 14, 16)
                && text.charAt(16) == ':'
                && areDigits(text, 17, 19)
                && (length == SECONDS_LENGTH || (text.charAt(19) == '.' && areDigits(text, 20, 23)))
                && text.charAt(length - 1) == 'Z';
    }

    /** Reads what {@link OffsetDateTime#parse} would read too, without its garbage; null when one of its parts is none. */
    private static @Nullable Instant fixedInstant(String text) {
        @Nullable LocalDate date = isoDate(text);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (date == null || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        int millis = text.length() == MILLIS_LENGTH ? number(text, 20, 23) : 0;
        long seconds = date.toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, millis * 1_000_000L);
    }

    private static @Nullable Instant anyInstant(String text, SlashDates slashDates) {
        String iso = text.replace(' ', 'T');
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeParseException noOffset) {
            try {
                return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException noTime) {
                return atTime(date(text, slashDates), text, endOfDate(text));
            }
        }
    }

    /** A time that is none is no midnight. */
    private static @Nullable Instant atTime(@Nullable LocalDate date, String text, int end) {
        if (date == null) {
            return null;
        }
        if (end == text.length()) {
            return date.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        String time = text.substring(end + 1);
        try {
            LocalTime parsed = LocalTime.parse(time.indexOf(':') == 1 ? "0" + time : time);
            return date.atTime(parsed).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
