package org.oneroster4j.importer.report;

import java.util.stream.Collectors;

/**
 * Texts from outside, such as names of jobs, schools and files, made safe to print: a control character moves the cursor of a
 * terminal or begins another line of a log, and a direction control turns the text around it.
 */
public final class Printable {
    private static final int REPLACEMENT = '\uFFFD';

    private Printable() {}

    /** Returns a text with U+FFFD in the place of each character that is not {@link #isPlain plain}. */
    public static String text(String text) {
        return text.codePoints().allMatch(Printable::isPlain)
                ? text
                : text.codePoints()
                        .map(point -> isPlain(point) ? point : REPLACEMENT)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** Returns several lines with U+FFFD in the place of each character that is not plain; line ends and tabs stay. */
    public static String lines(String text) {
        return text.lines()
                .map(line -> line.replace("\t", "        "))
                .map(Printable::text)
                .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
    }

    /** Returns JSON with an escape in the place of each character within its texts that is not plain. */
    static String json(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean isEscaped = c > 0x7E && !Character.isSurrogate(c) && !isPlain(c);
            escaped.append(isEscaped ? String.format("\\u%04X", (int) c) : String.valueOf(c));
        }
        return escaped.toString();
    }

    /** Returns whether a character is no control character, line separator, direction control or half of a surrogate pair. */
    public static boolean isPlain(int point) {
        int type = Character.getType(point);
        boolean isDirection = (point >= 0x200E && point <= 0x200F)
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
        return !isDirection
                && type != Character.CONTROL
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE;
    }
}
