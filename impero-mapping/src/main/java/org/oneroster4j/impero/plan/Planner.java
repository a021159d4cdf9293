package org.oneroster4j.impero.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Shares schools out over Impero servers so that none exceeds a cap; people in schools of two servers count on both.
 *
 * <p>Of up to nine schools the plan with the fewest servers is found, and the most even of those; of more a good one: see
 * the tests for how good. With an earlier plan schools stay where they are, see {@link Move.Reason} for when they do not.
 * The same district, caps and earlier plan always make the same plan. Stateless and safe for several threads.
 */
public final class Planner {
    private Planner() {}

    /** Shares out over the fewest servers found. */
    public static ServerPlan fewest(District district, Caps caps) {
        return fewest(district, caps, EarlierPlan.NONE);
    }

    /** Leaves schools where they are, on as many servers as there are; adds servers only where the caps force it. */
    public static ServerPlan fewest(District district, Caps caps, EarlierPlan earlier) {
        return plan(district, caps, earlier, OptionalInt.empty());
    }

    /** Shares out evenly over so many servers; a plan that takes more is not {@link ServerPlan#isWithinRequested}. */
    public static ServerPlan over(int servers, District district, Caps caps) {
        return over(servers, district, caps, EarlierPlan.NONE);
    }

    /**
     * Leaves schools where they are, on so many servers.
     *
     * @throws IllegalArgumentException when that is below 1
     */
    public static ServerPlan over(int servers, District district, Caps caps, EarlierPlan earlier) {
        if (servers < 1) {
            throw new IllegalArgumentException("Fewer than one server: " + servers);
        }
        return plan(district, caps, earlier, OptionalInt.of(servers));
    }

    private static ServerPlan plan(District district, Caps caps, EarlierPlan earlier, OptionalInt requested) {
        List<SchoolLoad> fitting = new ArrayList<>();
        List<Oversized> oversized = new ArrayList<>();
        for (SchoolLoad load : district.loads()) {
            if (caps.allow(load.users(), load.groups())) {
                fitting.add(load);
            } else {
                oversized.add(new Oversized(load, caps));
            }
        }
        Sizes sizes = new Sizes(fitting, caps);
        Today today = Today.of(sizes, earlier);
        Servers found = today.isEmpty() ? anew(sizes, requested) : new Staying(sizes, today).plan(requested);
        return new ServerPlan(
                caps,
                IntStream.range(0, found.count())
                        .mapToObj(server -> server(found, server))
                        .toList(),
                requested,
                LowerBound.of(sizes),
                today.moves(found),
                today.added(),
                today.removed(district),
                oversized);
    }

    private static Servers anew(Sizes sizes, OptionalInt requested) {
        Optional<Servers> wanted = requested.isPresent() ? Packing.over(sizes, requested.getAsInt()) : Optional.empty();
        return wanted.orElseGet(() -> Packing.fewest(sizes));
    }

    private static PlannedServer server(Servers found, int server) {
        List<SchoolLoad> loads = IntStream.of(found.schoolsOf(server))
                .mapToObj(found.sizes()::load)
                .sorted(Comparator.comparing(SchoolLoad::id))
                .toList();
        return new PlannedServer(server + 1, loads, found.users(server), found.groups(server));
    }
}
