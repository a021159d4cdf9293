package org.oneroster4j.csv.check;

/**
 * How many live records of a school there are, and how many lack what they should have: the counters of ClassLink's Sanity
 * Check. A class has students or teachers when a live enrollment of that role names it and a user who is there. A person
 * of several schools counts in each.
 *
 * @param sourcedId the id of the org; empty for the drop as a whole, in which everything counts once
 * @param students users of the role student
 * @param studentsWithoutEnrollments those whom no live enrollment names
 * @param teachers users of the role teacher
 * @param teachersWithoutEnrollments those whom no live enrollment names
 * @param classes the classes
 * @param classesWithoutStudents those that no student is enrolled in
 * @param classesWithoutTeachers those that no teacher is enrolled in
 * @param classesWithoutPeriods those whose periods are blank
 * @param courses the courses
 * @param coursesWithoutClasses those that no class names
 */
public record SchoolCounts(
        String sourcedId,
        int students,
        int studentsWithoutEnrollments,
        int teachers,
        int teachersWithoutEnrollments,
        int classes,
        int classesWithoutStudents,
        int classesWithoutTeachers,
        int classesWithoutPeriods,
        int courses,
        int coursesWithoutClasses) {}
