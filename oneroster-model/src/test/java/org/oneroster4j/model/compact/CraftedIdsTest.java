package org.oneroster4j.model.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.oneroster4j.testing.CraftedIds;

/** Looking up ids takes the same number of steps whatever the ids are: counted, not timed. */
class CraftedIdsTest {
    private static final int COUNT = 4_000;

    private static Arguments family(String name, IntFunction<String> id) {
        return Arguments.of(name, IntStream.range(0, COUNT).mapToObj(id).toList());
    }

    static Stream<Arguments> families() {
        Random random = new Random(7);
        return Stream.of(
                Arguments.of("one value under the former hash", CraftedIds.ofFormerHash(COUNT)),
                Arguments.of("one value under the hash of strings", CraftedIds.ofStringHash(COUNT)),
                family("one after the other", String::valueOf),
                family("one after the other, with zeros", i -> String.format(Locale.ROOT, "%012d", i)),
                family("a long beginning in common", i -> "x".repeat(300) + i),
                family("a long end in common", i -> i + "x".repeat(300)),
                family("of all lengths", "i"::repeat),
                family("UUIDs of one low half", i -> new UUID(i, 42).toString()),
                family("UUIDs of one high half", i -> new UUID(42, i).toString()),
                family("multiples of a power of two", i -> Long.toString((long) i << 32)),
                family("drawn", i -> Long.toString(random.nextLong(), 36)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void lookUpTakesFewSteps(String name, List<String> ids) {
        IdIndex index = new IdIndex(new TextPool());
        ids.forEach(index::add);

        assertThat(index.size()).isEqualTo(COUNT);
        // With two thirds of the slots in use one step more is expected; this is as good as certain for any key.
        assertThat(index.probes()).isLessThan(4L * COUNT);
    }
}
