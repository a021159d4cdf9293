package org.oneroster4j.csv;

/** The types of columns that the CSV binding has. */
public enum ColumnKind {
    /** The id of the row itself. */
    ID("id"),
    /** An id of a row of another file. */
    REFERENCE("reference"),
    /** Several such ids, separated by commas. */
    REFERENCES("list of references"),
    /** Text. */
    TEXT("text"),
    /** Several texts, separated by commas. */
    TEXTS("list of texts"),
    /** A day, {@code YYYY-MM-DD}. */
    DATE("date"),
    /** A time in UTC, {@code YYYY-MM-DDTHH:MM:SS.sssZ}. */
    TIMESTAMP("date and time"),
    /** A year, {@code YYYY}. */
    YEAR("year"),
    /** {@code true} or {@code false}. */
    BOOLEAN("boolean"),
    /** A decimal number. */
    NUMBER("number"),
    /** A word of a vocabulary. */
    TOKEN("word"),
    /** Several words of a vocabulary, separated by commas. */
    TOKENS("list of words"),
    /** Items of the form {@code {type:id}}, separated by commas. */
    USER_IDS("list of {type:id}");

    private final String words;

    ColumnKind(String words) {
        this.words = words;
    }

    /** Returns what a page of documentation calls it. */
    public String words() {
        return words;
    }
}
