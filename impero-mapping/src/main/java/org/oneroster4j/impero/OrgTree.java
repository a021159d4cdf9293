package org.oneroster4j.impero;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which orgs an id of a school filter means: those it names by sourcedId or identifier, and those below them. */
final class OrgTree {
    private final Map<String, List<String>> named = new HashMap<>();
    private final Map<String, List<String>> children = new HashMap<>();

    void add(String id, String identifier, String parent) {
        named.computeIfAbsent(id, key -> new ArrayList<>(1)).add(id);
        if (!identifier.isEmpty()) {
            named.computeIfAbsent(identifier, key -> new ArrayList<>(1)).add(id);
        }
        if (!parent.isEmpty()) {
            children.computeIfAbsent(parent, key -> new ArrayList<>()).add(id);
        }
    }

    /** Returns the ids of all orgs that an id of a filter takes; empty when it names none. */
    Set<String> taken(String wanted) {
        Set<String> taken = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(named.getOrDefault(wanted, List.of()));
        while (!open.isEmpty()) {
            String org = open.remove();
            if (taken.add(org)) {
                open.addAll(children.getOrDefault(org, List.of()));
            }
        }
        return taken;
    }
}
