package org.oneroster4j.impero.change;

/** The bounds of settings, for those who make them without an engine that reads their constraints. */
final class Bounds {
    private Bounds() {}

    static void check(String what, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    "The brake's " + what + " must be from " + low + " to " + high + ", not " + value);
        }
    }
}
