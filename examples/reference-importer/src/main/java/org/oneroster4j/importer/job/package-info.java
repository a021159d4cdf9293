/** One run, from a drop to what is published, without a word about where its settings come from. */
@NullMarked
package org.oneroster4j.importer.job;

import org.jspecify.annotations.NullMarked;
