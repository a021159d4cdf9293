package org.oneroster4j.impero.change;

import java.util.Optional;

/**
 * What changes in a group.
 *
 * @param groupId the class's sourcedId
 * @param nameBefore its name before; absent when the group is added
 * @param nameAfter its name now; absent when the group is removed
 * @param membersGained memberships that were not there before
 * @param membersLost memberships that are not there any more
 * @param accessGained accesses that were not there before
 * @param accessLost accesses that are not there any more
 */
public record GroupChange(
        String groupId,
        Optional<String> nameBefore,
        Optional<String> nameAfter,
        int membersGained,
        int membersLost,
        int accessGained,
        int accessLost) {
    /** Tells whether the group was not there before. */
    public boolean isAdded() {
        return nameBefore.isEmpty();
    }

    /** Tells whether the group is not there any more. */
    public boolean isRemoved() {
        return nameAfter.isEmpty();
    }

    /** Tells whether the group was there before, under another name. */
    public boolean isRenamed() {
        return nameBefore.isPresent() && nameAfter.isPresent() && !nameBefore.equals(nameAfter);
    }

    @Override
    public String toString() {
        return "GroupChange[" + groupId + ", members +" + membersGained + " -" + membersLost + ", accesses +"
                + accessGained + " -" + accessLost + "]";
    }
}
