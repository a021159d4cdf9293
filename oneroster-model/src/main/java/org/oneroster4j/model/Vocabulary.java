package org.oneroster4j.model;

/**
 * A closed vocabulary of OneRoster v1p1: the enums whose constants stand for the tokens of a column. Version 1.1 has no
 * extensions of vocabularies.
 */
public interface Vocabulary {
    /** Returns the token exactly as the specification spells it, for example {@code gradingPeriod}. */
    String token();
}
