/** What would change in Impero from one drop to another, for people, as a table and for programs. */
@NullMarked
package org.oneroster4j.importer.diff;

import org.jspecify.annotations.NullMarked;
