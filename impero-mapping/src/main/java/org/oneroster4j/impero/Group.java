package org.oneroster4j.impero;

/**
 * A group of Impero, made of a class.
 *
 * @param groupId the class's sourcedId
 * @param groupName its name in Impero, different from that of every other group whatever the case
 * @param classCode the class's code, blank where it has none
 * @param courseTitle the title of its course, blank where that is not found
 * @param schoolId the sourcedId of its school, as the class has it
 * @param schoolName the name of its school, blank where that is not found
 */
public record Group(
        String groupId, String groupName, String classCode, String courseTitle, String schoolId, String schoolName) {
    @Override
    public String toString() {
        return "Group[" + groupId + "]";
    }
}
