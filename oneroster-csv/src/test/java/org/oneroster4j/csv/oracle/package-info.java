/** What the reader is compared with: written without knowledge of it, and as plainly as it can be. */
@NullMarked
package org.oneroster4j.csv.oracle;

import org.jspecify.annotations.NullMarked;
