package org.oneroster4j.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Decisions hang on the column: a cell that is filled with something nobody can read costs more than its value. Without
 * this annotation the value alone is lost. (Rule R1 of the mapping to Impero: what a rule needs and cannot read never
 * lets anybody in.)
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface IfUnreadable {
    /** Returns what is lost. */
    Loss value();

    /** Returns whether a blank cell says as little as one that cannot be read. */
    boolean blankToo() default false;

    /**
     * Returns the year before which a date counts as one that cannot be read: senders write 1899 or 1970 for "none". 0, the
     * default, for no such year.
     */
    int placeholderBefore() default 0;

    /** What a cell that cannot be read costs. */
    enum Loss {
        /** The value counts as blank, and nothing depends on it. */
        VALUE,
        /** The value counts as blank, which is an error all the same. */
        DECIDING_VALUE,
        /** There is a record, but what it describes must be left out. */
        TAKES_OUT,
        /** There is no record. */
        ROW
    }
}
