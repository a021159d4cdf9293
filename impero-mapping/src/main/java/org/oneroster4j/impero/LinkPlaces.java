package org.oneroster4j.impero;

import java.util.function.IntUnaryOperator;

/**
 * Which group and which person each membership, or each access, of a roster joins, by their places in {@link
 * ImperoRoster#groups} and {@link ImperoRoster#users}. For whoever looks at millions of links and at few of the groups and
 * people: nothing is made for a link. In the order of the links, so first by the place of the group, then by that of the
 * person, each pair once. Immutable and safe for several threads.
 */
public final class LinkPlaces {
    private final int size;
    private final IntUnaryOperator groups;
    private final IntUnaryOperator behindGroups;
    private final IntUnaryOperator users;

    LinkPlaces(int size, IntUnaryOperator groups, IntUnaryOperator behindGroups, IntUnaryOperator users) {
        this.size = size;
        this.groups = groups;
        this.behindGroups = behindGroups;
        this.users = users;
    }

    /** Returns how many links there are. */
    public int size() {
        return size;
    }

    /**
     * Returns the place of the group of a link.
     *
     * @throws IndexOutOfBoundsException when there is no such link
     */
    public int group(int link) {
        return groups.applyAsInt(link);
    }

    /** Returns the first link behind this one that is of another group, {@link #size} when there is none. */
    int behindGroup(int link) {
        return behindGroups.applyAsInt(link);
    }

    /**
     * Returns the place of the person of a link.
     *
     * @throws IndexOutOfBoundsException when there is no such link
     */
    public int user(int link) {
        return users.applyAsInt(link);
    }
}
