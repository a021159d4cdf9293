package org.oneroster4j.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * Generated drops. All of them have the required files with all their headers, are OneRoster 1.1 and bulk, and are made
 * for {@link #AS_OF}.
 *
 * <p>A drop is a function of a seed, its sizes and the set of its defects. The seed does not shrink; the sizes and
 * the set do, and since every record draws from dice of its own, a smaller drop is for the most part the larger one
 * with records left away. Stateless, so safe for use by several threads.
 */
public final class Drops {

    /** The day the generated terms and enrollments lie around. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 10, 15);

    private static final int MAX_SCHOOLS = 4;

    private Drops() {}

    /**
     * Drops with all that a bad feed does, while most of them still have something to publish: in eight of ten, one
     * class with its teacher and its student is spared what would take it out. A drop has from none to all of the
     * defects that {@code Defect} lists, each with the same likelihood.
     *
     * @return 2 to 4 schools below a district, 1 to 4 terms, 1 to 12 classes, 3 to 30 people, 0 to 80 enrollments,
     *     and a few rows more where rows are repeated
     */
    public static Arbitrary<TextDrop> messy() {
        int all = Defect.values().length;
        Arbitrary<Set<Defect>> defects =
                Arbitraries.of(Defect.class).set().ofMaxSize(all).withSizeDistribution(RandomDistribution.uniform());
        Arbitrary<Boolean> anchored = Arbitraries.frequency(Tuple.of(8, true), Tuple.of(2, false));
        return plans(Combinators.combine(defects, anchored).as((some, anchors) -> new Kind(some, anchors, false)));
    }

    /**
     * Drops without any defect: every row is live and readable, every identity and title distinct, every class
     * current and with a teacher and a student. They always have something to publish.
     *
     * @return drops of the same sizes, with as many enrollments more as that takes, and at most one of each
     *     person in each class
     */
    public static Arbitrary<TextDrop> tidy() {
        return plans(Arbitraries.just(new Kind(Set.of(), true, true)));
    }

    /**
     * School filters: the empty list as a rule, else one or two of the sourcedIds and identifiers of the district and
     * of the two schools that every drop has. In a messy drop one of them may match nothing: orgs.csv may be missing,
     * or the row of the org be damaged.
     *
     * @return lists without repetition, which may name the same org by both of its ids
     */
    public static Arbitrary<List<String>> schoolFilter() {
        Arbitrary<List<String>> some = Arbitraries.of(
                        MessyOrgs.schoolId(0),
                        MessyOrgs.schoolIdentifier(0),
                        MessyOrgs.schoolId(1),
                        MessyOrgs.schoolIdentifier(1),
                        MessyOrgs.DISTRICT,
                        MessyOrgs.DISTRICT_IDENTIFIER)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(2);
        return Arbitraries.frequencyOf(Tuple.of(7, Arbitraries.just(List.of())), Tuple.of(3, some.map(List::copyOf)));
    }

    /**
     * Ids that the setting exclude may name.
     *
     * @return ids of users and classes that most drops have, and one that none has
     */
    public static Arbitrary<String> someIds() {
        return Arbitraries.of("u2", "u3", "u4", "u5", "c1", "c2", "c3", " u3 ", "nobody");
    }

    private record Kind(Set<Defect> defects, boolean anchored, boolean tidy) {}

    // Without edge cases: those of eight parameters are thousands, and would crowd out the drops worth testing.
    private static Arbitrary<TextDrop> plans(Arbitrary<Kind> kinds) {
        Arbitrary<Long> seeds = Arbitraries.longs()
                .withDistribution(RandomDistribution.uniform())
                .dontShrink();
        return Combinators.combine(
                        seeds, size(2, MAX_SCHOOLS), size(1, 4), size(1, 12), size(3, 30), size(0, 80), kinds)
                .as(Drops::plan)
                .map(Drops::drop)
                .withoutEdgeCases();
    }

    private static Arbitrary<Integer> size(int low, int high) {
        return Arbitraries.integers()
                .between(low, high)
                .withDistribution(RandomDistribution.uniform())
                .shrinkTowards(low);
    }

    private static DropPlan plan(
            long seed, int schools, int terms, int classes, int people, int enrollments, Kind kind) {
        Set<Defect> defects = EnumSet.noneOf(Defect.class);
        defects.addAll(kind.defects());
        return new DropPlan(seed, schools, terms, classes, people, enrollments, defects, kind.anchored(), kind.tidy());
    }

    private static TextDrop drop(DropPlan plan) {
        Draft draft = new Draft();
        MessyOrgs.addOrgs(plan, draft);
        List<MessyOrgs.Term> terms = MessyOrgs.addTerms(plan, draft);
        List<String> classes = MessyClasses.add(plan, draft, terms);
        List<MessyPeople.Person> people = MessyPeople.add(plan, draft);
        MessyEnrollments.add(plan, draft, new ArrayList<>(people), classes);
        MessyIds.mess(plan, draft);
        return MessyLayout.write(plan, draft);
    }
}
