package org.oneroster4j.impero.change;

/**
 * A membership or an access as it was published.
 *
 * @param groupId the class's sourcedId
 * @param userId the user's sourcedId
 * @param identity the name by which Impero matches the person. Personal data
 */
public record PublishedLink(String groupId, String userId, String identity) {
    /** Shows nothing but ids. */
    @Override
    public String toString() {
        return "PublishedLink[" + groupId + ", " + userId + "]";
    }
}
