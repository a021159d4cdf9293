/**
 * OneRoster v1p1 as Java records: one record per kind of row, the vocabularies as enums, and {@link
 * org.oneroster4j.model.Roster}, the read-only view of a drop that readers implement and mappings take.
 *
 * <p>All records are immutable and safe to share between threads. A column that a row may leave blank is an {@link
 * java.util.Optional} or a list; a text column that the specification requires is a {@link String} that is empty when
 * the row left it blank, and carries the constraint that says so. Nothing here reads or writes a file.
 */
@NullMarked
package org.oneroster4j.model;

import org.jspecify.annotations.NullMarked;
