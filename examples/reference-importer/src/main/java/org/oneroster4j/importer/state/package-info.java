/** What is kept from one run to the next: what was published, the drop it was made of, and what a brake holds. */
@NullMarked
package org.oneroster4j.importer.state;

import org.jspecify.annotations.NullMarked;
