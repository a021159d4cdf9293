package org.oneroster4j.impero.change;

/**
 * How much changes.
 *
 * @param groupsAdded groups that were not there before
 * @param groupsRemoved groups that are not there any more
 * @param groupsRenamed groups with another name
 * @param membersGained memberships that were not there before
 * @param membersLost memberships that are not there any more
 * @param accessGained accesses that were not there before
 * @param accessLost accesses that are not there any more
 * @param consoleUsersGained console users who were not there before
 * @param consoleUsersLost console users who are not there any more
 */
public record ChangeCounts(
        int groupsAdded,
        int groupsRemoved,
        int groupsRenamed,
        int membersGained,
        int membersLost,
        int accessGained,
        int accessLost,
        int consoleUsersGained,
        int consoleUsersLost) {
    /** No change at all. */
    public static final ChangeCounts NONE = new ChangeCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);
}
