package org.oneroster4j.impero;

/** What becomes of a class without members. */
public enum EmptyGroups {
    /** It gets no group; the default. */
    LEAVE_OUT,
    /** It gets a group. */
    KEEP
}
