package org.oneroster4j.impero.layout;

/** What stands behind every row, the last one included. */
public enum LineEnd {
    /** Carriage return and line feed, as RFC 4180 and Windows have it; the default. */
    CRLF("\r\n"),
    /** Line feed. */
    LF("\n"),
    /** Carriage return. */
    CR("\r");

    private final String text;

    LineEnd(String text) {
        this.text = text;
    }

    /** Returns the characters. */
    public String text() {
        return text;
    }
}
