package org.oneroster4j.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A blank cell of the column widens what the record means: without an end an enrollment never ends, without
 * {@code enabledUser} an account counts as enabled. So the column may not disappear, and its cells may not be lost with the
 * end of a row, unnoticed. (Rule R1 shape of the mapping to Impero: the columns that decide.)
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Decides {}
