package org.oneroster4j.impero.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Schools as numbers, and their people as those of one school alone, who only count, and those of several, who are looked
 * at. Who is in several schools is kept both ways, so that whether somebody is on a server already is asked of their few
 * schools and not of its many people.
 */
final class Sizes {
    private final Caps caps;
    private final List<SchoolLoad> loads;
    private final int[] groups;
    private final int[] users;
    /** The people in several schools, of each school, by a number of their own. */
    private final int[][] shared;
    /** Where the schools of a person in several of them begin in the list behind it; one more at the end. */
    private final int[] firstSchool;

    private final int[] schoolsOfPeople;

    Sizes(List<SchoolLoad> loads, Caps caps) {
        this.caps = caps;
        this.loads = loads;
        this.groups = loads.stream().mapToInt(SchoolLoad::groups).toArray();
        this.users = loads.stream().mapToInt(SchoolLoad::users).toArray();
        int people = District.people(loads).max().orElse(-1) + 1;
        int[] number = numbersOfShared(people);
        this.shared = loads.stream()
                .map(load -> load.people()
                        .map(person -> number[person])
                        .filter(some -> some >= 0)
                        .toArray())
                .toArray(int[][]::new);
        int count = Arrays.stream(number).max().orElse(-1) + 1;
        this.firstSchool = new int[count + 1];
        for (int[] some : shared) {
            for (int person : some) {
                firstSchool[person + 1]++;
            }
        }
        Arrays.parallelPrefix(firstSchool, Integer::sum);
        this.schoolsOfPeople = new int[firstSchool[count]];
        int[] next = Arrays.copyOf(firstSchool, count);
        for (int school = 0; school < shared.length; school++) {
            for (int person : shared[school]) {
                schoolsOfPeople[next[person]++] = school;
            }
        }
    }

    private int[] numbersOfShared(int people) {
        int[] schools = new int[people];
        District.people(loads).forEach(person -> schools[person]++);
        int shares = 0;
        for (int person = 0; person < people; person++) {
            schools[person] = schools[person] > 1 ? shares++ : -1;
        }
        return schools;
    }

    Caps caps() {
        return caps;
    }

    int count() {
        return groups.length;
    }

    SchoolLoad load(int school) {
        return loads.get(school);
    }

    int groups(int school) {
        return groups[school];
    }

    int users(int school) {
        return users[school];
    }

    int[] users() {
        return users.clone();
    }

    int[] shared(int school) {
        return shared[school];
    }

    long weight(int school) {
        return caps.weight(users[school], groups[school]);
    }

    /** Returns the schools from the largest to the smallest, equal ones by id. */
    int[] bySize() {
        return IntStream.range(0, count())
                .boxed()
                .sorted(Comparator.comparingLong((Integer school) -> -weight(school))
                        .thenComparingInt(Integer::intValue))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Tells whether a person in several schools is in one of a server, another than this one. */
    boolean isOn(int person, int server, int[] serverOf, int exceptSchool) {
        for (int i = firstSchool[person]; i < firstSchool[person + 1]; i++) {
            int school = schoolsOfPeople[i];
            if (serverOf[school] == server && school != exceptSchool) {
                return true;
            }
        }
        return false;
    }

    int schoolCount(int person) {
        return firstSchool[person + 1] - firstSchool[person];
    }

    /** Returns one of the schools of a person in several. */
    int schoolOf(int person, int place) {
        return schoolsOfPeople[firstSchool[person] + place];
    }

    /** Returns how many people two schools have together. */
    int common(int one, int other) {
        int[] a = shared[one];
        int[] b = shared[other];
        int found = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] < b[j]) {
                i++;
            } else {
                found += a[i] == b[j] ? 1 : 0;
                j++;
            }
        }
        return found;
    }

    /** Returns, for each person, the set of their schools: a bit for each place in an order of at most 31 schools. */
    int[] schoolSets(int[] order) {
        int[] place = new int[count()];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        int[] sets = new int[Math.toIntExact(distinctUsers())];
        int people = firstSchool.length - 1;
        for (int person = 0; person < people; person++) {
            for (int i = firstSchool[person]; i < firstSchool[person + 1]; i++) {
                sets[person] |= 1 << place[schoolsOfPeople[i]];
            }
        }
        for (int school = 0; school < count(); school++) {
            int alone = users[school] - shared[school].length;
            Arrays.fill(sets, people, people + alone, 1 << place[school]);
            people += alone;
        }
        return sets;
    }

    /** Returns how many people all schools have, each once. */
    long distinctUsers() {
        long sum = Arrays.stream(users).asLongStream().sum();
        return sum - schoolsOfPeople.length + firstSchool.length - 1;
    }

    long allGroups() {
        return Arrays.stream(groups).asLongStream().sum();
    }
}
