/** Not for use from outside: bytes to characters, characters to cells, cells to values. */
@NullMarked
package org.oneroster4j.csv.internal;

import org.jspecify.annotations.NullMarked;
