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
    Delta(PublishedLinks before, PublishedLinks after, Union groups, Union people) {
        LongColumn onlyBefore = new LongColumn();
        LongColumn onlyAfter = new LongColumn();
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            int order = Long.compare(
                    common(before.get(i), groups.ofFirst(), people.ofFirst()),
                    common(after.get(j), groups.ofSecond(), people.ofSecond()));
            if (order < 0) {
                onlyBefore.add(before.get(i));
            } else if (order > 0) {
                onlyAfter.add(after.get(j));
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        for (; i < before.size(); i++) {
            onlyBefore.add(before.get(i));
        }
        for (; j < after.size(); j++) {
            onlyAfter.add(after.get(j));
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
