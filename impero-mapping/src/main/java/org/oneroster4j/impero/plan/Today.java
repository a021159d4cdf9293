package org.oneroster4j.impero.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where the schools are by an earlier plan, and what has become of it by another one. */
final class Today {
    private final Sizes sizes;
    private final int count;
    private final Map<String, Integer> serverOfSchool;
    private final int[] home;

    private Today(Sizes sizes, int count, Map<String, Integer> serverOfSchool) {
        this.sizes = sizes;
        this.count = count;
        this.serverOfSchool = serverOfSchool;
        this.home = new int[sizes.count()];
        for (int school = 0; school < home.length; school++) {
            home[school] = home(sizes.load(school));
        }
    }

    /** A school that the plan has twice is where it is first. */
    static Today of(Sizes sizes, EarlierPlan earlier) {
        Map<String, Integer> servers = new HashMap<>();
        for (int server = 0; server < earlier.servers().size(); server++) {
            for (String school : earlier.servers().get(server)) {
                servers.putIfAbsent(school, server);
            }
        }
        return new Today(sizes, earlier.servers().size(), servers);
    }

    /** Of schools that only can go together the home is where most of them are. */
    private int home(SchoolLoad load) {
        Map<Integer, Long> homes = load.schools().stream()
                .filter(serverOfSchool::containsKey)
                .collect(Collectors.groupingBy(
                        school -> serverOfSchool.getOrDefault(school, Servers.NOWHERE), Collectors.counting()));
        return homes.entrySet().stream()
                .min(Comparator.comparingLong((Map.Entry<Integer, Long> entry) -> -entry.getValue())
                        .thenComparingInt(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(Servers.NOWHERE);
    }

    /** Tells whether there is no plan to keep to: none at all, or one of other schools altogether. */
    boolean isEmpty() {
        boolean knowsNone = Arrays.stream(home).allMatch(server -> server == Servers.NOWHERE);
        return count == 0 || (knowsNone && home.length > 0);
    }

    /** Returns how many servers there are. */
    int count() {
        return count;
    }

    /** Returns the server of a school, nowhere for a new one. */
    int home(int school) {
        return home[school];
    }

    /** Returns what does not stay, by id. */
    List<Move> moves(Servers found) {
        Servers staying = Servers.of(sizes, count, home);
        List<Move> moves = new ArrayList<>();
        for (int school = 0; school < home.length; school++) {
            int to = found.serverOf(school);
            for (String id : sizes.load(school).schools()) {
                int from = serverOfSchool.getOrDefault(id, to);
                if (from != to) {
                    Move.Reason reason = from == home[school] ? reason(from, staying, found) : Move.Reason.GOES_ALONG;
                    moves.add(new Move(id, from + 1, to + 1, reason, staying.users(from), staying.groups(from)));
                }
            }
        }
        moves.sort(Comparator.comparing(Move::school));
        return moves;
    }

    private Move.Reason reason(int from, Servers staying, Servers found) {
        if (from >= found.count()) {
            return Move.Reason.SERVER_GONE;
        }
        if (staying.users(from) > sizes.caps().users()) {
            return Move.Reason.USERS_OVER_CAP;
        }
        return staying.isOver(from) ? Move.Reason.CLASSES_OVER_CAP : Move.Reason.MAKES_ROOM;
    }

    /** Returns the schools that the earlier plan does not have; none when there was no plan. */
    List<String> added() {
        Set<String> added = new TreeSet<>();
        for (int school = 0; school < home.length; school++) {
            added.addAll(sizes.load(school).schools());
        }
        added.removeAll(serverOfSchool.keySet());
        return count == 0 ? List.of() : List.copyOf(added);
    }

    /** Returns the schools of the earlier plan that a district does not have. */
    List<String> removed(District district) {
        Set<String> removed = new TreeSet<>(serverOfSchool.keySet());
        district.loads().forEach(load -> load.schools().forEach(removed::remove));
        return List.copyOf(removed);
    }
}
