/** The whole-job benchmark: runs the contenders side by side, each time in a fresh process, and compares what they took. */
@NullMarked
package org.oneroster4j.benchmarks.run;

import org.jspecify.annotations.NullMarked;
