package org.oneroster4j.benchmarks.run;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a process took.
 *
 * @param exit its exit code
 * @param seconds from its start to its end
 * @param user the processor time of all its threads, without the system's, in seconds
 * @param peakMegabytes the most memory that it had resident; 0 where the system does not say
 * @param allocatedMegabytes what it allocated in the Java heap, by its log of collections
 */
record Cost(int exit, double seconds, double user, double peakMegabytes, double allocatedMegabytes) {

    /** Returns the median of something; of an even number, the higher of the two in the middle. */
    static double median(List<Cost> costs, ToDoubleFunction<Cost> what) {
        return median(costs.stream().map(what::applyAsDouble).toList());
    }

    static double median(List<Double> values) {
        return values.stream().sorted(Comparator.naturalOrder()).toList().get(values.size() / 2);
    }
}
