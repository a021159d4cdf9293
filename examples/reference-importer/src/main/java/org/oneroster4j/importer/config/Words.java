package org.oneroster4j.importer.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.oneroster4j.impero.Identity;

/** The words of settings, the same on the command line and in the file. */
public final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Words() {}

    /**
     * Returns the constant that a word stands for, for example {@code leave-out}.
     *
     * @throws IllegalArgumentException when there is none; the message names those there are
     */
    public static <E extends Enum<E>> E constant(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("is none of "
                + Arrays.stream(type.getEnumConstants()).map(Words::word).collect(Collectors.joining(", ")));
    }

    /** Returns the word of a constant, for example {@code leave-out}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the identity of a word, {@code username} or {@code email}. */
    public static Identity identity(String word) {
        return constant(Identity.class, word);
    }

    /** Returns the day of a word of the form {@code YYYY-MM-DD}. */
    public static LocalDate day(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("is not a day of the form YYYY-MM-DD", e);
        }
    }

    /** Returns the time zone of a word such as {@code Europe/London}. */
    public static ZoneId zone(String word) {
        try {
            return ZoneId.of(word);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not a time zone such as Europe/London", e);
        }
    }

    /** Returns the time of day of a word of the form {@code HH:MM}. */
    public static LocalTime time(String word) {
        try {
            return LocalTime.parse(word, TIME);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("is not a time of the form HH:MM", e);
        }
    }
}
