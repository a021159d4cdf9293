/** Constraints of OneRoster v1p1 that Jakarta Bean Validation has no annotation for. */
@NullMarked
package org.oneroster4j.model.constraint;

import org.jspecify.annotations.NullMarked;
