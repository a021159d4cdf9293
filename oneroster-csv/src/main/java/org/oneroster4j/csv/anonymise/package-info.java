/**
 * Writes a drop again without the people in it, so that a school whose drop fails can show it to somebody: {@link
 * org.oneroster4j.csv.anonymise.Anonymiser}.
 */
@NullMarked
package org.oneroster4j.csv.anonymise;

import org.jspecify.annotations.NullMarked;
