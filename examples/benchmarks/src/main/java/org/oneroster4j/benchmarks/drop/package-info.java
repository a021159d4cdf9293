/** Makes the drops that everybody is measured with. */
@NullMarked
package org.oneroster4j.benchmarks.drop;

import org.jspecify.annotations.NullMarked;
