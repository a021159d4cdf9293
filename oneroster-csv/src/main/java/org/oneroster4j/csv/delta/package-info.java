/**
 * Applies drops with changes only to the last full drop, so that all later steps read full drops.
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
 * <p>A row of a delta replaces the record of its id. A row that cannot be read, or that contradicts the record of the last full
 * drop, takes the record out: the result has it as a deleted one, until a full drop or a readable row brings it back. Each is
 * reported as {@link org.oneroster4j.csv.CsvFindingCode#DELTA_ROW_UNREADABLE}.
 *
 * <p>Cells are copied as text, also those that cannot be read: the reader of the result judges them. Rows of the last full drop
 * are streamed; those of the delta are held in memory.
 */
@NullMarked
package org.oneroster4j.csv.delta;

import org.jspecify.annotations.NullMarked;
