package org.oneroster4j.importer.job;

import java.util.Optional;
import org.oneroster4j.impero.plan.District;
import org.oneroster4j.impero.plan.ServerPlan;

/**
 * What planning came to.
 *
 * @param run the run, rejected too when the schools cannot be shared out as asked for
 * @param shared the plan; absent when the drop could not be mapped
 */
public record PlanResult(RunResult run, Optional<Shared> shared) {

    /**
     * Schools and where they go.
     *
     * @param district what there is
     * @param plan the best that was found, which may leave out schools or take more servers than there were to be
     */
    public record Shared(District district, ServerPlan plan) {}
}
