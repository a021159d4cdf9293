/** The shortest honest use of the libraries. */
@NullMarked
package org.oneroster4j.quickstart;

import org.jspecify.annotations.NullMarked;
