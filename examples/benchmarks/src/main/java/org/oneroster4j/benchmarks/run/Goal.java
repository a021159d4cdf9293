package org.oneroster4j.benchmarks.run;

import java.util.List;
import java.util.Locale;
import org.oneroster4j.benchmarks.drop.DropSize;
import org.oneroster4j.benchmarks.drop.Ids;

/**
 * A line of the table of what must be reached: what a trial takes, as a multiple of what another takes in the same round,
 * or the smallest heap that it ends in, or that heap as a multiple of another's.
 *
 * @param key what it is asked for by on the command line
 * @param what in the words of the table
 * @param bound which way is better
 * @param must what must be reached; NaN when it is only to be reported
 * @param aim what is aimed at
 * @param trials for a multiple two, the one whose number is divided and the one it is divided by; for a heap one
 */
record Goal(String key, String what, Bound bound, double must, double aim, List<Trial> trials) {

    /** Which way is better, and what the number is. */
    enum Bound {
        AT_LEAST,
        AT_MOST,
        HEAP_AT_MOST,
        HEAP_TIMES_AT_MOST;

        boolean isKept(double measured, double limit) {
            return this == AT_LEAST ? measured >= limit : measured <= limit;
        }
    }

    /** Returns all lines in the order of the table, for a drop of some size; the smallest has not grown from another. */
    static List<Goal> all(DropSize size) {
        String drop = " of the " + size.name().toLowerCase(Locale.ROOT) + " drop";
        DropSize smaller = size == DropSize.STATE ? DropSize.MEDIUM : DropSize.SMALL;
        List<Goal> all = List.of(
                atLeast(
                        "typed",
                        "typed, validated enrollments streamed, against raw Univocity on the same columns, one thread: its speed"
                                + " times",
                        0.8,
                        0.95,
                        Trial.of("raw-enrollments", size),
                        Trial.of("typed-enrollments", size)),
                atLeast(
                        "typed-jackson",
                        "the same against Jackson CSV to POJOs: its speed times",
                        1.2,
                        1.5,
                        Trial.of("jackson-enrollments", size),
                        Trial.of("typed-enrollments", size)),
                atMost(
                        "convert",
                        "`convert`" + drop
                                + ", findings and summary included, against raw Univocity on the three big files, one thread:"
                                + " its time times",
                        1.7,
                        1.2,
                        Trial.of("convert", size),
                        Trial.of("raw", size)),
                atLeast(
                        "duckdb-ordered",
                        "the same against DuckDB, two threads, ordered output: faster by",
                        2,
                        4,
                        Trial.of("duckdb-ordered", size),
                        Trial.of("convert", size)),
                atMost(
                        "duckdb-any",
                        "the same against DuckDB, two threads, any order: its time times",
                        Double.NaN,
                        1.0,
                        Trial.of("convert", size),
                        Trial.of("duckdb-any", size)),
                atMost(
                        "check",
                        "`check` (all whole-drop checks)" + drop + " against raw: its time times",
                        2.5,
                        2,
                        Trial.of("check", size),
                        Trial.of("raw", size)),
                heap("heap", "smallest heap for `convert`" + drop + ", UUID ids", 128, 96, Trial.of("convert", size)),
                heap("heap-any", "the same, ids of any shape", 160, 128, new Trial("convert", size, Ids.ANY)),
                heap("heap-check", "the same for `check`, UUID ids", 256, 160, Trial.of("check", size)),
                atMost(
                        "growth",
                        "growth of the time of `convert` from " + word(smaller) + " to " + word(size)
                                + (size == DropSize.STATE ? " (six times the rows)" : ""),
                        6.5,
                        6,
                        Trial.of("convert", size),
                        Trial.of("convert", smaller)),
                new Goal(
                        "growth-heap",
                        "the same of its smallest heap",
                        Bound.HEAP_TIMES_AT_MOST,
                        6.5,
                        6,
                        List.of(Trial.of("convert", size), Trial.of("convert", smaller))),
                atMost(
                        "start",
                        "`convert` of one full server, whole process from its start, against a JVM that only reads the files"
                                + " with raw Univocity: times",
                        3,
                        1.5,
                        Trial.of("convert", DropSize.SMALL),
                        Trial.of("raw-all", DropSize.SMALL)),
                atMost(
                        "validation",
                        "validation on against off, good data: its time times",
                        1.1,
                        1.05,
                        Trial.of("typed-validated", size),
                        Trial.of("typed", size)));
        return all.stream()
                .filter(goal -> smaller != size || !goal.key().startsWith("growth"))
                .toList();
    }

    private static String word(DropSize size) {
        return size.name().toLowerCase(Locale.ROOT);
    }

    private static Goal atLeast(String key, String what, double must, double aim, Trial above, Trial below) {
        return new Goal(key, what, Bound.AT_LEAST, must, aim, List.of(above, below));
    }

    private static Goal atMost(String key, String what, double must, double aim, Trial above, Trial below) {
        return new Goal(key, what, Bound.AT_MOST, must, aim, List.of(above, below));
    }

    private static Goal heap(String key, String what, double must, double aim, Trial trial) {
        return new Goal(key, what, Bound.HEAP_AT_MOST, must, aim, List.of(trial));
    }

    /** Tells whether it is about smallest heaps, which are searched, and not about what a round takes. */
    boolean isHeap() {
        return bound == Bound.HEAP_AT_MOST || bound == Bound.HEAP_TIMES_AT_MOST;
    }

    boolean isMegabytes() {
        return bound == Bound.HEAP_AT_MOST;
    }
}
