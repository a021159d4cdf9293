package org.oneroster4j.impero.change;

import java.util.function.IntBinaryOperator;

/** Sorts numbers by what they stand for, and makes no object for any of them. */
final class Order {
    private Order() {}

    /** Returns the numbers from 0 to below a size, sorted; equal ones stay as they are. */
    static int[] of(int size, IntBinaryOperator compare) {
        int[] from = new int[size];
        for (int i = 0; i < size; i++) {
            from[i] = i;
        }
        int[] to = new int[size];
        for (long width = 1; width < size; width *= 2) {
            for (long begin = 0; begin < size; begin += 2 * width) {
                int middle = (int) Math.min(begin + width, size);
                merge(from, (int) begin, middle, (int) Math.min(begin + 2 * width, size), to, compare);
            }
            int[] merged = to;
            to = from;
            from = merged;
        }
        return from;
    }

    private static void merge(int[] from, int begin, int middle, int end, int[] to, IntBinaryOperator compare) {
        int left = begin;
        int right = middle;
        for (int i = begin; i < end; i++) {
            boolean takesLeft = right == end || (left < middle && compare.applyAsInt(from[left], from[right]) <= 0);
            to[i] = takesLeft ? from[left++] : from[right++];
        }
    }

    /** Returns the place in an order of each number. */
    static int[] ranks(int[] order) {
        int[] ranks = new int[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }
}
