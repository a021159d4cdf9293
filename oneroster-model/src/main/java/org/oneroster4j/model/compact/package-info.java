/**
 * Texts and numbers kept in arrays, for whoever joins the rows of rosters that have millions of them: an id costs about as
 * many bytes as it has letters, and a link between two records eight. None of the classes is safe for several threads
 * while it is filled.
 */
@NullMarked
package org.oneroster4j.model.compact;

import org.jspecify.annotations.NullMarked;
