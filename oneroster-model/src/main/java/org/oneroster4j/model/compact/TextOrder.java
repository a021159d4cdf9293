package org.oneroster4j.model.compact;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Sorts numbers by the texts they stand for, four bytes of the texts at a time: to compare two of a million texts is to
 * wait for memory twice, and there would be twenty million comparisons.
 */
final class TextOrder {
    /** So few are sorted by comparing them. */
    private static final int FEW = 16;
    /** Behind so many equal bytes the others are compared. */
    private static final int DEEP = 256;

    private final TextPool pool;
    private final IntColumn addresses;

    TextOrder(TextPool pool, IntColumn addresses) {
        this.pool = pool;
        this.addresses = addresses;
    }

    /** Sorts numbers by UTF-16 code unit of their texts, which differ. */
    void sort(int[] numbers) {
        int[][] kinds = new int[StoredText.KINDS][];
        for (int kind = 0; kind < kinds.length; kind++) {
            int wanted = kind;
            kinds[kind] = Arrays.stream(numbers)
                    .filter(number -> pool.kind(addresses.get(number)) == wanted)
                    .toArray();
            sort(kinds[kind], 0, kinds[kind].length, 0);
        }
        int[] next = new int[kinds.length];
        for (int i = 0; i < numbers.length; i++) {
            int least = -1;
            for (int kind = 0; kind < kinds.length; kind++) {
                if (next[kind] < kinds[kind].length
                        && (least < 0 || compare(kinds[kind][next[kind]], kinds[least][next[least]]) < 0)) {
                    least = kind;
                }
            }
            numbers[i] = kinds[least][next[least]++];
        }
    }

    private int compare(int a, int b) {
        return pool.compare(addresses.get(a), addresses.get(b));
    }

    /** Sorts texts of one kind that are equal up to a byte. */
    private void sort(int[] numbers, int from, int to, int depth) {
        if (to - from <= FEW) {
            sortFew(numbers, from, to);
        } else if (depth >= DEEP) {
            int[] sorted = IntStream.range(from, to)
                    .mapToObj(i -> numbers[i])
                    .sorted(this::compare)
                    .mapToInt(Integer::intValue)
                    .toArray();
            System.arraycopy(sorted, 0, numbers, from, sorted.length);
        } else {
            int[] equal = sortedByFour(numbers, from, to, depth);
            for (int i = 0; i < equal.length; i += 2) {
                sort(numbers, equal[i], equal[i + 1], depth + Integer.BYTES);
            }
        }
    }

    /** Sorts by four bytes, and returns where those begin and end that have them in common. */
    private int[] sortedByFour(int[] numbers, int from, int to, int depth) {
        long[] keys = new long[to - from];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) (four(numbers[from + i], depth) ^ Integer.MIN_VALUE) << 32 | numbers[from + i];
        }
        Arrays.sort(keys);
        int[] equal = new int[16];
        int count = 0;
        for (int start = 0, end; start < keys.length; start = end) {
            for (end = start; end < keys.length && keys[end] >> 32 == keys[start] >> 32; end++) {
                numbers[from + end] = (int) keys[end];
            }
            if (end > start + 1) {
                equal = count == equal.length ? Arrays.copyOf(equal, 2 * count) : equal;
                equal[count++] = from + start;
                equal[count++] = from + end;
            }
        }
        return Arrays.copyOf(equal, count);
    }

    private int four(int number, int depth) {
        return pool.four(addresses.get(number), depth);
    }

    private void sortFew(int[] numbers, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int number = numbers[i];
            int at = i;
            while (at > from && compare(numbers[at - 1], number) > 0) {
                numbers[at] = numbers[at - 1];
                at--;
            }
            numbers[at] = number;
        }
    }
}
