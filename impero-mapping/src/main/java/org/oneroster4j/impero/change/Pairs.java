package org.oneroster4j.impero.change;

/** A group and a person as one number, in the order of the group, then the person. */
final class Pairs {
    private Pairs() {}

    static long of(int group, int person) {
        return (long) group << Integer.SIZE | person;
    }

    static int group(long pair) {
        return (int) (pair >>> Integer.SIZE);
    }

    static int person(long pair) {
        return (int) pair;
    }
}
