package org.oneroster4j.impero.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.oneroster4j.model.compact.IntColumn;

/** Links as the people of one group after the other: four bytes for each. */
final class LinkTable implements PublishedLinks {
    /** Where the people of each group begin; one more at the end. */
    private final int[] begins;

    private final int[] people;

    private LinkTable(int[] begins, int[] people) {
        this.begins = begins;
        this.people = people;
    }

    @Override
    public int size() {
        return people.length;
    }

    @Override
    public long get(int link) {
        int low = 0;
        int high = begins.length - 1;
        // The last group that begins here or before: one without people begins where the next does.
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            low = begins[middle] <= link ? middle : low;
            high = begins[middle] <= link ? high : middle;
        }
        return Pairs.of(low, people[link]);
    }

    /**
     * Collects links in any order. Those of a group that come one after the other, as they mostly do, cost four bytes each, and
     * no array that is full is copied to a larger one.
     */
    static final class Builder {
        private static final int CHUNK = 1 << 16;

        private final List<int[]> chunks = new ArrayList<>();
        private int size;
        /** Where each run of links of one group begins, and which group that is. */
        private final IntColumn runBegins = new IntColumn();

        private final IntColumn runGroups = new IntColumn();
        private int runs;

        void add(int group, int person) {
            if (runs == 0 || runGroups.get(runs - 1) != group) {
                runBegins.set(runs, size);
                runGroups.set(runs, group);
                runs++;
            }
            if (size % CHUNK == 0) {
                chunks.add(new int[CHUNK]);
            }
            chunks.get(size / CHUNK)[size % CHUNK] = person;
            size++;
        }

        /**
         * Makes a table of links by the places of their groups and people; nothing is left here.
         *
         * @param groupRanks the place of each group
         * @param personRanks the place of each person
         */
        LinkTable build(int[] groupRanks, int[] personRanks) {
            int[] begins = new int[groupRanks.length + 1];
            for (int run = 0; run < runs; run++) {
                begins[groupRanks[runGroups.get(run)] + 1] += runEnd(run) - runBegins.get(run);
            }
            Arrays.parallelPrefix(begins, Integer::sum);
            int[] people = new int[size];
            int[] next = begins.clone();
            for (int run = 0; run < runs; run++) {
                int group = groupRanks[runGroups.get(run)];
                for (int link = runBegins.get(run); link < runEnd(run); link++) {
                    people[next[group]++] = personRanks[chunks.get(link / CHUNK)[link % CHUNK]];
                    if (link % CHUNK == CHUNK - 1) {
                        chunks.set(link / CHUNK, new int[0]);
                    }
                }
            }
            chunks.clear();
            return sorted(begins, people);
        }

        private int runEnd(int run) {
            return run + 1 < runs ? runBegins.get(run + 1) : size;
        }

        /** Sorts the people of each group and keeps each once. */
        private static LinkTable sorted(int[] begins, int[] people) {
            int kept = 0;
            for (int group = 0; group + 1 < begins.length; group++) {
                int begin = begins[group];
                int end = begins[group + 1];
                Arrays.sort(people, begin, end);
                begins[group] = kept;
                for (int i = begin; i < end; i++) {
                    if (i == begin || people[i] != people[i - 1]) {
                        people[kept++] = people[i];
                    }
                }
            }
            begins[begins.length - 1] = kept;
            return new LinkTable(begins, kept == people.length ? people : Arrays.copyOf(people, kept));
        }
    }
}
