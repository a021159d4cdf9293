/**
 * Applies drops with changes only to the last full drop, so that everything behind it sees full drops.
 *
 * <pre>{@code
 * OneRosterDrop last = OneRosterDrop.open(lastFullDrop, options, findings);
 * OneRosterDrop changes = OneRosterDrop.open(arrived, options, findings);
 * Optional<Applied> applied = Delta.apply(new Baseline(last, lastInstant), changes, target);
 * applied.ifPresentOrElse(
 *         result -> keep(target, result.at()), // the next baseline
 *         () -> ...);                          // refused: the listener of the drop has the reasons
 * }</pre>
 *
 * <p>Cells are copied as the text they are: what the last full drop has that nobody can read is there afterwards as before,
 * for whoever reads the result to judge. A row of the delta whose meaning is in doubt takes the record of its id out. Rows of the last full drop are streamed; those of the delta are held in memory.
 */
@NullMarked
package org.oneroster4j.csv.delta;

import org.jspecify.annotations.NullMarked;
