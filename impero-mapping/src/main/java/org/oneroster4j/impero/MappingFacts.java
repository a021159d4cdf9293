package org.oneroster4j.impero;

/**
 * What the checks after a mapping look at, in numbers of rows.
 *
 * @param studentsWithoutIdentity of the rows of enabled students, those with a blank or unsafe identity
 * @param staffWithoutIdentity of the rows of enabled staff, those with a blank or unsafe identity
 * @param danglingEnrollments of the live enrollments, those of a user or class that no row describes
 * @param conflictingUsers of the live users, those of an id whose rows differ
 * @param conflictingClasses of the live classes, those of an id whose rows differ
 * @param roleConflicts of the live enrollments in a staff role, those that name students
 * @param classesInScope classes that R1 and R15 leave in the school filter
 * @param classesTaken of them, those that R6 takes
 * @param whyNoneTaken in words, why no class is current
 * @param missingUnderOtherIdentity enabled students and staff who would be missing under the other identity
 */
record MappingFacts(
        Share studentsWithoutIdentity,
        Share staffWithoutIdentity,
        Share danglingEnrollments,
        Share conflictingUsers,
        Share conflictingClasses,
        Share roleConflicts,
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
        /** In a small school more than half of the rows are a sign of a broken export from this number on. */
        private static final int FEW = 5;

        /** Tells whether it is more than a percentage and more than a number, or more than half and at least {@value #FEW}. */
        boolean exceedsOrIsMost(int percent, int number) {
            return exceeds(percent, number) || (some >= FEW && some * 2L > all);
        }

        /** Tells whether it is more than a percentage and more than a number. */
        boolean exceeds(int percent, int number) {
            return some > number && some * 100L > (long) all * percent;
        }
    }
}
