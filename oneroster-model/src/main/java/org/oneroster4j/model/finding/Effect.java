package org.oneroster4j.model.finding;

/** What a finding means for what it was found in. */
public enum Effect {
    /** The value is used as it is, or as it was repaired. */
    KEEPS_VALUE("keeps the value"),
    /** The cell counts as blank. */
    DROPS_VALUE("drops the value"),
    /** The row, or what was made of it, is left out. */
    DROPS_RECORD("drops the record"),
    /** Nothing is published from this drop. */
    STOPS_RUN("stops the run"),
    /** Nothing is published until somebody looks at it and approves: the change is larger than a normal day makes. */
    HOLDS_RUN("holds the run");

    private final String words;

    Effect(String words) {
        this.words = words;
    }

    /** Returns the effect in words, for example {@code drops the record}. */
    public String words() {
        return words;
    }
}
