/** The jobs that are measured, each of them run in a Java process of its own. */
@NullMarked
package org.oneroster4j.benchmarks.job;

import org.jspecify.annotations.NullMarked;
