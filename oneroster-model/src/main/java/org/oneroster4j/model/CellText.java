package org.oneroster4j.model;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How text of a cell is compared and cleaned. Feeds carry no-break spaces, zero-width characters and line breaks from
 * spreadsheets and web forms, so Java's own ideas of white space are not enough. All methods are pure.
 */
public final class CellText {
    private CellText() {}

    /**
     * Removes white space (Unicode {@code White_Space}, so the no-break space too) and invisible format characters
     * (category Cf) at both ends.
     */
    public static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        if (start < end && isPrintableAscii(text.charAt(0)) && isPrintableAscii(text.charAt(end - 1))) {
            return text;
        }
        while (start < end) {
            int point = text.codePointAt(start);
            if (!isTrimmable(point)) {
                break;
            }
            start += Character.charCount(point);
        }
        while (start < end) {
            int point = text.codePointBefore(end);
            if (!isTrimmable(point)) {
                break;
            }
            end -= Character.charCount(point);
        }
        return text.substring(start, end);
    }

    /** Tells whether nothing is left of the text when it is {@linkplain #trimmed trimmed}. */
    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (!isTrimmable(point)) {
                return false;
            }
            i += Character.charCount(point);
        }
        return true;
    }

    /**
     * Makes text fit for one line of a list: control characters and line and paragraph separators become spaces, direction
     * controls (U+202A to U+202E, U+2066 to U+2069) are removed, a run of white space becomes one space; then {@linkplain
     * #trimmed trimmed}, in Unicode's normal form C.
     */
    public static String cleaned(String text) {
        if (isClean(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        boolean inSpace = false;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (isWhiteSpace(point) || isControl(point)) {
                inSpace = true;
                continue;
            }
            if (isDirectionControl(point)) {
                continue;
            }
            if (inSpace) {
                clean.append(' ');
                inSpace = false;
            }
            clean.appendCodePoint(point);
        }
        return composed(trimmed(clean.toString()));
    }

    /** Tells whether it is of ASCII alone, with nothing in it but letters and single spaces between them. */
    private static boolean isClean(String text) {
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isPrintableAscii(c) && (c != ' ' || space)) {
                return false;
            }
            space = c == ' ';
        }
        return text.isEmpty() || !space;
    }

    /** Returns what two texts are compared by when case does not matter: form C, then lower case. Never written. */
    public static String key(String text) {
        return isKey(text) ? text : composed(text).toLowerCase(Locale.ROOT);
    }

    /** Tells whether it is of ASCII alone and without capitals, as most ids are: then it is its own key. */
    private static boolean isKey(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns what two texts are compared by that must look different: the {@linkplain #key key} of the text without
     * invisible format characters, in Unicode's normal form KC. Never written.
     */
    public static String look(String text) {
        if (isAscii(text)) {
            return key(text);
        }
        String visible = text.codePoints()
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String folded = key(Normalizer.normalize(visible, Normalizer.Form.NFKC));
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /** Returns the text in Unicode's normal form C. */
    public static String composed(String text) {
        return isAscii(text) || Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Tells whether the text holds a control character or a line or paragraph separator (Cc, Zl, Zp). */
    public static boolean holdsControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether the text holds a control, format or separator character that is not seen (Cc, Cf, Zl, Zp). */
    public static boolean holdsInvisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Most characters are printable ASCII. Of a pair of surrogates the code point counts.
            if ((c < ' ' || c > '~') && isInvisible(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInvisible(int point) {
        return isControl(point) || Character.getType(point) == Character.FORMAT;
    }

    private static boolean isDirectionControl(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintableAscii(char c) {
        return c > ' ' && c < 0x7F;
    }

    private static boolean isTrimmable(int point) {
        return isWhiteSpace(point) || (point >= 0x80 && Character.getType(point) == Character.FORMAT);
    }

    /** The property White_Space; {@link Character#isWhitespace} leaves out the no-break spaces and adds separators. */
    private static boolean isWhiteSpace(int point) {
        if (point < 0x80) {
            return point == ' ' || (point >= '\t' && point <= '\r');
        }
        return point == 0x85 || Character.isSpaceChar(point);
    }

    private static boolean isControl(int point) {
        return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x2028 || point == 0x2029;
    }
}
