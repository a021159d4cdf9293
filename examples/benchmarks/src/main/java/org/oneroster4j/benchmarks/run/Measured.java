package org.oneroster4j.benchmarks.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What was measured so far: the costs of each trial, round by round, and the smallest heaps. */
final class Measured {
    private final Map<Trial, List<Cost>> costs = new LinkedHashMap<>();
    private final Map<Trial, Integer> heaps = new LinkedHashMap<>();

    void add(Trial trial, Cost cost) {
        costs.computeIfAbsent(trial, none -> new ArrayList<>()).add(cost);
    }

    void addHeap(Trial trial, int megabytes) {
        heaps.put(trial, megabytes);
    }

    Set<Trial> trials() {
        return costs.keySet();
    }

    List<Cost> costs(Trial trial) {
        return costs.getOrDefault(trial, List.of());
    }

    /** Returns the number of a line of the table; empty when it was not measured. */
    OptionalDouble number(Goal goal) {
        if (goal.isHeap() && !heaps.keySet().containsAll(goal.trials())) {
            return OptionalDouble.empty();
        }
        if (goal.isHeap()) {
            double[] found = goal.trials().stream().mapToDouble(heaps::get).toArray();
            return OptionalDouble.of(goal.isMegabytes() ? found[0] : found[0] / found[1]);
        }
        return ratio(goal.trials().get(0), goal.trials().get(1), Cost::seconds);
    }

    /** Returns the median of the ratios of the rounds: what slows a round down slows both of its trials. */
    OptionalDouble ratio(Trial above, Trial below, ToDoubleFunction<Cost> what) {
        List<Cost> over = costs(above);
        List<Cost> under = costs(below);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < Math.min(over.size(), under.size()); round++) {
            ratios.add(what.applyAsDouble(over.get(round)) / what.applyAsDouble(under.get(round)));
        }
        return ratios.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Cost.median(ratios));
    }
}
