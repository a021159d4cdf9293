package org.oneroster4j.impero;

/**
 * What the checks after a mapping look at, in numbers of rows.
 *
 * @param studentsWithoutIdentity of the rows of enabled students, those with a blank identity
 * @param staffWithoutIdentity of the rows of enabled staff, those with a blank identity
 * @param danglingEnrollments of the live enrollments, those of a user or class that no row describes
 * @param conflictingUsers of the live users, those of an id whose rows differ
 * @param conflictingClasses of the live classes, those of an id whose rows differ
 * @param classesInScope live rows of classes that pass the school filter
 * @param classesTaken of them, those that are current
 * @param whyNoneTaken in words, why no class is current
 * @param missingUnderOtherIdentity enabled students and staff who would be missing under the other identity
 */
record MappingFacts(
        Share studentsWithoutIdentity,
        Share staffWithoutIdentity,
        Share danglingEnrollments,
        Share conflictingUsers,
        Share conflictingClasses,
        int classesInScope,
        int classesTaken,
        String whyNoneTaken,
        int missingUnderOtherIdentity) {

    /**
     * Some of all.
     *
     * @param some how many have the property
     * @param all how many there are
     */
    record Share(int some, int all) {
        /** Tells whether it is more than a number and, at once, more than a percentage. */
        boolean exceeds(int percent, int number) {
            return some > number && some * 100L > (long) all * percent;
        }
    }
}
