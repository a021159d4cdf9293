/** Not for use from outside: the records of a file by their ids, and text with fields in braces. */
@NullMarked
package org.oneroster4j.impero.internal;

import org.jspecify.annotations.NullMarked;
