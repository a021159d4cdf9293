package org.oneroster4j.benchmarks.parts;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * What the Java threads of this process took for a piece of work; the compiler's and the collector's are not among them.
 *
 * @param bytes allocated, whether or not they were collected since: exact
 * @param processorNanos processor time
 */
public record Spent(long bytes, long processorNanos) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What is measured. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        void run() throws IOException;
    }

    /**
     * Does the work and measures it.
     *
     * @throws IllegalStateException when a thread began and ended meanwhile, since nobody knows then what it took
     */
    public static Spent by(Work work) throws IOException {
        Map<Long, Spent> before = ofThreads();
        long started = THREADS.getTotalStartedThreadCount();
        work.run();
        started = THREADS.getTotalStartedThreadCount() - started;
        Map<Long, Spent> after = ofThreads();
        long bytes = 0;
        long nanos = 0;
        for (Map.Entry<Long, Spent> thread : after.entrySet()) {
            Spent earlier = before.get(thread.getKey());
            started -= earlier == null ? 1 : 0;
            bytes += thread.getValue().bytes - (earlier == null ? 0 : earlier.bytes);
            nanos += thread.getValue().processorNanos - (earlier == null ? 0 : earlier.processorNanos);
        }
        if (started > 0) {
            throw new IllegalStateException("A thread ended while it was measured; keep it until the work is done");
        }
        return new Spent(bytes, nanos);
    }

    private static Map<Long, Spent> ofThreads() {
        Map<Long, Spent> all = new HashMap<>();
        for (long id : THREADS.getAllThreadIds()) {
            all.put(id, new Spent(THREADS.getThreadAllocatedBytes(id), THREADS.getThreadCpuTime(id)));
        }
        return all;
    }
}
