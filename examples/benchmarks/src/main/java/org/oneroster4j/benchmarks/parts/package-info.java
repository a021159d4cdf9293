/** The parts of a conversion, each by itself, and what a piece of work takes of this process. */
@NullMarked
package org.oneroster4j.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
