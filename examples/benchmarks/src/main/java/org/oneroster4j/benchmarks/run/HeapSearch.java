package org.oneroster4j.benchmarks.run;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Finds the smallest heap in which a trial ends well, and does not take many times as long as with a large one. */
final class HeapSearch {
    private static final int STEP = 8;
    private static final int SMALLEST = 16;
    private static final int LARGEST = 4_096;

    /** A process whose heap is all but full collects and does little else; nobody would call that running. */
    private static final int TIMES_AS_LONG = 3;

    private final Arena arena;

    HeapSearch(Arena arena) {
        this.arena = arena;
    }

    /** Returns the megabytes, a multiple of eight. */
    int megabytes(Trial trial) throws IOException {
        Cost ample = arena.run(trial);
        Duration limit = Duration.ofSeconds((long) Math.ceil(ample.seconds() * TIMES_AS_LONG) + 2);
        int enough = SMALLEST;
        while (!isEnough(trial, enough, limit)) {
            if (enough >= LARGEST) {
                throw new IllegalStateException(trial + " does not end well in " + LARGEST + " MB");
            }
            enough *= 2;
        }
        int tooSmall = enough / 2;
        while (enough - tooSmall > STEP) {
            int middle = tooSmall + (enough - tooSmall) / 2 / STEP * STEP;
            if (isEnough(trial, middle, limit)) {
                enough = middle;
            } else {
                tooSmall = middle;
            }
        }
        return enough;
    }

    private boolean isEnough(Trial trial, int megabytes, Duration limit) throws IOException {
        Cost cost = arena.run(trial, List.of("-Xmx" + megabytes + "m"), limit);
        return cost.exit() == 0;
    }
}
