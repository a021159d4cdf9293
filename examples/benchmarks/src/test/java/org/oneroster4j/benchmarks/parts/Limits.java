package org.oneroster4j.benchmarks.parts;

/**
 * What a row may cost: all numbers of the short benchmark. Whoever makes something cheaper lowers its number here; nobody
 * raises one without saying in the commit what was bought for it.
 *
 * <p>Bytes are exact, without the compiler's escape analysis: measured, and room for one per cent. Multiples of processor
 * time are measured against raw Univocity over the same file in the same minute, and have room for half as much again: a
 * noisy machine stays below, a doubled cost does not.
 */
final class Limits {
    /** Bytes that an enrollment allocates when it is split into cells. */
    static final long TOKENIZED = 326;

    /** Bytes that it allocates when it is read. */
    static final long READ = 462;

    /** Bytes that it allocates when it is read and validated. */
    static final long VALIDATED = 462;

    /** Bytes that the mapping of a whole drop allocates, for each of its enrollments. */
    static final long MAPPED = 980;

    /** Bytes that the whole-drop checks allocate, for each enrollment. */
    static final long CHECKED = 1_085;

    /** Bytes that writing the four files allocates, for each member. */
    static final long WRITTEN = 158;

    /** What reading enrollments takes, as a multiple of raw Univocity. */
    static final double READ_TIMES_RAW = 1.7;

    /** The same with validation. */
    static final double VALIDATED_TIMES_RAW = 1.7;

    /** Mapping a whole drop and writing it, against raw Univocity on its three big files. */
    static final double CONVERTED_TIMES_RAW = 10;

    private Limits() {}
}
