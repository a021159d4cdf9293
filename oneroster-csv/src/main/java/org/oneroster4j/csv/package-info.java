/**
 * Reads OneRoster v1p1 CSV. {@link org.oneroster4j.csv.OneRosterDrop} opens a folder and hands out the rows of each file
 * in constant memory; what is wrong with them goes to a {@link org.oneroster4j.model.finding.FindingListener}.
 */
@NullMarked
package org.oneroster4j.csv;

import org.jspecify.annotations.NullMarked;
