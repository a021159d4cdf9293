package org.oneroster4j.benchmarks.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The tables, as Markdown. */
final class Report {
    private final Measured measured;

    Report(Measured measured) {
        this.measured = measured;
    }

    /** Returns the table of what must be reached, with what was measured beside it. */
    String goals(List<Goal> goals) {
        StringBuilder text = new StringBuilder();
        text.append("| what | must | aim | measured | by processor time | |\n");
        text.append("| --- | ---: | ---: | ---: | ---: | --- |\n");
        for (Goal goal : goals) {
            OptionalDouble number = measured.number(goal);
            OptionalDouble processor = goal.isHeap()
                    ? OptionalDouble.empty()
                    : measured.ratio(goal.trials().get(0), goal.trials().get(1), Cost::user);
            text.append("| ")
                    .append(goal.what())
                    .append(" | ")
                    .append(Double.isNaN(goal.must()) ? "report it" : shown(goal, goal.must()))
                    .append(" | ")
                    .append(shown(goal, goal.aim()))
                    .append(" | ")
                    .append(number.isPresent() ? shown(goal, number.getAsDouble()) : "not measured")
                    .append(" | ")
                    .append(processor.isPresent() ? shown(goal, processor.getAsDouble()) : "")
                    .append(" | ")
                    .append(number.isPresent() ? verdict(goal, number.getAsDouble()) : "")
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String shown(Goal goal, double number) {
        return goal.isMegabytes() ? Math.round(number) + " MB" : String.format(Locale.ROOT, "%.2f", number);
    }

    private static String verdict(Goal goal, double number) {
        if (goal.bound().isKept(number, goal.aim())) {
            return "aim";
        }
        if (Double.isNaN(goal.must())) {
            return "reported";
        }
        return goal.bound().isKept(number, goal.must()) ? "must" : "**missed**";
    }

    /**
     * Returns the table of what every contender took: medians.
     *
     * @param raw whose time is 1.0, if it was measured
     * @param bytes the size of the drop of the trials
     */
    String costs(List<Trial> trials, Trial raw, long bytes) {
        StringBuilder text = new StringBuilder();
        text.append("| contender | seconds | raw = 1 | processor s | MB/s | resident MB | allocated MB |\n");
        text.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (Trial trial : trials) {
            List<Cost> costs = measured.costs(trial);
            double seconds = Cost.median(costs, Cost::seconds);
            OptionalDouble ratio = measured.ratio(trial, raw, Cost::seconds);
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %s | %.2f | %s | %.0f | %.0f |%n",
                    trial.contender(),
                    seconds,
                    ratio.isPresent() ? String.format(Locale.ROOT, "%.2f", ratio.getAsDouble()) : "",
                    Cost.median(costs, Cost::user),
                    Optional.of(trial)
                            .filter(one -> !one.contender().endsWith("-enrollments"))
                            .map(one -> String.format(Locale.ROOT, "%.0f", bytes / 1e6 / seconds))
                            .orElse(""),
                    Cost.median(costs, Cost::peakMegabytes),
                    Cost.median(costs, Cost::allocatedMegabytes)));
        }
        return text.toString();
    }
}
