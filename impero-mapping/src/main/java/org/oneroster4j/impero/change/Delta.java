package org.oneroster4j.impero.change;

import org.oneroster4j.model.compact.LongColumn;

/** Links that one publication has and the other has not, each by the numbers of its own. */
final class Delta {
    private final long[] lost;
    private final long[] gained;

    /**
     * Compares two sorted lists of links.
     *
     * @param groups common numbers of the groups
     * @param people common numbers of the people
     */
    Delta(long[] before, long[] after, Union groups, Union people) {
        LongColumn onlyBefore = new LongColumn();
        LongColumn onlyAfter = new LongColumn();
        int i = 0;
        int j = 0;
        while (i < before.length && j < after.length) {
            int order = Long.compare(
                    common(before[i], groups.ofFirst(), people.ofFirst()),
                    common(after[j], groups.ofSecond(), people.ofSecond()));
            if (order < 0) {
                onlyBefore.add(before[i]);
            } else if (order > 0) {
                onlyAfter.add(after[j]);
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        for (; i < before.length; i++) {
            onlyBefore.add(before[i]);
        }
        for (; j < after.length; j++) {
            onlyAfter.add(after[j]);
        }
        lost = onlyBefore.drainSorted();
        gained = onlyAfter.drainSorted();
    }

    private static long common(long link, int[] groups, int[] people) {
        return Pairs.of(groups[Pairs.group(link)], people[Pairs.person(link)]);
    }

    /** Returns the links that are not there any more, in order. */
    long[] lost() {
        return lost;
    }

    /** Returns the links that were not there before, in order. */
    long[] gained() {
        return gained;
    }
}
