/**
 * The checks that need more than one row: references, repeated ids, dates against dates, and the counts that tell a drop
 * that came whole from one that did not. Each check is a class of its own that is told the records it asked for; {@link
 * org.oneroster4j.csv.check.RosterCheck} reads every file once and tells them.
 *
 * <pre>{@code
 * OneRosterDrop drop = OneRosterDrop.open(folder, ReadOptions.defaults().withValidate(true), findings);
 * Optional<Sanity> sanity = RosterCheck.check(drop);
 * }</pre>
 */
@NullMarked
package org.oneroster4j.csv.check;

import org.jspecify.annotations.NullMarked;
