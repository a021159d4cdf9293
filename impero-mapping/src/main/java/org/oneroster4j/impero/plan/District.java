package org.oneroster4j.impero.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.SchoolPart;
import org.oneroster4j.impero.SchoolParts;

/**
 * All that is to be shared out.
 *
 * @param loads the schools, by id
 * @param groupsWithoutSchool groups that no server can be given, because their class names no school
 * @param usersWithoutSchool people who are in no school: no list of schools writes them
 */
public record District(List<SchoolLoad> loads, int groupsWithoutSchool, int usersWithoutSchool) {
    /**
     * Copies and sorts the loads.
     *
     * @throws IllegalArgumentException when a school is in two of them
     */
    public District {
        loads = loads.stream().sorted(Comparator.comparing(SchoolLoad::id)).toList();
        Set<String> seen = new HashSet<>();
        for (SchoolLoad load : loads) {
            for (String school : load.schools()) {
                if (!seen.add(school)) {
                    throw new IllegalArgumentException("The school " + school + " is there twice");
                }
            }
        }
    }

    /** Makes a district of schools, with nothing beside them. */
    public static District of(Collection<SchoolLoad> loads) {
        return new District(List.copyOf(loads), 0, 0);
    }

    /** Makes a district of a mapping, which should be one without a school filter, or with that of the whole district. */
    public static District of(ImperoRoster roster) {
        SchoolParts parts = roster.schoolParts();
        Map<String, SchoolPart> byId = new TreeMap<>();
        parts.schools().forEach(part -> byId.put(part.schoolId(), part));
        Map<String, String> firstOf = new HashMap<>();
        byId.values().forEach(part -> part.takes().forEach(other -> join(part.schoolId(), other, firstOf)));
        Map<String, List<SchoolPart>> together = new TreeMap<>();
        byId.values()
                .forEach(part -> together.computeIfAbsent(first(part.schoolId(), firstOf), first -> new ArrayList<>(1))
                        .add(part));
        return new District(
                together.values().stream().map(District::load).toList(), parts.groupsWithout(), parts.usersWithout());
    }

    private static void join(String one, String other, Map<String, String> firstOf) {
        String a = first(one, firstOf);
        String b = first(other, firstOf);
        if (!a.equals(b)) {
            firstOf.put(b, a);
        }
    }

    private static String first(String school, Map<String, String> firstOf) {
        String first = school;
        for (String next = firstOf.get(first); next != null; next = firstOf.get(first)) {
            first = next;
        }
        return first;
    }

    private static SchoolLoad load(List<SchoolPart> parts) {
        SchoolPart top = parts.stream()
                .min(Comparator.comparingInt((SchoolPart part) -> -part.takes().size())
                        .thenComparing(SchoolPart::schoolId))
                .orElseThrow();
        return SchoolLoad.of(
                top.schoolId(),
                top.name(),
                parts.stream().map(SchoolPart::schoolId).toList(),
                parts.stream()
                        .filter(part -> !part.isInOrgs())
                        .map(SchoolPart::schoolId)
                        .toList(),
                parts.stream().mapToInt(SchoolPart::groups).sum(),
                parts.stream().flatMapToInt(SchoolPart::people));
    }

    /** Returns how many people there are, those in two schools once. */
    public int users() {
        return (int) people(loads).distinct().count();
    }

    /** Returns how many groups there are. */
    public int groups() {
        return loads.stream().mapToInt(SchoolLoad::groups).sum();
    }

    static IntStream people(Collection<SchoolLoad> loads) {
        return loads.stream().flatMapToInt(SchoolLoad::people);
    }
}
