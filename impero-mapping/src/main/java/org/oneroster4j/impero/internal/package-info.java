/** Not for use from outside: the records of a file by their ids, text with fields in braces, and lists that are views. */
@NullMarked
package org.oneroster4j.impero.internal;

import org.jspecify.annotations.NullMarked;
