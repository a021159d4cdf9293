/**
 * Maps a OneRoster roster to what Impero Education Pro imports: a group for each class, its members, the console users,
 * and each one's access to their own classes and to nothing else.
 *
 * <p>{@link org.oneroster4j.impero.ImperoMapper} turns a {@link org.oneroster4j.model.Roster} into an {@link
 * org.oneroster4j.impero.ImperoRoster}; {@link org.oneroster4j.impero.StopChecks} says whether that may be published;
 * {@link org.oneroster4j.impero.Explanations} what became of each row of the input; the package {@code change} compares it
 * with what was published before and holds back too large a change; the package {@code layout} writes it. Values in, values out: nothing here touches a file.
 */
@NullMarked
package org.oneroster4j.impero;

import org.jspecify.annotations.NullMarked;
