package org.oneroster4j.model.compact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a {@link TextPool} keeps a text: a number that says what follows, then the bytes. Texts are encoded one UTF-16 code
 * unit at a time (so a surrogate pair takes six bytes), which makes the order of the bytes that of {@link
 * String#compareTo}; UUIDs are packed. A text has one form, so two texts are equal when their bytes are. An instance is
 * the place where one text is put into its form, for one thread.
 */
final class StoredText {
    /** What stands before a UUID with small letters; before one with capitals; before any other whole text its length and 4. */
    private static final int SMALL_UUID = 0;

    private static final int CAPITAL_UUID = 1;
    /** What stands before a text of a row whose end the pool keeps: its beginning is the text before, or follows. */
    private static final int HEAD_BEFORE = 2;

    private static final int HEAD_FOLLOWS = 3;
    private static final int TEXT = 4;
    /** How many kinds there are. */
    static final int KINDS = 5;
    /** How many bytes stand before a beginning: which of the two it is, and the number of its end. */
    static final int JOINT = 3;

    /** How many bytes the number takes at most. */
    private static final int MAX_PREFIX = 5;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** A byte in all eight. */
    private static final long EACH = 0x0101010101010101L;

    /** How many bytes make a word of the hash. */
    private static final int WORD = 7;

    private static final long WORD_MASK = (1L << (WORD * Byte.SIZE)) - 1;

    private char[] chars = new char[128];
    /** Has room for eight more bytes than the text, as words are read eight bytes at a time. */
    private byte[] bytes = new byte[MAX_PREFIX + 128 * 3 + Long.BYTES];

    private int from;
    private int to;

    /** Takes a text. */
    void set(String text) {
        int length = text.length();
        if (length > chars.length) {
            chars = new char[length];
            bytes = new byte[Math.addExact(MAX_PREFIX + Long.BYTES, Math.multiplyExact(length, 3))];
        }
        text.getChars(0, length, chars, 0);
        int all = 0;
        for (int i = 0; i < length; i++) {
            all |= chars[i];
            bytes[MAX_PREFIX + i] = (byte) chars[i];
        }
        if (all >= 0x80) {
            encode(length);
        } else if (length == Uuids.LETTERS && Uuids.pack(bytes, MAX_PREFIX, false)) {
            prefix(SMALL_UUID, MAX_PREFIX + Uuids.BYTES);
        } else if (length == Uuids.LETTERS && Uuids.pack(bytes, MAX_PREFIX, true)) {
            prefix(CAPITAL_UUID, MAX_PREFIX + Uuids.BYTES);
        } else {
            prefix(length + TEXT, MAX_PREFIX + length);
        }
    }

    private void encode(int length) {
        int end = MAX_PREFIX;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (c < 0x80) {
                bytes[end++] = (byte) c;
            } else if (c < 0x800) {
                bytes[end++] = (byte) (0xC0 | (c >> 6));
                bytes[end++] = (byte) (0x80 | (c & 0x3F));
            } else {
                bytes[end++] = (byte) (0xE0 | (c >> 12));
                bytes[end++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                bytes[end++] = (byte) (0x80 | (c & 0x3F));
            }
        }
        prefix(end - MAX_PREFIX + TEXT, end);
    }

    /** Puts the number before the bytes: seven bits in each, the least first, and a bit that says that more follow. */
    private void prefix(int number, int end) {
        int length = 1;
        for (int rest = number >>> 7; rest != 0; rest >>>= 7) {
            length++;
        }
        from = MAX_PREFIX - length;
        to = end;
        int rest = number;
        for (int i = from; i < MAX_PREFIX - 1; i++) {
            bytes[i] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[MAX_PREFIX - 1] = (byte) rest;
    }

    /** Returns how many bytes it takes. */
    int size() {
        return to - from;
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, from, target, at, to - from);
    }

    /** Writes what stands before a beginning. */
    static void joint(byte[] target, int at, int end, boolean follows) {
        target[at] = (byte) (follows ? HEAD_FOLLOWS : HEAD_BEFORE);
        target[at + 1] = (byte) (end >>> Byte.SIZE);
        target[at + 2] = (byte) end;
    }

    /** Returns the number of the end that the pool keeps of a text, -1 for a text that is whole. */
    static int jointEnd(byte[] stored, int at) {
        int kind = stored[at];
        return kind == HEAD_BEFORE || kind == HEAD_FOLLOWS
                ? (stored[at + 1] & 0xFF) << Byte.SIZE | (stored[at + 2] & 0xFF)
                : -1;
    }

    /** Tells whether the beginning of a text that is not whole follows its joint; else it is the text before. */
    static boolean headFollows(byte[] stored, int at) {
        return stored[at] == HEAD_FOLLOWS;
    }

    /** Tells whether these bytes are of the same text. */
    boolean isAt(byte[] stored, int at) {
        int size = to - from;
        return stored.length - at >= size && Arrays.equals(stored, at, at + size, bytes, from, to);
    }

    /** Returns a {@link KeyedHash}: of {@link String#hashCode} and any other without a key, ids that collide can be written. */
    int hash() {
        long hash = (long) to - from;
        int i = from;
        for (; i <= to - WORD; i += WORD) {
            hash = KeyedHash.add(hash, (long) LONG.get(bytes, i) & WORD_MASK);
        }
        long last = (long) LONG.get(bytes, i) & ((1L << ((to - i) * Byte.SIZE)) - 1);
        return (int) KeyedHash.spread(KeyedHash.add(hash, last));
    }

    /** Returns the number before a text. */
    private static int number(byte[] stored, int at) {
        int number = stored[at];
        if (number >= 0) {
            return number;
        }
        number = 0;
        int shift = 0;
        int i = at;
        while (stored[i] < 0) {
            number |= (stored[i++] & 0x7F) << shift;
            shift += 7;
        }
        return number | (stored[i] << shift);
    }

    /** Returns where the bytes begin behind the number. */
    static int start(byte[] stored, int at) {
        int start = at;
        while (stored[start] < 0) {
            start++;
        }
        return start + 1;
    }

    /** Returns where the next text begins. */
    static int end(byte[] stored, int at) {
        int number = number(stored, at);
        if (number == HEAD_BEFORE) {
            return at + JOINT;
        }
        if (number == HEAD_FOLLOWS) {
            return end(stored, at + JOINT);
        }
        return start(stored, at) + (number < TEXT ? Uuids.BYTES : number - TEXT);
    }

    /** Returns the text. */
    static String text(byte[] stored, int at) {
        int number = number(stored, at);
        int start = start(stored, at);
        if (number < TEXT) {
            byte[] letters = new byte[Uuids.LETTERS];
            Uuids.unpack(stored, start, number == CAPITAL_UUID, letters, 0);
            return new String(letters, StandardCharsets.ISO_8859_1);
        }
        int end = start + number - TEXT;
        for (int i = start; i < end; i++) {
            if (stored[i] < 0) {
                return decoded(stored, start, end);
            }
        }
        return new String(stored, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static String decoded(byte[] stored, int start, int end) {
        StringBuilder text = new StringBuilder(end - start);
        for (int i = start; i < end; ) {
            int b = stored[i++];
            if (b >= 0) {
                text.append((char) b);
            } else if ((b & 0xE0) == 0xC0) {
                text.append((char) (((b & 0x1F) << 6) | (stored[i++] & 0x3F)));
            } else {
                text.append((char) (((b & 0x0F) << 12) | ((stored[i] & 0x3F) << 6) | (stored[i + 1] & 0x3F)));
                i += 2;
            }
        }
        return text.toString();
    }

    /** Returns how many bytes a text takes that is not packed. */
    static int size(byte[] stored, int at) {
        return sizeOf(number(stored, at));
    }

    private static int sizeOf(int number) {
        return number < TEXT ? Uuids.LETTERS : number - TEXT;
    }

    /** Returns how many bytes a text takes, -1 where its first byte alone does not say it. */
    static int sizeBy(byte first) {
        return first < 0 || first == HEAD_BEFORE || first == HEAD_FOLLOWS ? -1 : sizeOf(first);
    }

    /**
     * Writes the text, if there is room and it is of ASCII characters alone, or of any that UTF-8 has where that is asked for:
     * what is kept is UTF-8 but for surrogates.
     *
     * @return where it ends, -1 when it was not written
     */
    static int copy(byte[] stored, int at, boolean utf8, byte[] target, int to) {
        int number = number(stored, at);
        int start = start(stored, at);
        int length = size(stored, at);
        if (length > target.length - to) {
            return -1;
        }
        if (number < TEXT) {
            Uuids.unpack(stored, start, number == CAPITAL_UUID, target, to);
            return to + length;
        }
        long all = 0;
        int i = 0;
        for (; i <= length - Long.BYTES; i += Long.BYTES) {
            long eight = (long) LONG.get(stored, start + i);
            all |= eight;
            LONG.set(target, to + i, eight);
        }
        for (; i < length; i++) {
            all |= stored[start + i];
            target[to + i] = stored[start + i];
        }
        boolean isAscii = (all & EACH << 7) == 0;
        return isAscii || (utf8 && !holdsSurrogates(target, to, to + length)) ? to + length : -1;
    }

    /** Surrogates, and nothing else, begin with these eleven bits. */
    private static boolean holdsSurrogates(byte[] text, int from, int to) {
        for (int i = from; i < to - 1; i++) {
            if (text[i] == (byte) 0xED && (text[i + 1] & 0x20) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns the kind of a text: within one, the order of texts is that of their bytes. */
    static int kind(byte[] stored, int at) {
        return Math.min(number(stored, at), TEXT);
    }

    /** Returns four bytes of a text, the first in the highest bits; those behind its end are 0. */
    static int four(byte[] stored, int at, int depth) {
        int end = end(stored, at);
        int four = 0;
        for (int i = start(stored, at) + depth, last = i + Integer.BYTES; i < last; i++) {
            four = four << Byte.SIZE | (i < end ? stored[i] & 0xFF : 0);
        }
        return four;
    }
}
