package org.oneroster4j.impero.plan;

import org.oneroster4j.impero.MappingSettings;

/**
 * What one Impero server takes (contract, R14).
 *
 * @param users people, members and console users once each; at least 1
 * @param groups groups; at least 1
 */
public record Caps(int users, int groups) {
    /** Refuses caps below 1. */
    public Caps {
        if (users < 1 || groups < 1) {
            throw new IllegalArgumentException("A cap is below 1: " + users + " users, " + groups + " classes");
        }
    }

    /** Returns the caps of a mapping. */
    public static Caps of(MappingSettings settings) {
        return new Caps(settings.maxUsers(), settings.maxClasses());
    }

    boolean allow(long someUsers, long someGroups) {
        return someUsers <= users && someGroups <= groups;
    }

    /** Returns the larger of the shares of the two caps, as a number in which they compare exactly. */
    long weight(long someUsers, long someGroups) {
        return Math.max(someUsers * groups, someGroups * users);
    }
}
