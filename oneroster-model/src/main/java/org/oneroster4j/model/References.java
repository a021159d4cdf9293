package org.oneroster4j.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The column holds an id, or a list of ids, of the records of another file. */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface References {
    /** Returns the file whose {@code sourcedId} it is. */
    OneRosterFile value();

    /**
     * Returns the type or role that the record must have to which it refers, as the word of its vocabulary; empty when any
     * will do (specification, the target of each reference column).
     */
    String type() default "";
}
