/**
 * How code is generated in the packages below. Without this it would carry an annotation of Immutables, which whoever
 * compiles against it does not have. The annotation here is as foreign to them, so this class does not go into the jar.
 */
@Value.Style(allowedClasspathAnnotations = Override.class)
package org.oneroster4j;

import org.immutables.value.Value;
