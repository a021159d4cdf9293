package org.oneroster4j.impero.change;

/**
 * A person as Impero was told of them.
 *
 * @param userId the user's sourcedId
 * @param identity the name by which Impero matches the person. Personal data
 */
public record PublishedUser(String userId, String identity) {
    /** Shows nothing but the id. */
    @Override
    public String toString() {
        return "PublishedUser[" + userId + "]";
    }
}
