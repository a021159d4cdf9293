/**
 * What a new mapping changes in what was published before, and the brakes that hold back a change too large for a normal
 * day.
 *
 * <p>{@link org.oneroster4j.impero.change.Published} is what Impero was given, {@link
 * org.oneroster4j.impero.change.Changes} the difference of two of them, and {@link org.oneroster4j.impero.change.Brakes}
 * judges it by {@link org.oneroster4j.impero.change.BrakeSettings}. Values in, values out: who stores what was published,
 * and who asks people for an {@link org.oneroster4j.impero.change.Approval}, is not this package's business.
 */
@NullMarked
package org.oneroster4j.impero.change;

import org.jspecify.annotations.NullMarked;
