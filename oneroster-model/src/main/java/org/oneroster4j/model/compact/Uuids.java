package org.oneroster4j.model.compact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * UUIDs in sixteen bytes instead of thirty-six. Only a text whose letters are all small, or all capital, is one here, as
 * otherwise it would not come back as it was. The order of the bytes is that of the texts.
 */
final class Uuids {
    /** How many characters one has. */
    static final int LETTERS = 36;
    /** How many bytes one is kept in. */
    static final int BYTES = 16;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    /** A byte in all eight. */
    private static final long EACH = 0x0101010101010101L;
    /** How far the letter of ten is from the character behind 9. */
    private static final int TO_SMALL = 'a' - '9' - 1;

    private static final int TO_CAPITAL = 'A' - '9' - 1;
    private static final long NO_DIGITS = -1;

    private Uuids() {}

    /**
     * Packs a text of thirty-six ASCII characters, in place.
     *
     * @param capital whether its letters are to be capital ones
     * @return whether it is a UUID; if not, nothing was changed
     */
    static boolean pack(byte[] text, int at, boolean capital) {
        if (text[at + 8] != '-' || text[at + 13] != '-' || text[at + 18] != '-' || text[at + 23] != '-') {
            return false;
        }
        int letters = capital ? TO_CAPITAL : TO_SMALL;
        long a = digits((long) LONG.get(text, at), letters);
        long b = digits(pair(text, at + 9, at + 14), letters);
        long c = digits(pair(text, at + 19, at + 24), letters);
        long d = digits((long) LONG.get(text, at + 28), letters);
        if ((a | b | c | d) < 0) {
            return false;
        }
        LONG.set(text, at, a << 32 | b);
        LONG.set(text, at + Long.BYTES, c << 32 | d);
        return true;
    }

    private static long pair(byte[] text, int first, int second) {
        return (long) (int) INT.get(text, first) << 32 | ((int) INT.get(text, second) & 0xFFFFFFFFL);
    }

    /** Returns the value of eight digits at once, less than 0 when one of them is none. */
    private static long digits(long characters, int letters) {
        // A letter has the bit of 64, and its low half is 9 less than its value.
        long values = (characters & 0x0F0F0F0F0F0F0F0FL) + (characters >>> 6 & EACH) * 9;
        if ((values & 0xF0F0F0F0F0F0F0F0L) != 0 || characters(values, letters) != characters) {
            return NO_DIGITS;
        }
        long pairs = (values | values >>> 4) & 0x00FF00FF00FF00FFL;
        long fours = (pairs | pairs >>> 8) & 0x0000FFFF0000FFFFL;
        return (fours | fours >>> 16) & 0xFFFFFFFFL;
    }

    /** Returns the digits of eight values, each less than 16. */
    private static long characters(long values, int letters) {
        long isLetter = (values + 6 * EACH) >>> 4 & EACH;
        return values + '0' * EACH + isLetter * letters;
    }

    /** Writes the text of a packed one. */
    static void unpack(byte[] packed, int from, boolean capital, byte[] target, int at) {
        int letters = capital ? TO_CAPITAL : TO_SMALL;
        long high = (long) LONG.get(packed, from);
        long low = (long) LONG.get(packed, from + Long.BYTES);
        long b = characters(spread(high), letters);
        long c = characters(spread(low >>> 32), letters);
        LONG.set(target, at, characters(spread(high >>> 32), letters));
        target[at + 8] = '-';
        INT.set(target, at + 9, (int) (b >>> 32));
        target[at + 13] = '-';
        INT.set(target, at + 14, (int) b);
        target[at + 18] = '-';
        INT.set(target, at + 19, (int) (c >>> 32));
        target[at + 23] = '-';
        INT.set(target, at + 24, (int) c);
        LONG.set(target, at + 28, characters(spread(low), letters));
    }

    /** Returns the eight digits of the lower half, as values. */
    private static long spread(long half) {
        long fours = half & 0xFFFFFFFFL;
        fours = (fours | fours << 16) & 0x0000FFFF0000FFFFL;
        long pairs = (fours | fours << 8) & 0x00FF00FF00FF00FFL;
        return (pairs | pairs << 4) & 0x0F0F0F0F0F0F0F0FL;
    }
}
