package org.oneroster4j.impero.layout;

/** When a cell stands in quotes. A quote in a cell in quotes is written twice (RFC 4180). */
public enum Quoting {
    /** When it holds the delimiter, a quote or a line break; the default. */
    AS_NEEDED,
    /** Always, blank cells and headers too. */
    ALWAYS,
    /** Never: a cell that would need quotes is an error, {@link UnwritableCellException}. */
    NEVER
}
