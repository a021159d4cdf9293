package org.oneroster4j.impero.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkTableTest {
    private static final int GROUPS = 700;
    private static final int PEOPLE = 3000;

    @Test
    void manyLinksInAnyOrderComeOutSortedAndOnce() {
        Random random = new Random(3);
        int[] groupRanks = ranks(GROUPS, random);
        int[] personRanks = ranks(PEOPLE, random);
        LinkTable.Builder builder = new LinkTable.Builder();
        TreeSet<Long> expected = new TreeSet<>();
        for (int i = 0; i < 200_000; i++) {
            // No link is of the first groups and the last: groups without people are beside and between the others.
            int group = 3 * (1 + random.nextInt(GROUPS / 3 - 1));
            int person = random.nextInt(PEOPLE);
            builder.add(group, person);
            expected.add(Pairs.of(groupRanks[group], personRanks[person]));
        }
        LinkTable table = builder.build(groupRanks, personRanks);

        assertThat(expected).hasSizeGreaterThan(100_000);
        assertThat(links(table)).containsExactlyElementsOf(expected);
    }

    @Test
    void noLinksMakeAnEmptyTable() {
        assertThat(new LinkTable.Builder().build(new int[0], new int[0]).size()).isZero();
        assertThat(new LinkTable.Builder().build(new int[] {0}, new int[] {0}).size())
                .isZero();
    }

    private static int[] ranks(int size, Random random) {
        int[] keys = random.ints(size).toArray();
        return Order.ranks(Order.of(size, (a, b) -> Integer.compare(keys[a], keys[b])));
    }

    private static Iterable<Long> links(LinkTable table) {
        return IntStream.range(0, table.size()).mapToObj(table::get).toList();
    }

    @Test
    void orderIsThatOfSortingWhateverTheSize() {
        Random random = new Random(4);
        for (int size = 0; size < 70; size++) {
            int[] keys = random.ints(size, 0, 10).toArray();
            int[] expected = IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> keys[i]))
                    .mapToInt(i -> i)
                    .toArray();

            assertThat(Order.of(size, (a, b) -> Integer.compare(keys[a], keys[b])))
                    .isEqualTo(expected);
        }
    }
}
