/** The parts of a conversion under JMH. */
@NullMarked
package org.oneroster4j.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
