package org.oneroster4j.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names under which feeds write the column too: those of version 1.0, of the REST binding, and of known vendors. */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Aliases {
    /** Returns the names. */
    String[] value();
}
