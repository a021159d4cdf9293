/** What became of a class or a person, in sentences and for programs. */
@NullMarked
package org.oneroster4j.importer.explain;

import org.jspecify.annotations.NullMarked;
