package org.oneroster4j.testing;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Spellings of the values that several files have. */
final class MessyText {

    static final List<String> STAFF_ROLES = List.of("teacher", "administrator", "aide", "proctor");
    static final List<String> RELATIVE_ROLES = List.of("guardian", "parent", "relative");
    static final List<String> UNREADABLE_ROLES = List.of("", " ", "pupil", "principal", "students", "teacher,aide");

    private static final List<String> PADS =
            List.of(" ", "  ", "\u00A0", "\u200B", "\uFEFF", "\t", "\u2003", "\u00AD", "\u200B ", " \u2060");
    private static final List<String> NOT_LIVE = List.of("tobedeleted", "inactive", "ToBeDeleted", " INACTIVE");
    private static final List<String> UNKNOWN_STATUS = List.of("deleted", "enabled", "1", "act ive");
    private static final List<String> LIVE = List.of("active", "ACTIVE", "Active ", "", " ");
    private static final List<String> UNREADABLE_DATES = List.of(
            "2026-13-40",
            "2026-02-30",
            "31/12/2026",
            "soon",
            "2026-00-10",
            "20261015",
            "02/30/2026",
            "2026-10",
            "13/13/2026",
            "2026-1-1T");
    private static final List<String> TIMES =
            List.of("T00:00:00.000Z", " 00:00:00", "T23:59:59", " 12:30", "T08:15:00+02:00");
    private static final List<String> ODD_TEXTS = List.of(
            "=1+1",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            "Art, Music",
            "The \"Great\" Books",
            "Line\nbreak",
            "Line\r\nbreak",
            "Tab\there",
            "  two   spaces  ",
            "\u00A0No\u00A0break\u00A0",
            "Zero\u200Bwidth",
            "Sep\u2028arator",
            "Para\u2029graph",
            "Bell\u0007",
            "\"",
            ",",
            "a\\b",
            "<b>bold</b>",
            "{title}",
            "[x]",
            "\u00C5ngstro\u0308m",
            "A\u030Angstr\u00F6m",
            "\u2126 ohm",
            "\uD83D\uDE80 rockets",
            "\u05E9\u05DC\u05D5\u05DD",
            "\u0130stanbul",
            "Stra\u00DFe",
            "\u0085next");

    private MessyText() {}

    /** A status: blank in most drops, for that is what a bulk file has. */
    static String status(Dice dice) {
        if (!dice.hit(Defect.STATUS)) {
            return dice.hit(Defect.SPELLING) ? dice.pick(LIVE) : "";
        }
        int kind = dice.below(10);
        return kind < 5 ? "active" : kind < 9 ? dice.pick(NOT_LIVE) : dice.pick(UNKNOWN_STATUS);
    }

    static String notLive(Dice dice) {
        return dice.pick(NOT_LIVE);
    }

    /** A word of a vocabulary, at times in another case or with white space around it. */
    static String token(String word, Dice dice) {
        if (!dice.hit(Defect.SPELLING)) {
            return word;
        }
        return switch (dice.below(4)) {
            case 0 -> word.toUpperCase(Locale.ROOT);
            case 1 -> capitalized(word);
            case 2 -> " " + word + " ";
            default -> word + "\u00A0";
        };
    }

    static String capitalized(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** A date in a form that can be read, the plain one as a rule. */
    static String date(LocalDate date, Dice dice) {
        if (!dice.hit(Defect.DATE_FORMS)) {
            return date.toString();
        }
        boolean padded = dice.chance(0.5);
        String month = String.format(Locale.ROOT, padded ? "%02d" : "%d", date.getMonthValue());
        String day = String.format(Locale.ROOT, padded ? "%02d" : "%d", date.getDayOfMonth());
        String text = switch (dice.below(3)) {
            case 0 -> date.getYear() + "-" + month + "-" + day;
            case 1 -> date.getYear() + "/" + month + "/" + day;
            default -> month + "/" + day + "/" + date.getYear();
        };
        return dice.chance(0.3) ? text + dice.pick(TIMES) : text;
    }

    static String unreadableDate(Dice dice) {
        return dice.pick(UNREADABLE_DATES);
    }

    /** A free text, at times an odd one instead. */
    static String text(String plain, Dice dice) {
        if (!dice.hit(Defect.ODD_TEXTS)) {
            return plain;
        }
        return dice.chance(0.6) ? dice.pick(ODD_TEXTS) : dice.pick(ODD_TEXTS) + " " + plain;
    }

    /** A text with something at one end or both that trimming takes away. */
    static String padded(String text, Dice dice) {
        return switch (dice.below(3)) {
            case 0 -> dice.pick(PADS) + text;
            case 1 -> text + dice.pick(PADS);
            default -> dice.pick(PADS) + text + dice.pick(PADS);
        };
    }

    /** A text with the same key: equal, or in another case or normal form, or all that with spaces around it. */
    static String sameKey(String text, Dice dice) {
        return switch (dice.below(6)) {
            case 0 -> text.toUpperCase(Locale.ROOT);
            case 1 -> Normalizer.normalize(text, Normalizer.Form.NFD);
            case 2 -> Normalizer.normalize(text.toUpperCase(Locale.ROOT), Normalizer.Form.NFD);
            case 3 -> padded(text, dice);
            default -> text;
        };
    }

    /** An id that holds a character which no id may hold. */
    static String controlled(String id, Dice dice) {
        String control = dice.pick(List.of("\u0007", "\u0000", "\n", "\t", "\u2028", "\u2029", "\u0085", "\u007F"));
        return id.substring(0, 1) + control + id.substring(1);
    }
}
