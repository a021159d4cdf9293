/** Tests of the direct checks against the validator that has the last word. */
@NullMarked
package org.oneroster4j.csv.constraint;

import org.jspecify.annotations.NullMarked;
