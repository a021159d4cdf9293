package org.oneroster4j.model.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LongColumnProperties {
    @Property
    void numbersAreKeptOverAllPieces(@ForAll @IntRange(max = 30_000) int size) {
        LongColumn column = new LongColumn();
        for (int i = 0; i < size; i++) {
            column.add(-i);
        }

        assertThat(column.size()).isEqualTo(size);
        for (int i = 0; i < size; i++) {
            assertThat(column.get(i)).isEqualTo(-i);
        }
        long[] sorted = column.drainSorted();
        for (int i = 0; i < size; i++) {
            assertThat(sorted[i]).isEqualTo(i - size + 1L);
        }
        assertThat(sorted).hasSize(size);
        assertThat(column.size()).isZero();
    }

    @Property
    void numbersThatWereNeverSetAreZero(@ForAll @Size(max = 5) List<@IntRange(max = 30_000) Integer> places) {
        LongColumn column = new LongColumn();
        for (int place : places) {
            column.set(place, place + 1L);
        }

        assertThat(column.size())
                .isEqualTo(places.stream().mapToInt(place -> place + 1).max().orElse(0));
        for (int i = 0; i < column.size(); i++) {
            assertThat(column.get(i)).isEqualTo(places.contains(i) ? i + 1L : 0);
        }
    }

    @Property
    void repeatedNumbersAreThoseThatStandTwice(@ForAll List<@IntRange(max = 20) Integer> numbers) {
        LongColumn column = new LongColumn();
        numbers.forEach(column::add);

        assertThat(column.drainRepeated())
                .containsExactly(numbers.stream()
                        .filter(number -> Collections.frequency(numbers, number) > 1)
                        .distinct()
                        .sorted()
                        .mapToLong(Integer::longValue)
                        .toArray());
    }

    @Example
    void columnCanBeUsedAgainAfterItWasCleared() {
        LongColumn column = new LongColumn();
        column.set(20_000, 5);
        column.clear();
        column.add(3);

        assertThat(column.drainSorted()).containsExactly(3);
    }
}
