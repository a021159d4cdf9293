package org.oneroster4j.testing;

import java.util.Set;

/**
 * All that decides what a generated drop is: the same plan makes the same drop.
 *
 * @param anchored whether the first school, term and class, a teacher and a student and their enrollments are
 *     spared most defects, so that the drop has something to publish
 * @param tidy whether each class has a teacher and a student, though that takes more enrollments than planned
 */
record DropPlan(
        long seed,
        int schools,
        int terms,
        int classes,
        int people,
        int enrollments,
        Set<Defect> defects,
        boolean anchored,
        boolean tidy) {

    /** The dice of a record. */
    Dice dice(String kind, int index) {
        return new Dice(mix(mix(seed, kind.hashCode()), index), defects);
    }

    /** The dice of a record that is one of those to be spared when its index is below a number. */
    Dice dice(String kind, int index, int anchors) {
        Dice dice = dice(kind, index);
        return spares(index, anchors) ? dice.sparing() : dice;
    }

    boolean spares(int index, int anchors) {
        return anchored && index < anchors;
    }

    // Neighbouring seeds give java.util.Random similar first numbers; this sets them apart (Stafford's mix 13).
    private static long mix(long seed, long salt) {
        long z = seed + salt * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
