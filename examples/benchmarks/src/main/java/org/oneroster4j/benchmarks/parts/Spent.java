package org.oneroster4j.benchmarks.parts;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What a piece of work took of this process.
 *
 * @param bytes allocated, by all threads, whether or not they were collected since: exact
 * @param processorNanos processor time of all threads, the compiler's and the collector's among them
 */
public record Spent(long bytes, long processorNanos) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** What is measured. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        void run() throws IOException;
    }

    /**
     * Does the work and measures it.
     *
     * @throws IllegalStateException when a thread began and ended meanwhile, since nobody knows then what it allocated
     */
    public static Spent by(Work work) throws IOException {
        Map<Long, Long> before = allocated();
        long started = THREADS.getTotalStartedThreadCount();
        long processor = SYSTEM.getProcessCpuTime();
        work.run();
        processor = SYSTEM.getProcessCpuTime() - processor;
        started = THREADS.getTotalStartedThreadCount() - started;
        Map<Long, Long> after = allocated();
        long alive =
                after.keySet().stream().filter(id -> !before.containsKey(id)).count();
        if (started > alive) {
            throw new IllegalStateException("A thread ended while it was measured; keep it until the work is done");
        }
        long bytes = after.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
        return new Spent(bytes, processor);
    }

    private static Map<Long, Long> allocated() {
        Map<Long, Long> bytes = new HashMap<>();
        Arrays.stream(THREADS.getAllThreadIds())
                .forEach(id -> bytes.put(id, Math.max(0, THREADS.getThreadAllocatedBytes(id))));
        return bytes;
    }
}
