package org.oneroster4j.impero.change;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Common numbers for the elements of two sorted lists: the same for what both hold, and in the same order as theirs. */
final class Union {
    private final int[] ofFirst;
    private final int[] ofSecond;

    Union(int firstSize, IntFunction<String> first, int secondSize, IntFunction<String> second) {
        ofFirst = new int[firstSize];
        ofSecond = new int[secondSize];
        int i = 0;
        int j = 0;
        for (int number = 0; i < firstSize || j < secondSize; number++) {
            int order =
                    i == firstSize ? 1 : j == secondSize ? -1 : first.apply(i).compareTo(second.apply(j));
            if (order <= 0) {
                ofFirst[i++] = number;
            }
            if (order >= 0) {
                ofSecond[j++] = number;
            }
        }
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
