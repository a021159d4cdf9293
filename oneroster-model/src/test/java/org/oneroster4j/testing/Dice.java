package org.oneroster4j.testing;

import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws for one record. Each record has dice of its own, so that a change to one leaves the others as they were. */
final class Dice {

    private final Random random;
    private final Set<Defect> defects;

    Dice(long seed, Set<Defect> defects) {
        this.random = new Random(seed);
        this.defects = defects;
    }

    private Dice(Random random) {
        this.random = random;
        this.defects = Set.of();
    }

    /** The same dice, under which no defect strikes. */
    Dice sparing() {
        return new Dice(random);
    }

    /** Whether a defect strikes. Draws even when the drop does not have it, for the sake of the draws behind it. */
    boolean hit(Defect defect) {
        double roll = random.nextDouble();
        return defects.contains(defect) && roll < defect.chance();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number from 0 to below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number from 0 to below the bound. The same draw is at the same share of any bound, so that it shrinks with it. */
    int place(int bound) {
        return (int) (random.nextDouble() * bound);
    }

    /** A number between both, both inclusive. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
