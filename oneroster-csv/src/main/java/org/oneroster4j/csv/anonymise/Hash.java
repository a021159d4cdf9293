package org.oneroster4j.csv.anonymise;

/**
 * Hashes of 64 bits, made character by character, so that texts that begin alike share their beginning. Among ten million
 * texts the odds that any two have the same hash are one in three hundred thousand; what hangs on it here is whether one
 * more draw is made, or a word too many replaced.
 */
final class Hash {
    static final long START = 0x6A09E667F3BCC908L;

    private Hash() {}

    static long of(CharSequence text) {
        long hash = START;
        for (int i = 0; i < text.length(); i++) {
            hash = with(hash, text.charAt(i));
        }
        return hash;
    }

    /** Returns the hash of a text and one character more. */
    static long with(long hash, char next) {
        long mixed = (hash ^ next) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }
}
