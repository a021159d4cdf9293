package org.oneroster4j.csv.write;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.oneroster4j.csv.ColumnKind;
import org.oneroster4j.model.UserId;
import org.oneroster4j.model.Vocabulary;

/** Turns the value of a component into the text of its cell, or says which rule it breaks. */
final class CellEncoder {
    /** Makes the exception that says which rule is broken. */
    @FunctionalInterface
    interface Refusal {
        /** Makes the exception, for a rule that follows "The value". */
        RuntimeException of(String rule);
    }

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /** As many digits before the point, and behind it, as the reader takes. */
    private static final int MAX_DIGITS = 30;

    private CellEncoder() {}

    /**
     * Returns the text of a cell; empty for a value that is absent.
     *
     * @param value what the component holds: an {@code Optional}, a list, or a value that is always there
     */
    static String text(ColumnKind kind, Object value, Refusal refusal) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? item(kind, optional.get(), refusal) : "";
        }
        if (value instanceof Collection<?> items) {
            StringJoiner cell = new StringJoiner(",");
            items.forEach(item -> cell.add(item(kind, item, refusal)));
            return obeyed(cell.toString(), TextRules.brokenByLength(cell.toString()), refusal);
        }
        // A text that is always there and empty is the constraint's to judge: it is read back as it is.
        return value.equals("") ? "" : item(kind, value, refusal);
    }

    private static String item(ColumnKind kind, Object value, Refusal refusal) {
        return switch (kind) {
            case ID, REFERENCE, REFERENCES -> {
                String id = value.toString();
                yield obeyed(id, TextRules.brokenById(id), refusal);
            }
            case TEXT -> obeyed(value.toString(), TextRules.brokenBy(value.toString()), refusal);
            case TEXTS -> obeyed(value.toString(), TextRules.brokenByItem(value.toString()), refusal);
            case DATE -> date((LocalDate) value, refusal);
            case TIMESTAMP -> timestamp((Instant) value, refusal);
            case YEAR -> year((Year) value, refusal);
            case BOOLEAN -> value.toString();
            case NUMBER -> number((BigDecimal) value, refusal);
            case TOKEN, TOKENS -> ((Vocabulary) value).token();
            case USER_IDS -> userId((UserId) value, refusal);
        };
    }

    private static String obeyed(String text, Optional<String> brokenRule, Refusal refusal) {
        if (brokenRule.isPresent()) {
            throw refusal.of(brokenRule.get());
        }
        return text;
    }

    private static boolean hasFourDigits(int year) {
        return year >= 1 && year <= 9999;
    }

    private static String date(LocalDate date, Refusal refusal) {
        if (!hasFourDigits(date.getYear())) {
            throw refusal.of("is not a date of the years 0001 to 9999");
        }
        return date.toString();
    }

    private static String timestamp(Instant instant, Refusal refusal) {
        if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
            throw refusal.of("is not a time of the years 0001 to 9999");
        }
        if (!instant.truncatedTo(ChronoUnit.MILLIS).equals(instant)) {
            throw refusal.of("is a time with parts of a millisecond, which a cell cannot say: truncate it");
        }
        return TIMESTAMP.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static String year(Year year, Refusal refusal) {
        if (!hasFourDigits(year.getValue())) {
            throw refusal.of("is not a year of four digits");
        }
        return String.format(Locale.ROOT, "%04d", year.getValue());
    }

    private static String number(BigDecimal number, Refusal refusal) {
        if (number.scale() < 0) {
            throw refusal.of("is a number with an exponent, which a cell cannot say: give it the scale 0");
        }
        if (number.scale() > MAX_DIGITS || number.precision() - number.scale() > MAX_DIGITS) {
            throw refusal.of("is a number of more than " + MAX_DIGITS + " digits before or behind its point");
        }
        return number.toPlainString();
    }

    private static String userId(UserId userId, Refusal refusal) {
        String type = obeyed(userId.type(), TextRules.brokenByUserId(userId.type()), refusal);
        if (type.indexOf(':') >= 0) {
            throw refusal.of("has an item whose type has a colon, at which readers part it from the id");
        }
        return "{" + type + ":" + obeyed(userId.id(), TextRules.brokenByUserId(userId.id()), refusal) + "}";
    }
}
