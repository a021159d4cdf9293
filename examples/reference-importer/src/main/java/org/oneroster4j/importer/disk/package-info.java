/** What the importer does to files, behind one seam, so that a test can make each step fail. Below all other packages. */
@NullMarked
package org.oneroster4j.importer.disk;

import org.jspecify.annotations.NullMarked;
