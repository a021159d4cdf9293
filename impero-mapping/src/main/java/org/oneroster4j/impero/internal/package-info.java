/** Not for use from outside: texts and numbers kept in arrays, because rosters have millions of them. */
@NullMarked
package org.oneroster4j.impero.internal;

import org.jspecify.annotations.NullMarked;
