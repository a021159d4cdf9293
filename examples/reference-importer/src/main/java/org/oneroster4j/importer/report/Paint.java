package org.oneroster4j.importer.report;

/** How lines for people are painted. The words are the same without: nobody needs to see colours. */
public enum Paint {
    /** Not at all. */
    NONE("", "", "", "", ""),
    /** With the colours that every terminal has. */
    COLOURS("\u001B[32m", "\u001B[33m", "\u001B[31m", "\u001B[1m", "\u001B[0m");

    private final String green;
    private final String yellow;
    private final String red;
    private final String bold;
    private final String end;

    Paint(String green, String yellow, String red, String bold, String end) {
        this.green = green;
        this.yellow = yellow;
        this.red = red;
        this.bold = bold;
        this.end = end;
    }

    /** Paints what is as it should be. */
    public String good(String text) {
        return bold + green + text + end;
    }

    /** Paints what somebody should look at. */
    public String caution(String text) {
        return bold + yellow + text + end;
    }

    /** Paints what is wrong. */
    public String bad(String text) {
        return bold + red + text + end;
    }

    /** Paints what the eye should find first. */
    public String strong(String text) {
        return bold + text + end;
    }
}
