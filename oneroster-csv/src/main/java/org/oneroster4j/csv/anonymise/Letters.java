package org.oneroster4j.csv.anonymise;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which letters may stand for which: those of the same script and case that take as many bytes, composed and decomposed,
 * and that Unicode composes alike. Digits stand for digits. What is no letter or digit, and the few letters whose upper
 * and lower case are no pair ({@code ß}, the sigmas, the Turkish dotted and dotless i), stays as it is.
 */
final class Letters {
    private static final int[] NONE = {};
    private static final int[] LATIN = range('a', 26);
    private static final int[] DIGITS = range('0', 10);
    private static final int SIGMA = 0x3C3;

    /** What letters that may stand for each other have in common. */
    private record Kind(
            Character.UnicodeScript script, boolean cased, int bytes, int upperBytes, int decomposed, String marks) {}

    private final CharsetEncoder encoder;
    /** The letters outside ASCII by kind, of each script when its first letter comes. */
    private final Map<Character.UnicodeScript, Map<Kind, int[]>> others = new EnumMap<>(Character.UnicodeScript.class);

    /** Makes the letters that a charset has. */
    Letters(Charset charset) {
        encoder = charset.newEncoder();
    }

    /** Returns what may stand for a lower case letter or a digit, itself among it; nothing for what stays as it is. */
    int[] like(int lower) {
        if (lower < 0x80) {
            boolean letter = lower >= 'a' && lower <= 'z';
            return letter ? LATIN : lower >= '0' && lower <= '9' ? DIGITS : NONE;
        }
        if (Character.getType(lower) == Character.DECIMAL_DIGIT_NUMBER) {
            return range(lower - Character.digit(lower, 10), 10);
        }
        @Nullable Kind kind = Character.isLetter(lower) ? kind(lower) : null;
        if (kind == null) {
            return NONE;
        }
        int[] alike = others.computeIfAbsent(kind.script(), this::byKind).getOrDefault(kind, NONE);
        return alike.length < 2 ? NONE : alike;
    }

    private static int[] range(int first, int size) {
        int[] range = new int[size];
        for (int i = 0; i < size; i++) {
            range[i] = first + i;
        }
        return range;
    }

    private Map<Kind, int[]> byKind(Character.UnicodeScript script) {
        Map<Kind, List<Integer>> found = new HashMap<>();
        for (int point = 0x80; point <= Character.MAX_CODE_POINT; point++) {
            boolean letter = Character.isLetter(point) && Character.UnicodeScript.of(point) == script;
            @Nullable Kind kind = letter ? kind(point) : null;
            if (kind != null) {
                found.computeIfAbsent(kind, any -> new ArrayList<>()).add(point);
            }
        }
        Map<Kind, int[]> kinds = new HashMap<>();
        found.forEach((kind, points) ->
                kinds.put(kind, points.stream().mapToInt(Integer::intValue).toArray()));
        return kinds;
    }

    /** The kind of a letter in lower case or without case; null for one that stays as it is. */
    private @Nullable Kind kind(int point) {
        String letter = Character.toString(point);
        String upper = Character.toString(Character.toUpperCase(point));
        boolean cased = !upper.equals(letter);
        boolean paired = letter.toLowerCase(Locale.ROOT).equals(letter)
                && letter.toUpperCase(Locale.ROOT).equals(upper)
                && upper.toLowerCase(Locale.ROOT).equals(letter)
                && (cased || !Character.isLowerCase(point));
        if (!paired || point == SIGMA || !isComposed(letter) || !isComposed(upper)) {
            return null;
        }
        String decomposed = Normalizer.normalize(letter, Normalizer.Form.NFD);
        Character.UnicodeScript script = Character.UnicodeScript.of(point);
        String marks = script == Character.UnicodeScript.HANGUL
                ? String.valueOf(decomposed.length())
                : decomposed.substring(decomposed.offsetByCodePoints(0, 1));
        int bytes = bytes(letter);
        int upperBytes = bytes(upper);
        return bytes == 0 || upperBytes == 0
                ? null
                : new Kind(script, cased, bytes, upperBytes, bytes(decomposed), marks);
    }

    private static boolean isComposed(String letter) {
        return Normalizer.isNormalized(letter, Normalizer.Form.NFC);
    }

    /** How many bytes a text takes, 0 when the charset lacks one of its letters. */
    private int bytes(String text) {
        try {
            return encoder.encode(CharBuffer.wrap(text)).remaining();
        } catch (CharacterCodingException e) {
            return 0;
        }
    }
}
