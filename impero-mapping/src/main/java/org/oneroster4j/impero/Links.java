package org.oneroster4j.impero;

/**
 * A membership or an access as one number, so that four million of them fit in as many longs. The order of the numbers is
 * that of the class, then the person, then, for an access, the role, the one that is written first.
 */
final class Links {
    private static final int ROLE_BITS = 2;
    private static final int PERSON_SHIFT = ROLE_BITS + 1;
    private static final int CLASS_SHIFT = 31 + PERSON_SHIFT;
    private static final long PERSON_MASK = (1L << 31) - 1;

    private Links() {}

    static long member(int schoolClass, int person) {
        return access(schoolClass, person, 0, false);
    }

    static long access(int schoolClass, int person, int role, boolean primary) {
        return (long) schoolClass << CLASS_SHIFT | (long) person << PERSON_SHIFT | (long) role << 1 | (primary ? 1 : 0);
    }

    static int schoolClass(long link) {
        return (int) (link >>> CLASS_SHIFT);
    }

    static int person(long link) {
        return (int) ((link >>> PERSON_SHIFT) & PERSON_MASK);
    }

    static int role(long link) {
        return (int) ((link >>> 1) & ((1 << ROLE_BITS) - 1));
    }

    static boolean isPrimary(long link) {
        return (link & 1) != 0;
    }

    /** Tells whether two links are of one class and one person. */
    static boolean isSamePair(long a, long b) {
        return (a >>> PERSON_SHIFT) == (b >>> PERSON_SHIFT);
    }

    /** Returns the link with other numbers for its class and person. */
    static long renumbered(long link, int schoolClass, int person) {
        return access(schoolClass, person, role(link), isPrimary(link));
    }

    /**
     * Makes one link of all of one class and person, in a sorted array: the first role, and primary when any is.
     *
     * @return how many are left, at the beginning of the array
     */
    static int merge(long[] sorted, int size) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept > 0 && isSamePair(sorted[kept - 1], sorted[i])) {
                sorted[kept - 1] |= sorted[i] & 1;
            } else {
                sorted[kept++] = sorted[i];
            }
        }
        return kept;
    }
}
