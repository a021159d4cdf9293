package org.oneroster4j.csv.anonymise;

import java.util.Arrays;
import org.oneroster4j.model.CellText;

/**
 * The words of a text and the other characters between them. A word is a run of letters, digits and marks. White space and
 * control characters stand between tokens; that there was some is all that counts of them, as in {@link
 * CellText#cleaned}.
 */
final class Tokens {
    private final String text;
    private int[] bounds = new int[32];
    private boolean[] words = new boolean[16];
    private boolean[] spaced = new boolean[16];
    private int size;

    /** Splits a text. */
    Tokens(String text) {
        this.text = text;
        boolean space = false;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            if (isSpace(point)) {
                space = true;
                at += Character.charCount(point);
                continue;
            }
            int end = clusterEnd(text, at);
            boolean word = Character.isLetterOrDigit(point) || isMark(point);
            while (word && end < text.length() && Character.isLetterOrDigit(text.codePointAt(end))) {
                end = clusterEnd(text, end);
            }
            add(at, end, word, space);
            space = false;
            at = end;
        }
    }

    private void add(int start, int end, boolean word, boolean space) {
        if (size == words.length) {
            bounds = Arrays.copyOf(bounds, size * 4);
            words = Arrays.copyOf(words, size * 2);
            spaced = Arrays.copyOf(spaced, size * 2);
        }
        bounds[size * 2] = start;
        bounds[size * 2 + 1] = end;
        words[size] = word;
        spaced[size++] = space;
    }

    /** White space and control characters. */
    static boolean isSpace(int point) {
        return point < 0x80 ? point <= ' ' || point == 0x7F : point < 0xA0 || Character.isSpaceChar(point);
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** Returns where a character with the marks that belong to it ends; the parts of a Hangul syllable belong together. */
    static int clusterEnd(String text, int start) {
        int end = start + Character.charCount(text.codePointAt(start));
        while (end < text.length()) {
            int point = text.codePointAt(end);
            boolean jamo = point >= 0x1160 && point <= 0x11FF;
            if (point < 0x300 || !(jamo || isMark(point))) {
                break;
            }
            end += Character.charCount(point);
        }
        return end;
    }

    int size() {
        return size;
    }

    int start(int token) {
        return bounds[token * 2];
    }

    int end(int token) {
        return bounds[token * 2 + 1];
    }

    boolean isWord(int token) {
        return words[token];
    }

    /** Returns what a token is compared by. */
    String key(int token) {
        return CellText.key(text.substring(start(token), end(token)));
    }

    /** Returns the hash of the tokens before a token and that token, from the hash of those before it. */
    long with(long before, int token, boolean first) {
        long hash = spaced[token] && !first ? Hash.with(before, ' ') : before;
        String key = key(token);
        for (int i = 0; i < key.length(); i++) {
            hash = Hash.with(hash, key.charAt(i));
        }
        return hash;
    }
}
