/**
 * Support for tests: drops as text, a builder of small schools, and generators of tidy and of messy drops.
 *
 * <p>Nothing here knows the classes under test. A test that builds its input with this package therefore
 * cannot inherit a mistake from the reader or the mapping that it judges.
 *
 * <p>{@link org.oneroster4j.testing.TextDrop} is the common currency: file names, headers and cells, and the
 * bytes they make. {@link org.oneroster4j.testing.SchoolDrop} writes one as a sentence;
 * {@link org.oneroster4j.testing.Drops} generates them for jqwik. {@link org.oneroster4j.testing.Records} generates
 * records of the model, for tests of what is written.
 *
 * <p>{@link org.oneroster4j.testing.Damage} changes the bytes of a drop as transfers and spreadsheet programs do.
 * {@link org.oneroster4j.testing.SmallDrop} generates sound drops in which damage could give access to the wrong people.
 */
@NullMarked
package org.oneroster4j.testing;

import org.jspecify.annotations.NullMarked;
