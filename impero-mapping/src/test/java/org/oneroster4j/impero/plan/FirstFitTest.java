package org.oneroster4j.impero.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Servers filled one after the other, each with what uses best what is left of it. */
class FirstFitTest {
    private static final Caps CAPS = new Caps(10, 10);

    /** A school whose people are those from one number up to another, the last one not included. */
    private static SchoolLoad school(String id, int groups, int from, int to) {
        return SchoolLoad.of(id, "", groups, IntStream.range(from, to));
    }

    /** The schools of each server, in the order in which they came. */
    private static List<List<String>> filled(SchoolLoad... loads) {
        Sizes sizes = new Sizes(List.of(loads), CAPS);
        Servers servers = FirstFit.fill(sizes);
        return IntStream.range(0, servers.count())
                .mapToObj(server -> IntStream.of(servers.schoolsOf(server))
                        .mapToObj(school -> sizes.load(school).id())
                        .toList())
                .toList();
    }

    @Test
    void withoutSchoolsThereIsNoServer() {
        assertThat(filled()).isEmpty();
    }

    @Test
    void largestSchoolThatIsLeftOpensAServer() {
        assertThat(filled(school("a", 1, 0, 6), school("b", 1, 10, 18), school("c", 1, 20, 27)))
                .containsExactly(List.of("b"), List.of("c"), List.of("a"));
    }

    @Test
    void schoolsThatFitGoToTheServerThatIsOpen() {
        assertThat(filled(school("a", 1, 0, 6), school("b", 9, 10, 14), school("c", 0, 20, 20)))
                .containsExactly(List.of("b", "a", "c"));
    }

    /** With users rare and groups plenty: of two that fit, but not both, the one with more groups. */
    @Test
    void schoolThatNeedsMostOfWhatThereIsMostOfComesFirst() {
        assertThat(filled(school("large", 2, 0, 7), school("users", 0, 10, 13), school("groups", 2, 20, 21)))
                .containsExactly(List.of("large", "groups"), List.of("users"));
        assertThat(filled(school("large", 7, 0, 2), school("groups", 3, 10, 10), school("users", 1, 20, 22)))
                .containsExactly(List.of("large", "users"), List.of("groups"));
    }

    @Test
    void schoolWhosePeopleAreThereAlreadyFitsWhereItsNumberAloneWouldNot() {
        assertThat(filled(school("large", 1, 0, 8), school("same", 1, 2, 10), school("other", 1, 20, 23)))
                .containsExactly(List.of("large", "same"), List.of("other"));
    }

    @Test
    void equalSchoolsComeInTheirOrder() {
        assertThat(filled(school("a", 1, 0, 5), school("b", 1, 10, 15), school("c", 1, 20, 25)))
                .containsExactly(List.of("a", "b"), List.of("c"));
    }
}
