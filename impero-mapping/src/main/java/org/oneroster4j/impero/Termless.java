package org.oneroster4j.impero;

/** What becomes of a class that names no term where other classes of the file do (contract, R6). */
public enum Termless {
    /** It is not current. */
    LEAVE_OUT,
    /** It is taken. */
    TAKE
}
