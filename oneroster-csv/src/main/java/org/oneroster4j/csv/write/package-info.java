/**
 * Writes OneRoster v1p1 CSV: typed records become a drop that every reader takes, as a folder or a zip.
 *
 * <pre>{@code
 * try (DropWriter drop = DropWriter.toFolder(folder, WriteOptions.defaults())) {
 *     try (RecordWriter<Org> orgs = drop.open(Org.class)) {
 *         orgs.write(Org.builder().sourcedId("s1").name("School").type(OrgType.SCHOOL).build());
 *     }
 *     try (RecordWriter<User> users = drop.open(User.class, ImportMode.BULK, List.of("metadata.house"))) {
 *         for (User user : people) {
 *             users.write(user);
 *         }
 *     }
 *     drop.finish();
 * }
 * }</pre>
 *
 * <p>Rows go out while they are written, in memory that does not grow with the file. What is written is read back as the
 * same records, and without a finding, by a reader that holds the sender to the letter of the specification; a record for
 * which that cannot be is refused with an {@link org.oneroster4j.csv.write.InvalidRecordException}. What only the whole
 * drop can show is the caller's to see to: that references lead to a record and that ids do not repeat.
 */
@NullMarked
package org.oneroster4j.csv.write;

import org.jspecify.annotations.NullMarked;
