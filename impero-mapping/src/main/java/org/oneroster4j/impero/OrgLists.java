package org.oneroster4j.impero;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.compact.IntColumn;

/** The orgs that people name. Most lists are those of many people, so each is kept once. */
final class OrgLists {
    private final IntColumn numbers = new IntColumn();
    /** By the ids with a comma between them, which no id has: of lists as keys, ones that collide can be written. */
    private final Map<String, Integer> known = new HashMap<>();

    private final List<List<String>> lists = new ArrayList<>();

    OrgLists() {
        known.put("", 0);
        lists.add(List.of());
    }

    void set(int person, Collection<String> orgSourcedIds) {
        List<String> list = orgSourcedIds.stream()
                .map(CellText::trimmed)
                .filter(id -> !id.isEmpty())
                .sorted()
                .distinct()
                .toList();
        int number = known.computeIfAbsent(String.join(",", list), orgs -> {
            lists.add(list);
            return lists.size() - 1;
        });
        numbers.set(person, number);
    }

    List<String> of(int person) {
        return lists.get(numbers.get(person));
    }
}
