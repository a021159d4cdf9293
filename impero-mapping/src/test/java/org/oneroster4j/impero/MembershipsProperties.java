package org.oneroster4j.impero;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.oneroster4j.model.compact.LongColumn;

/** Memberships are a sorted set of pairs, however they are asked for. */
class MembershipsProperties {
    private record Pair(int group, int person) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return group == other.group ? Integer.compare(person, other.person) : Integer.compare(group, other.group);
        }
    }

    /** Classes and people have other numbers than groups and what is sorted by; some groups are without anybody. */
    @Property
    void eachPairIsThereOnceInOrderAndFoundFromAnywhere(
            @ForAll @IntRange(min = 1, max = 12) int groups, @ForAll @IntRange(max = 60) int count, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LongColumn links = new LongColumn();
        TreeSet<Pair> pairs = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            int schoolClass = random.nextInt(groups);
            int person = random.nextInt(8);
            links.add(Links.member(schoolClass, person));
            pairs.add(new Pair(groups - 1 - schoolClass, 20 - person));
        }
        Memberships memberships =
                Memberships.of(links, groups, schoolClass -> groups - 1 - schoolClass, person -> 20 - person);
        List<Pair> expected = new ArrayList<>(pairs);

        assertThat(links.size()).isZero();
        assertThat(memberships.size()).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertIs(expected.get(i), memberships, i);
            int group = expected.get(i).group();
            assertThat(memberships.behindGroup(i)).isEqualTo((int)
                    expected.stream().filter(pair -> pair.group() <= group).count());
        }
        for (int i = 0; i < 2 * expected.size(); i++) {
            int index = random.nextInt(expected.size());
            assertIs(expected.get(index), memberships, index);
        }
        for (int group = 0; group < groups; group++) {
            int some = group;
            assertThat(memberships.links(group))
                    .containsExactlyElementsOf(pairs.stream()
                            .filter(pair -> pair.group() == some)
                            .map(pair -> Links.member(pair.group(), pair.person()))
                            .toList());
            assertThat(memberships.to(group) - memberships.from(group))
                    .isEqualTo((int) memberships.links(group).count());
        }
    }

    private static void assertIs(Pair expected, Memberships memberships, int index) {
        assertThat(new Pair(memberships.group(index), memberships.person(index)))
                .isEqualTo(expected);
        assertThat(memberships.find(expected.group(), expected.person())).isEqualTo(index);
        assertThat(memberships.find(expected.group(), 21)).isEqualTo(-1);
    }

    @Property
    void keptGroupsHaveTheNumbersOfTheirPlaces(@ForAll @IntRange(min = 1, max = 12) int groups, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LongColumn links = new LongColumn();
        for (int i = 0; i < 40; i++) {
            links.add(Links.member(random.nextInt(groups), random.nextInt(8)));
        }
        Memberships before = Memberships.of(links, groups, group -> group, person -> person);
        int[] kept =
                IntStream.range(0, groups).filter(group -> random.nextBoolean()).toArray();
        List<Long> expected = IntStream.range(0, kept.length)
                .boxed()
                .flatMap(place ->
                        before.links(kept[place]).mapToObj(link -> Links.member(place, 3 * Links.person(link))))
                .toList();
        Memberships after = before.renumbered(
                kept, IntStream.range(0, 8).map(person -> 3 * person).toArray());

        assertThat(IntStream.range(0, after.size()).mapToObj(i -> Links.member(after.group(i), after.person(i))))
                .containsExactlyElementsOf(expected);
    }
}
