package org.oneroster4j.impero.change;

/**
 * A group as it was published.
 *
 * @param groupId the class's sourcedId
 * @param groupName its name in Impero
 * @param schoolId the sourcedId of its school, by which reports count; blank where it has none
 */
public record PublishedGroup(String groupId, String groupName, String schoolId) {
    @Override
    public String toString() {
        return "PublishedGroup[" + groupId + "]";
    }
}
