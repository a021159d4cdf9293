package org.oneroster4j.impero.change;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntFunction;

/** Common numbers for the elements of two sorted lists: the same for what both hold, and in the same order as theirs. */
final class Union {
    private final int[] ofFirst;
    private final int[] ofSecond;

    private Union(int[] ofFirst, int[] ofSecond) {
        this.ofFirst = ofFirst;
        this.ofSecond = ofSecond;
    }

    /** Numbers the elements of two lists that are sorted by this order, each once. */
    static <E> Union of(
            int firstSize, IntFunction<E> first, int secondSize, IntFunction<E> second, Comparator<? super E> order) {
        int[] ofFirst = new int[firstSize];
        int[] ofSecond = new int[secondSize];
        int i = 0;
        int j = 0;
        for (int number = 0; i < firstSize || j < secondSize; number++) {
            int which = i == firstSize ? 1 : j == secondSize ? -1 : order.compare(first.apply(i), second.apply(j));
            if (which <= 0) {
                ofFirst[i++] = number;
            }
            if (which >= 0) {
                ofSecond[j++] = number;
            }
        }
        return new Union(ofFirst, ofSecond);
    }

    /** Returns the common number of each element of the first list. */
    int[] ofFirst() {
        return ofFirst;
    }

    /** Returns the common number of each element of the second list. */
    int[] ofSecond() {
        return ofSecond;
    }

    /** Returns the place in the second list of an element of the first, or a negative number. */
    int inSecond(int first) {
        return Arrays.binarySearch(ofSecond, ofFirst[first]);
    }

    /** Returns the place in the first list of an element of the second, or a negative number. */
    int inFirst(int second) {
        return Arrays.binarySearch(ofFirst, ofSecond[second]);
    }
}
