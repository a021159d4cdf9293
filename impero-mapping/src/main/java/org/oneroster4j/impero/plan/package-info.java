/**
 * Shares the schools of a district out over several Impero servers, so that each stays under its caps.
 *
 * <p>A {@link org.oneroster4j.impero.plan.District} is what the schools of a mapping ask of a server; {@link
 * org.oneroster4j.impero.plan.Planner} makes a {@link org.oneroster4j.impero.plan.ServerPlan} of it. Values in, values out:
 * the same district, caps and earlier plan make the same plan.
 */
@NullMarked
package org.oneroster4j.impero.plan;

import org.jspecify.annotations.NullMarked;
