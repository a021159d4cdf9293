package org.oneroster4j.impero.plan;

import java.util.List;

/**
 * Where the schools are today.
 *
 * @param servers the sourcedIds of the schools of each server, the first of which is server 1
 */
public record EarlierPlan(List<List<String>> servers) {
    /** No plan yet: nothing has to stay anywhere. */
    public static final EarlierPlan NONE = new EarlierPlan(List.of());

    /** Copies what could be changed from outside. */
    public EarlierPlan {
        servers = servers.stream().map(List::copyOf).toList();
    }
}
