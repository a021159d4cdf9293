package org.oneroster4j.benchmarks.job;

import java.nio.file.Path;

/**
 * One of those that are measured side by side.
 *
 * @param name what it is called on the command line of a process
 * @param job what it does
 */
public record Contender(String name, Job job) {
    /** What a contender does with a drop. */
    @FunctionalInterface
    public interface Job {
        /**
         * Does it once.
         *
         * @param out a folder of its own, which is there and empty
         * @return how many rows it read, or wrote: printed, so that nobody wins who did nothing
         * @throws Exception when it cannot be done, which ends the process
         */
        long run(Path drop, Path out) throws Exception;
    }
}
