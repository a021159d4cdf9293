package org.oneroster4j.importer.job;

import java.util.OptionalInt;
import org.oneroster4j.impero.plan.Caps;
import org.oneroster4j.impero.plan.District;
import org.oneroster4j.impero.plan.EarlierPlan;
import org.oneroster4j.impero.plan.Planner;
import org.oneroster4j.impero.plan.ServerPlan;

/**
 * What a plan is to be like.
 *
 * @param servers how many servers; absent for the fewest
 * @param earlier where the schools are today
 */
public record PlanRequest(OptionalInt servers, EarlierPlan earlier) {
    ServerPlan plan(District district, Caps caps) {
        return servers.isPresent()
                ? Planner.over(servers.getAsInt(), district, caps, earlier)
                : Planner.fewest(district, caps, earlier);
    }
}
