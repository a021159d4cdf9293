package org.oneroster4j.impero.plan;

import java.util.ArrayList;
import java.util.List;

/** How many servers it takes at least. */
final class LowerBound {
    private LowerBound() {}

    /**
     * Returns the largest of: users over the cap, groups over the cap, and how many schools are found, from the largest
     * down, of which no two fit together.
     */
    static int of(Sizes sizes) {
        Caps caps = sizes.caps();
        long byUsers = ceilDiv(sizes.distinctUsers(), caps.users());
        long byGroups = ceilDiv(sizes.allGroups(), caps.groups());
        long bound = Math.max(Math.max(byUsers, byGroups), apart(sizes));
        return Math.toIntExact(Math.max(bound, sizes.count() > 0 ? 1 : 0));
    }

    private static int apart(Sizes sizes) {
        List<Integer> apart = new ArrayList<>();
        for (int school : sizes.bySize()) {
            if (apart.stream().noneMatch(other -> fit(sizes, school, other))) {
                apart.add(school);
            }
        }
        return apart.size();
    }

    private static boolean fit(Sizes sizes, int one, int other) {
        int users = sizes.users(one) + sizes.users(other);
        int groups = sizes.groups(one) + sizes.groups(other);
        Caps caps = sizes.caps();
        return caps.allow(users, groups) || caps.allow(users - sizes.common(one, other), groups);
    }

    private static long ceilDiv(long some, long cap) {
        return (some + cap - 1) / cap;
    }
}
