package org.oneroster4j.impero;

/**
 * What a school takes of an Impero server. A person counts in each school where they have a group, so that the people of
 * several schools together can be more than there are; console users without any group count in no school.
 *
 * @param schoolId the sourcedId of the school, as its classes have it; blank for classes without one
 * @param schoolName its name, blank where it is not found
 * @param groups groups
 * @param students members of those groups, once each
 * @param staff those with access to one of those groups, once each
 */
public record SchoolCounts(String schoolId, String schoolName, int groups, int students, int staff) {
    /** Returns how many people there are, students and staff. */
    public int users() {
        return students + staff;
    }

    /** Returns how much of the cap on users the school takes, in percent. */
    public double percentOfUsers(MappingSettings settings) {
        return users() * 100.0 / settings.maxUsers();
    }

    /** Returns how much of the cap on classes the school takes, in percent. */
    public double percentOfClasses(MappingSettings settings) {
        return groups * 100.0 / settings.maxClasses();
    }
}
