package org.oneroster4j.impero;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.LongStream;
import org.oneroster4j.model.compact.LongColumn;

/**
 * Who is in which group, group by group and in each by person: four bytes for each membership and four for each group.
 * Immutable but for {@link #renumbered}, and safe for several threads.
 */
final class Memberships {
    /** Where the people of each group begin; one more than there are groups. */
    private final int[] starts;

    private final int[] people;
    /** The group that was asked for last, which mostly is the next one too; a guess that is looked at before it is used. */
    private int lastGroup;

    private Memberships(int[] starts, int[] people) {
        this.starts = starts;
        this.people = people;
    }

    /**
     * Returns the memberships of links, of which several may be equal.
     *
     * @param links as {@link Links#member} packs them; empty afterwards
     * @param groups how many groups there are
     * @param groupOf the group of a class
     * @param personOf the person, by the number that is sorted by
     */
    static Memberships of(LongColumn links, int groups, IntUnaryOperator groupOf, IntUnaryOperator personOf) {
        int[] starts = new int[groups + 1];
        for (int i = 0; i < links.size(); i++) {
            starts[groupOf.applyAsInt(Links.schoolClass(links.get(i))) + 1]++;
        }
        for (int group = 0; group < groups; group++) {
            starts[group + 1] += starts[group];
        }
        int[] people = new int[links.size()];
        int[] next = starts.clone();
        for (int i = 0; i < people.length; i++) {
            long link = links.get(i);
            people[next[groupOf.applyAsInt(Links.schoolClass(link))]++] = personOf.applyAsInt(Links.person(link));
        }
        links.clear();
        return sorted(starts, people);
    }

    /** Sorts the people of each group, and keeps each once. */
    private static Memberships sorted(int[] starts, int[] people) {
        int kept = 0;
        for (int group = 0; group < starts.length - 1; group++) {
            int from = starts[group];
            int to = starts[group + 1];
            Arrays.sort(people, from, to);
            starts[group] = kept;
            for (int i = from; i < to; i++) {
                if (i == from || people[i] != people[i - 1]) {
                    people[kept++] = people[i];
                }
            }
        }
        starts[starts.length - 1] = kept;
        return of(starts, people);
    }

    private static Memberships of(int[] starts, int[] people) {
        int size = starts[starts.length - 1];
        return new Memberships(starts, size == people.length ? people : Arrays.copyOf(people, size));
    }

    /** Returns how many there are. */
    int size() {
        return people.length;
    }

    /** Returns the group of one. */
    int group(int index) {
        int group = lastGroup;
        if (index >= starts[group + 1]) {
            group++;
        }
        if (index < starts[group] || index >= starts[group + 1]) {
            group = searched(index);
        }
        lastGroup = group;
        return group;
    }

    /** The last group that begins there or before: those without people begin where the next does. */
    private int searched(int index) {
        int low = 0;
        int high = starts.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Returns the first that is of another group than those before. */
    int behindGroup(int index) {
        return starts[group(index) + 1];
    }

    /** Returns the person of one. */
    int person(int index) {
        return people[index];
    }

    /** Returns where those of each group begin, and behind the last where they end; nobody may change it. */
    int[] starts() {
        return starts;
    }

    /** Returns where those of a group begin. */
    int from(int group) {
        return starts[group];
    }

    /** Returns where those of a group end. */
    int to(int group) {
        return starts[group + 1];
    }

    /** Returns which one is of a group and a person, -1 when none is. */
    int find(int group, int person) {
        return Math.max(-1, Arrays.binarySearch(people, starts[group], starts[group + 1], person));
    }

    /** Returns those of a group as links. */
    LongStream links(int group) {
        return Arrays.stream(people, starts[group], starts[group + 1]).mapToLong(person -> Links.member(group, person));
    }

    /**
     * Returns the memberships of some groups, in the place of these, which are gone.
     *
     * @param groups the groups, in their order; they get the numbers of their places
     * @param users numbers for the people, in the order of these
     */
    Memberships renumbered(int[] groups, int[] users) {
        int[] renumberedStarts = new int[groups.length + 1];
        int kept = 0;
        for (int group = 0; group < groups.length; group++) {
            renumberedStarts[group] = kept;
            for (int i = starts[groups[group]]; i < starts[groups[group] + 1]; i++) {
                people[kept++] = users[people[i]];
            }
        }
        renumberedStarts[groups.length] = kept;
        return of(renumberedStarts, people);
    }
}
