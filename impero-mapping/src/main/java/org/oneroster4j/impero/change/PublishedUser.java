package org.oneroster4j.impero.change;

/**
 * A person as Impero was told of them.
 *
 * @param userId the user's sourcedId
 * @param identity the name by which Impero matches the person. Personal data
 */
public record PublishedUser(String userId, String identity) implements Comparable<PublishedUser> {
    /** Compares by id, then by identity: a table of keys that collide stays fast when they have an order. */
    @Override
    public int compareTo(PublishedUser other) {
        int byId = userId.compareTo(other.userId);
        return byId == 0 ? identity.compareTo(other.identity) : byId;
    }

    /** Shows nothing but the id. */
    @Override
    public String toString() {
        return "PublishedUser[" + userId + "]";
    }
}
