package org.oneroster4j.csv.constraint;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Accepts texts of so many characters out of a set. Immutable. */
final class RunCheck implements Check {
    /** How long a scratch for {@link #acceptsAscii} is to be: for an id, and what stands behind its end. */
    static final int SCRATCH = 256 + Long.BYTES;

    private static final int BYTE = 256;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** A byte in all eight. */
    private static final long EACH = 0x0101010101010101L;

    private static final long HIGHEST = EACH << 7;
    /** The characters of an id are so many spans. With more it would be as slow as one character after the other. */
    private static final int SPANS = 4;

    private final byte[] refused;
    private final int min;
    private final int max;
    /** A character of the set, eight times. */
    private final long filling;
    /**
     * For each span of characters that follow each other what lifts the first of them, and then what lifts the one behind
     * the last, to the highest bit of its byte; 0 for one that there is not. Nothing at all when there are too many of them.
     */
    private final long[] spans;

    RunCheck(SimpleRegex.Run run) {
        this.refused = new byte[BYTE];
        for (int i = 0; i < refused.length; i++) {
            refused[i] = (byte) (run.characters().get(i) ? 0 : 1);
        }
        this.min = run.min();
        this.max = run.max();
        this.filling = EACH * run.characters().nextSetBit(0);
        this.spans = spans(run.characters());
    }

    private static long[] spans(BitSet characters) {
        long[] spans = new long[2 * SPANS];
        int count = 0;
        for (int first = characters.nextSetBit(0); first >= 0; ) {
            int behind = characters.nextClearBit(first);
            if (count == spans.length) {
                return new long[0];
            }
            spans[count++] = EACH * (SimpleRegex.ASCII - first);
            spans[count++] = EACH * (SimpleRegex.ASCII - behind);
            first = characters.nextSetBit(behind);
        }
        // A span that is empty has no character.
        return spans;
    }

    @Override
    public boolean accepts(@Nullable Object value) {
        return value == null || accepts((String) value);
    }

    /**
     * As {@link #accepts}, of a text that is known to be of ASCII characters alone: eight of them at once, in half of the time.
     *
     * @param scratch what is in it does not matter before and not afterwards
     */
    @SuppressWarnings("deprecation") // Of ASCII characters the lower half is all there is, and this makes no garbage.
    boolean acceptsAscii(String text, byte[] scratch) {
        int length = text.length();
        if (spans.length == 0 || length > scratch.length - Long.BYTES) {
            return accepts(text);
        }
        if (length < min || length > max) {
            return false;
        }
        text.getBytes(0, length, scratch, 0);
        LONG.set(scratch, length, filling);
        long first = spans[0];
        long second = spans[2];
        long third = spans[4];
        long fourth = spans[6];
        long behindFirst = spans[1];
        long behindSecond = spans[3];
        long behindThird = spans[5];
        long behindFourth = spans[7];
        long known = HIGHEST;
        for (int i = 0; i < length; i += Long.BYTES) {
            long eight = (long) LONG.get(scratch, i);
            known &= ((eight + first) & ~(eight + behindFirst))
                    | ((eight + second) & ~(eight + behindSecond))
                    | ((eight + third) & ~(eight + behindThird))
                    | ((eight + fourth) & ~(eight + behindFourth));
        }
        return known == HIGHEST;
    }

    /** Without a branch for each character, which takes half the time. */
    private boolean accepts(String text) {
        int length = text.length();
        if (length < min || length > max) {
            return false;
        }
        int wrong = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            wrong |= refused[c % BYTE] | c / BYTE;
        }
        return wrong == 0;
    }
}
