package org.oneroster4j.impero;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.LongStream;

/**
 * Counts a mapping by school, so that what is counted for a school is what a mapping with that school as its filter
 * writes. Only R13 can make that less: which names collide depends on all groups that are written, so groups it leaves out
 * count here as if they were written.
 */
final class SchoolCensus {
    private final SchoolScope scope;
    private final Catalog catalog;
    private final Classes classes;
    private final People people;
    private final int[] colliding;
    private final long[] collidingLinks;

    /**
     * Keeps what counting needs.
     *
     * @param colliding the classes whose groups R13 leaves out
     * @param collidingLinks their memberships and accesses: the place in that array and the person, sorted
     */
    SchoolCensus(
            SchoolScope scope,
            Catalog catalog,
            Classes classes,
            People people,
            int[] colliding,
            long[] collidingLinks) {
        this.scope = scope;
        this.catalog = catalog;
        this.classes = classes;
        this.people = people;
        this.colliding = colliding;
        this.collidingLinks = collidingLinks;
    }

    /** Counts a mapping whose links have the places in the two arrays. */
    SchoolParts parts(int[] classOfGroup, int[] personOfUser, Memberships members, long[] access) {
        Count count = new Count();
        count.readGroups(
                classOfGroup,
                group -> LongStream.concat(members.links(group), links(access, group)),
                user -> personOfUser[user]);
        int withoutSchool = count.groupsWithoutSchool;
        count.readGroups(colliding, group -> links(collidingLinks, group), person -> person);
        count.readStaff();
        count.findSchools();
        List<SchoolPart> schools = count.schools();
        return new SchoolParts(schools, withoutSchool, count.inNoSchool(personOfUser));
    }

    /** Returns the links of a group, of links that are sorted. */
    private static LongStream links(long[] sorted, int group) {
        int found = Arrays.binarySearch(sorted, Links.member(group, 0));
        return Arrays.stream(sorted, found < 0 ? -found - 1 : found, sorted.length)
                .takeWhile(link -> Links.schoolClass(link) == group);
    }

    /** A group and where its people are found. */
    private record Linked(int group, IntFunction<LongStream> links, IntUnaryOperator person) {}

    private final class Count {
        private final Map<String, List<Linked>> groupsOf = new TreeMap<>();
        private final Map<String, List<Integer>> staffOf = new TreeMap<>();
        /** The orgs that a filter of each school takes. */
        private final Map<String, Set<String>> reach = new TreeMap<>();

        private final int[] lastSchoolOf = new int[people.size()];
        private int groupsWithoutSchool;
        private int school;

        void readGroups(int[] classOfGroup, IntFunction<LongStream> links, IntUnaryOperator person) {
            for (int group = 0; group < classOfGroup.length; group++) {
                String id = classes.school(classOfGroup[group]);
                groupsWithoutSchool += id.isEmpty() ? 1 : 0;
                groupsOf.computeIfAbsent(id, key -> new ArrayList<>()).add(new Linked(group, links, person));
            }
        }

        void readStaff() {
            for (int person = 0; person < people.size(); person++) {
                if (people.isIn(person)) {
                    for (String org : people.orgs(person)) {
                        staffOf.computeIfAbsent(org, key -> new ArrayList<>()).add(people.speaker(person));
                    }
                }
            }
        }

        /** Schools are the orgs that classes name; and those that only staff name, neither above nor below one. */
        void findSchools() {
            for (int number = 0; number < classes.size(); number++) {
                String id = classes.school(number);
                if (!id.isEmpty() && !reach.containsKey(id) && scope.takes(id)) {
                    reach.put(id, catalog.isNameable(id) ? catalog.taken(id) : Set.of(id));
                }
            }
            Set<String> below = new HashSet<>();
            reach.values().forEach(below::addAll);
            Set<String> named = Set.copyOf(reach.keySet());
            for (String org : staffOf.keySet()) {
                if (!below.contains(org) && catalog.isNameable(org) && catalog.hasOrgs() && scope.takes(org)) {
                    Set<String> taken = catalog.taken(org);
                    if (taken.stream().noneMatch(named::contains)) {
                        reach.put(org, taken);
                    }
                }
            }
        }

        List<SchoolPart> schools() {
            List<SchoolPart> schools = new ArrayList<>();
            reach.forEach((id, orgs) -> schools.add(school(id, orgs)));
            return schools;
        }

        private SchoolPart school(String id, Set<String> orgs) {
            school++;
            Numbers found = new Numbers();
            List<Linked> groups = groupsOf.getOrDefault(id, List.of());
            groups.forEach(group -> addPeople(group, found));
            for (String org : orgs) {
                staffOf.getOrDefault(org, List.of()).forEach(person -> add(person, found));
            }
            Set<String> others = new TreeSet<>(orgs);
            others.retainAll(reach.keySet());
            others.remove(id);
            return new SchoolPart(
                    id, catalog.nameOf(id), catalog.isNameable(id), others, groups.size(), found.drainSorted());
        }

        private void addPeople(Linked linked, Numbers found) {
            linked.links.apply(linked.group).forEach(link -> add(linked.person.applyAsInt(Links.person(link)), found));
        }

        private void add(int person, Numbers found) {
            if (lastSchoolOf[person] != school) {
                lastSchoolOf[person] = school;
                found.add(person);
            }
        }

        /** Returns how many people were in none of the schools, once these are counted. */
        int inNoSchool(int[] persons) {
            return (int) Arrays.stream(persons)
                    .filter(person -> lastSchoolOf[person] == 0)
                    .count();
        }
    }

    private static final class Numbers {
        private int[] cells = new int[64];
        private int size;

        void add(int number) {
            if (size == cells.length) {
                cells = Arrays.copyOf(cells, size * 2);
            }
            cells[size++] = number;
        }

        int[] drainSorted() {
            int[] sorted = Arrays.copyOf(cells, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
