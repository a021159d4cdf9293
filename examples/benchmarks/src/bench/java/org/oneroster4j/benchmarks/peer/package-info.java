/**
 * Those whom the libraries are measured beside, each written as its users write it. They do what the drops of the benchmark
 * need and no more: no check, no finding, no rule for people who share a name.
 */
@NullMarked
package org.oneroster4j.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
