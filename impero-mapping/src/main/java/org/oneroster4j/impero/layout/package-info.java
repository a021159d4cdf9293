/** The files that Impero imports, as data: which files, rows and columns, and how they are written. */
@NullMarked
package org.oneroster4j.impero.layout;

import org.jspecify.annotations.NullMarked;
