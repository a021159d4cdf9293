package org.oneroster4j.impero.plan;

import java.util.List;

/**
 * A server of a plan.
 *
 * @param number its number, from 1 on
 * @param loads what it is given, by id
 * @param users people, those of several of its schools once
 * @param groups groups
 */
public record PlannedServer(int number, List<SchoolLoad> loads, int users, int groups) {
    /** Copies what could be changed from outside. */
    public PlannedServer {
        loads = List.copyOf(loads);
    }

    /** Returns the sourcedIds of its schools, sorted: its school filter. */
    public List<String> schools() {
        return loads.stream().flatMap(load -> load.schools().stream()).sorted().toList();
    }
}
