/** Puts files in place so that whoever reads them sees the old ones or the new ones. */
@NullMarked
package org.oneroster4j.importer.publish;

import org.jspecify.annotations.NullMarked;
