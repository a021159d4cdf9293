package org.oneroster4j.model.compact;

import java.security.SecureRandom;

/**
 * A hash of words with a key that each process draws: a polynomial whose coefficients are the words, at the point of the key,
 * modulo a prime. Two texts of n words have equal hashes for at most n of 2^61 keys, so no one can write ids that collide in a
 * process to come. No result may depend on it, and it is never stored.
 */
final class KeyedHash {
    /** The Mersenne prime 2^61 - 1, by which a remainder takes a shift and an addition. */
    private static final long PRIME = (1L << 61) - 1;

    private static final long POINT = drawnPoint();

    private KeyedHash() {}

    private static long drawnPoint() {
        long drawn = new SecureRandom().nextLong() & PRIME;
        // A small point would leave short texts in small hashes.
        return drawn | (1L << 60);
    }

    /**
     * Adds a word.
     *
     * @param hash of the words before it, at first any number from 0 to 2^61
     * @param word from 0 to 2^60
     * @return from 0 to 2^61
     */
    static long add(long hash, long word) {
        long high = Math.multiplyHigh(hash, POINT);
        long low = hash * POINT;
        long sum = (low & PRIME) + ((high << 3) | (low >>> 61)) + word;
        return (sum & PRIME) + (sum >>> 61);
    }

    /** Spreads what is in some bits of a hash over all 64: texts that follow one another must not be neighbours in a table. */
    static long spread(long hash) {
        long spread = hash;
        spread = (spread ^ (spread >>> 33)) * 0xFF51AFD7ED558CCDL;
        spread = (spread ^ (spread >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return spread ^ (spread >>> 33);
    }
}
