/** Tests that see what every user sees: the public classes of the module. */
@NullMarked
package org.oneroster4j.csv.blackbox;

import org.jspecify.annotations.NullMarked;
