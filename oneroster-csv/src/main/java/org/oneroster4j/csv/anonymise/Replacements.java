package org.oneroster4j.csv.anonymise;

import java.util.HashMap;
import java.util.Map;
import org.oneroster4j.model.CellText;

/**
 * What takes the place of texts of people. Each letter becomes one like it ({@link Letters}), each digit a digit, a date
 * another date of the same form; all else stays where it is. The letters are drawn by the seed and the key of the text
 * ({@link Draws}), so that spellings of one text become spellings of one replacement, in whatever file they stand.
 *
 * <p>A replacement is drawn again when it is one for another text already, when it is a text of the drop, or has one in
 * it, or when it could be read as something the text could not. That is why letters are drawn and not enciphered: a
 * cipher keeps different texts different by itself, but nothing keeps it from giving one child the name of another. Where
 * a form is so short that nearly all texts of it are taken, digits may become letters, and at last the text of somebody
 * else is let pass: two letters are no more than that. Different texts have different replacements whatever happens.
 */
final class Replacements {
    /** After so many draws in vain digits may become letters. */
    private static final int NARROW = 64;

    /** After so many a replacement may be a text of the drop. */
    private static final int STRICT = 128;

    /** After so many it may be the text itself: there may be no other left. */
    private static final int DESPERATE = 4096;

    /** How often one word of a text is drawn, so that a long text need not be drawn again for each of its words. */
    private static final int WORD = 16;

    private static final int[] WIDE =
            "0123456789abcdefghijklmnopqrstuvwxyz".chars().toArray();

    private final long seed;
    private final Letters letters;
    private final Knowledge knowledge;
    private final Hashes settled = new Hashes();
    private final Hashes used = new Hashes();
    /** How often it was drawn, for the texts whose first draw was not taken. */
    private final Map<Long, Integer> attempts = new HashMap<>();

    /** Makes the replacements for a drop. */
    Replacements(long seed, Letters letters, Knowledge knowledge) {
        this.seed = seed;
        this.letters = letters;
        this.knowledge = knowledge;
    }

    /** Returns what takes the place of a whole text, as long as it; white space around it stays. */
    String of(String text) {
        String core = CellText.trimmed(text);
        String key = Knowledge.key(core);
        if (key.isEmpty()) {
            return text;
        }
        String other = drawn(core, key, attempt(core, key));
        int start = text.indexOf(core);
        return text.substring(0, start) + other + text.substring(start + core.length());
    }

    /** Returns a text in which those of people are replaced. */
    String inside(String text) {
        if (knowledge.isTelling(Knowledge.key(text))) {
            return of(text);
        }
        Tokens tokens = new Tokens(text);
        StringBuilder other = new StringBuilder();
        int written = 0;
        for (int first = 0; first < tokens.size(); first++) {
            int last = knowledge.find(text, tokens, first);
            if (last >= 0) {
                other.append(text, written, tokens.start(first));
                other.append(of(text.substring(tokens.start(first), tokens.end(last))));
                written = tokens.end(last);
                first = last;
            }
        }
        return written == 0 ? text : other.append(text, written, text.length()).toString();
    }

    private int attempt(String text, String key) {
        long hash = Hash.of(key);
        if (settled.contains(hash)) {
            return attempts.getOrDefault(hash, 0);
        }
        int attempt = 0;
        String other = Knowledge.key(drawn(text, key, attempt));
        while (!isGood(text, key, other, attempt)) {
            attempt++;
            other = Knowledge.key(drawn(text, key, attempt));
        }
        settled.add(hash);
        used.add(Hash.of(other));
        if (attempt > 0) {
            attempts.put(hash, attempt);
        }
        return attempt;
    }

    private boolean isGood(String text, String key, String other, int attempt) {
        boolean changed = !other.equals(key);
        if (used.contains(Hash.of(other)) || !(changed || attempt >= DESPERATE || hasNothingToReplace(text))) {
            return false;
        }
        return !changed
                || attempt >= STRICT
                || (!knowledge.isThere(other) && !holdsValue(other) && Readings.staysUnreadable(text, other));
    }

    private boolean holdsValue(String key) {
        Tokens tokens = new Tokens(key);
        for (int first = 0; first < tokens.size(); first++) {
            if (knowledge.find(key, tokens, first) >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean hasNothingToReplace(String text) {
        for (int at = 0; at < text.length(); ) {
            int end = Tokens.clusterEnd(text, at);
            if (!Cluster.of(text.substring(at, end), letters).isFixed()) {
                return false;
            }
            at = end;
        }
        return true;
    }

    private String drawn(String text, String key, int attempt) {
        Draws draws = new Draws(seed, key, attempt);
        boolean wide = attempt >= NARROW && attempt < STRICT;
        // Where words of the drop have to do, drawing only other ones would never come upon them.
        int ofWord = attempt < STRICT ? WORD : 1;
        if (!Readings.isDate(text)) {
            return letters(text, draws, wide, ofWord);
        }
        int end = DateForm.end(text);
        String date = DateForm.other(text.substring(0, end), draws);
        if (end == text.length()) {
            return date;
        }
        String behind = text.substring(end + 1);
        return date + text.charAt(end) + (DateForm.isTime(behind) ? behind : letters(behind, draws, false, ofWord));
    }

    private String letters(String text, Draws draws, boolean wide, int ofWord) {
        Tokens tokens = new Tokens(text);
        StringBuilder other = new StringBuilder(text.length());
        for (int token = 0; token < tokens.size(); token++) {
            other.append(text, other.length(), tokens.start(token));
            other.append(word(text.substring(tokens.start(token), tokens.end(token)), draws, wide, ofWord));
        }
        return other.append(text, other.length(), text.length()).toString();
    }

    private String word(String word, Draws draws, boolean wide, int ofWord) {
        String other = word;
        for (int attempt = 0; attempt < ofWord; attempt++) {
            StringBuilder drawn = new StringBuilder(word.length());
            for (int at = 0; at < word.length(); ) {
                int end = Tokens.clusterEnd(word, at);
                drawn.append(cluster(word.substring(at, end), draws, wide));
                at = end;
            }
            other = drawn.toString();
            String key = CellText.key(other);
            if (General.saysNothing(key) ? !General.isWord(key) : !knowledge.isThere(key)) {
                break;
            }
        }
        return other;
    }

    private String cluster(String text, Draws draws, boolean wide) {
        Cluster cluster = Cluster.of(text, letters);
        if (cluster.isFixed()) {
            return text;
        }
        boolean digit = text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '9';
        int[] alike = digit && wide ? WIDE : cluster.alike();
        int drawn = draws.below(alike.length);
        for (int i = 0; i < alike.length; i++) {
            int letter = alike[(drawn + i) % alike.length];
            if (cluster.takes(letter)) {
                return cluster.with(letter);
            }
        }
        return text;
    }
}
