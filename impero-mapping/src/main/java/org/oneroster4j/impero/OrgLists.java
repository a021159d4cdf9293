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
    private final Map<List<String>, Integer> known = new HashMap<>();
    private final List<List<String>> lists = new ArrayList<>();

    OrgLists() {
        known.put(List.of(), 0);
        lists.add(List.of());
    }

    void set(int person, Collection<String> orgSourcedIds) {
        List<String> list = orgSourcedIds.stream()
                .map(CellText::trimmed)
                .filter(id -> !id.isEmpty())
                .sorted()
                .distinct()
                .toList();
        int number = known.computeIfAbsent(list, orgs -> {
            lists.add(orgs);
            return lists.size() - 1;
        });
        numbers.set(person, number);
    }

    List<String> of(int person) {
        return lists.get(numbers.get(person));
    }
}
