package org.oneroster4j.csv;

/**
 * How much a deviation from the specification matters. Both profiles read the same; they differ in the severity of what
 * they find.
 */
public enum Profile {
    /** What feeds write and can be understood without guessing is a warning or a notice. The default. */
    LENIENT,
    /** The letter of the specification: every deviation is an error. */
    STRICT
}
