package org.oneroster4j.impero.plan;

/**
 * A school that was on a server and is to go to another.
 *
 * @param school its sourcedId
 * @param from the number of the server it was on
 * @param to the number of the server it is on now
 * @param reason why it could not stay
 * @param users the people that server would have with all its schools of today
 * @param groups the groups it would have
 */
public record Move(String school, int from, int to, Reason reason, int users, int groups) {

    /** Why a school moves. */
    public enum Reason {
        /** With all its schools its server would have more users than the cap. */
        USERS_OVER_CAP,
        /** With all its schools its server would have more groups than the cap. */
        CLASSES_OVER_CAP,
        /** There are to be fewer servers, and its server is not among them. */
        SERVER_GONE,
        /** A school that had to move, or is new, finds no room on so many servers unless this one makes it. */
        MAKES_ROOM,
        /** A filter of the one takes the other too, so they cannot be on two servers. */
        GOES_ALONG
    }
}
