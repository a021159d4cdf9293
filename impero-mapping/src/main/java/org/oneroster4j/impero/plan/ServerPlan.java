package org.oneroster4j.impero.plan;

import java.util.List;
import java.util.OptionalInt;

/**
 * Schools shared out over servers. No server is above a cap, and each school is on exactly one, but for those that exceed
 * a cap alone.
 *
 * @param caps the caps it is made for
 * @param servers the servers, by number; one may be without schools
 * @param requested how many servers there were to be; absent for the fewest
 * @param atLeast how many servers it takes at least, whatever the plan
 * @param moves the schools that do not stay where the earlier plan has them, by id
 * @param added the schools that the earlier plan does not have, sorted; empty when there was none
 * @param removed the schools of the earlier plan that are not there any more, sorted
 * @param oversized the schools that no server can take, by id
 */
public record ServerPlan(
        Caps caps,
        List<PlannedServer> servers,
        OptionalInt requested,
        int atLeast,
        List<Move> moves,
        List<String> added,
        List<String> removed,
        List<Oversized> oversized) {
    /** Copies what could be changed from outside. */
    public ServerPlan {
        servers = List.copyOf(servers);
        moves = List.copyOf(moves);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        oversized = List.copyOf(oversized);
    }

    /** Tells whether it is within the number of servers there were to be; if not, it says how many it takes. */
    public boolean isWithinRequested() {
        return requested.isEmpty() || servers.size() <= requested.getAsInt();
    }

    /** Tells whether all schools are on a server, and the servers are not more than there were to be. */
    public boolean isPossible() {
        return oversized.isEmpty() && isWithinRequested();
    }
}
