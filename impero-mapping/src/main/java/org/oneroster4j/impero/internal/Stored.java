package org.oneroster4j.impero.internal;

import org.oneroster4j.impero.Group;

/**
 * What the rows of a {@link View} say, where it is kept: for those who write millions of them, and for whom a text made for
 * each cell would cost more than all else. Safe for several threads.
 */
public interface Stored {
    /** How many numbers {@link #size} needs room for in each row. */
    int SCRATCH = 2;

    /** What a row says of a person, and of an access. */
    enum Column {
        /** The user's sourcedId. */
        USER_ID,
        /** The district username. */
        USERNAME,
        /** The email address. */
        EMAIL,
        /** The given name. */
        GIVEN_NAME,
        /** The family name. */
        FAMILY_NAME,
        /** {@code student} or {@code staff}. */
        KIND,
        /** The role that gives the access. */
        ROLE,
        /** Whether an enrollment that gives the access is marked as primary: {@code true} or {@code false}. */
        PRIMARY
    }

    /** Returns the number of the group that a row is of, -1 when it is of none. */
    int group(int row);

    /** Returns the first row behind this one that is of another group; the number of all rows when there is none. */
    int behindGroup(int row);

    /**
     * Returns how many bytes the first texts of some rows take. To ask for several rows at once, before any is written, is
     * worth more than the answer: the texts lie all over the memory, and so it is waited for once and not for each.
     *
     * @param scratch room for {@value #SCRATCH} numbers of each row; what is in it does not matter before and not afterwards
     */
    int size(int from, int to, int[] scratch);

    /** Returns the group that a row is of; to be asked for rows that are of one. */
    Group groupOf(int row);

    /**
     * Writes what a row says, if there is room and it is of ASCII characters alone, or of any that UTF-8 has where that is
     * asked for.
     *
     * @param target is spoiled from {@code to} on in any case
     * @return where it ends there, -1 when it was not written
     */
    int copy(int row, Column column, boolean utf8, byte[] target, int to);
}
