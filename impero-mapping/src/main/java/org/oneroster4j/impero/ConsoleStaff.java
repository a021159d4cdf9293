package org.oneroster4j.impero;

/** Which staff become console users. */
public enum ConsoleStaff {
    /** All, with or without a group; the default. */
    ALL,
    /** Those with access to a written group. */
    ASSIGNED
}
