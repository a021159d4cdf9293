package org.oneroster4j.model.compact;

/** Sixty-four bits of a text, which no two texts share by accident. No cryptographic hash: whoever wants to can make some. */
public final class TextHash {
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final long LAST_MIX = 0xC2B2AE3D27D4EB4FL;

    private TextHash() {}

    /**
     * Returns the hash of a text.
     *
     * @param seed makes another hash of it, for example that of the texts before it
     */
    public static long of(String text, long seed) {
        int length = text.length();
        long hash = seed ^ (length * MIX);
        int i = 0;
        for (; i <= length - 4; i += 4) {
            long four = text.charAt(i)
                    | (long) text.charAt(i + 1) << 16
                    | (long) text.charAt(i + 2) << 32
                    | (long) text.charAt(i + 3) << 48;
            hash = (hash ^ four) * MIX;
            hash ^= hash >>> 32;
        }
        for (; i < length; i++) {
            hash = (hash ^ text.charAt(i)) * MIX;
            hash ^= hash >>> 32;
        }
        hash *= LAST_MIX;
        return hash ^ (hash >>> 29);
    }
}
