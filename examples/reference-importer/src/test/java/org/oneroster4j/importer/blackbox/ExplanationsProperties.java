package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.oneroster4j.impero.EmptyGroups;
import org.oneroster4j.impero.Explanation;
import org.oneroster4j.impero.Explanation.Outcome;
import org.oneroster4j.impero.Explanation.Subject;
import org.oneroster4j.impero.Explanations;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.ImperoUser;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.RowTotals;
import org.oneroster4j.impero.Rule;
import org.oneroster4j.impero.SchoolCounts;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.testing.Drops;
import org.oneroster4j.testing.TextDrop;

/** The explanations of a mapping against what it counted and what it wrote. */
class ExplanationsProperties {
    private static final Map<Subject, OneRosterFile> FILES = Map.of(
            Subject.CLASS, OneRosterFile.CLASSES,
            Subject.USER, OneRosterFile.USERS,
            Subject.ENROLLMENT, OneRosterFile.ENROLLMENTS);

    private static List<Explanation> all(Mapped mapped) {
        List<Explanation> all = new ArrayList<>();
        Explanations.of(mapped.roster(), mapped.input()).each(all::add);
        return all;
    }

    @Property
    void everyRowIsExplainedOnceAndTheExplanationsAddUpToTheTotals(
            @ForAll("drops") TextDrop drop, @ForAll Identity identity, @ForAll EmptyGroups emptyGroups) {
        Mapped mapped =
                Mapped.of(drop, MappingSettings.of(identity, Drops.AS_OF).withEmptyGroups(emptyGroups));
        List<Explanation> all = all(mapped);
        ImperoRoster roster = mapped.roster();

        assertThat(all).extracting(Explanation::location).doesNotHaveDuplicates();
        assertThat(all).hasSize(roster.rowsRead());
        FILES.forEach((subject, file) -> {
            List<Explanation> ofFile =
                    all.stream().filter(row -> row.subject() == subject).toList();
            RowTotals totals = roster.totals().get(file);
            assertThat(totals(ofFile)).as(file.fileName()).isEqualTo(totals);
        });
        assertThat(totals(all).leftOut()).containsExactlyInAnyOrderEntriesOf(roster.leftOut());
        assertThat(totals(all).merged()).isEqualTo(roster.rowsMerged());
    }

    @Property
    void enrollmentsOfEachPersonAndOfEachClassAreThoseThatNameThem(
            @ForAll("drops") TextDrop drop, @ForAll Identity identity) {
        Mapped mapped = Mapped.of(drop, MappingSettings.of(identity, Drops.AS_OF));
        Explanations explanations = Explanations.of(mapped.roster(), mapped.input());
        List<Explanation> rows = all(mapped).stream()
                .filter(row -> row.subject() == Subject.ENROLLMENT)
                .toList();
        List<Explanation> ofUsers = new ArrayList<>();
        List<Explanation> ofClasses = new ArrayList<>();
        for (String user : InputTable.of(drop, "enrollments.csv").values("userSourcedId")) {
            explanations.enrollmentsOfUser(user, row -> {
                assertThat(row.userSourcedId()).isEqualTo(user);
                assertThat(explanations.enrollments(row.classSourcedId(), user)).contains(row.explanation());
                ofUsers.add(row.explanation());
            });
        }
        for (String schoolClass : InputTable.of(drop, "enrollments.csv").values("classSourcedId")) {
            explanations.enrollmentsOfClass(schoolClass, row -> ofClasses.add(row.explanation()));
        }

        assertThat(ofUsers).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(ofClasses).containsExactlyInAnyOrderElementsOf(rows);
    }

    private static RowTotals totals(List<Explanation> rows) {
        Map<String, Integer> leftOut = new LinkedHashMap<>();
        rows.forEach(row -> row.code().ifPresent(code -> leftOut.merge(code.code(), 1, Integer::sum)));
        return new RowTotals(rows.size(), count(rows, Outcome.WRITTEN), count(rows, Outcome.MERGED), leftOut);
    }

    private static int count(List<Explanation> rows, Outcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    @Property
    void whatIsExplainedAsWrittenIsWritten(@ForAll("drops") TextDrop drop, @ForAll Identity identity) {
        Mapped mapped = Mapped.of(drop, MappingSettings.of(identity, Drops.AS_OF));
        ImperoRoster roster = mapped.roster();
        List<Explanation> written = all(mapped).stream()
                .filter(row -> row.outcome() == Outcome.WRITTEN)
                .toList();

        assertThat(ids(written, Subject.CLASS))
                .containsExactlyInAnyOrderElementsOf(
                        roster.groups().stream().map(group -> group.groupId()).toList());
        assertThat(ids(written, Subject.USER))
                .containsExactlyInAnyOrderElementsOf(
                        roster.users().stream().map(ImperoUser::userId).toList());
        assertThat(written.stream().filter(row -> row.rule() == Rule.R9))
                .hasSameSizeAs(roster.access())
                .allMatch(row -> row.subject() == Subject.ENROLLMENT);
    }

    private static List<String> ids(List<Explanation> rows, Subject subject) {
        return rows.stream()
                .filter(row -> row.subject() == subject)
                .map(Explanation::sourcedId)
                .toList();
    }

    @Property
    void recordIsExplainedWithoutTheRosterAsOneOfItsRowsIs(@ForAll("drops") TextDrop drop, @ForAll Identity identity) {
        Mapped mapped = Mapped.of(drop, MappingSettings.of(identity, Drops.AS_OF));
        ImperoRoster roster = mapped.roster();
        Explanations explanations = Explanations.of(roster, mapped.input());

        mapped.input().users().forEach(row -> {
            String id = row.sourcedId();
            isOneOf(roster.explainUser(id), id.isEmpty() ? List.of() : explanations.user(id));
        });
        mapped.input().classes().forEach(row -> {
            String id = row.sourcedId();
            isOneOf(roster.explainClass(id), id.isEmpty() ? List.of() : explanations.schoolClass(id));
        });
    }

    private static void isOneOf(Optional<Explanation> record, List<Explanation> rows) {
        assertThat(record.isPresent()).isEqualTo(!rows.isEmpty());
        // Rows that differ are in conflict; each of them may besides be left out for a reason of its own, which comes
        // first.
        record.ifPresent(expected -> assertThat(rows)
                .as(expected.sentence())
                .anyMatch(row -> isSame(row, expected) || (expected.rule() == Rule.R15 && rows.size() > 1)));
    }

    private static boolean isSame(Explanation row, Explanation record) {
        return row.outcome() == record.outcome()
                && row.rule() == record.rule()
                && row.code().equals(record.code())
                && row.speaker().equals(record.speaker());
    }

    @Property
    void noSentenceHoldsWhatDescribesAPerson(@ForAll("drops") TextDrop drop) {
        Mapped mapped = Mapped.of(drop, MappingSettings.of(Identity.USERNAME, Drops.AS_OF));
        String sentences =
                all(mapped).stream().map(row -> row + row.sentence() + "\n").collect(Collectors.joining());

        for (ImperoUser user : mapped.roster().users()) {
            for (String value : List.of(user.username(), user.email())) {
                assertThat(value.length() < 4 || value.equals(user.userId()) || !sentences.contains(value))
                        .isTrue();
            }
        }
    }

    @Property
    void countsOfTheSchoolsAreThoseOfTheirGroups(@ForAll("drops") TextDrop drop, @ForAll EmptyGroups emptyGroups) {
        ImperoRoster roster = Mapped.of(
                        drop, MappingSettings.of(Identity.EMAIL, Drops.AS_OF).withEmptyGroups(emptyGroups))
                .roster();
        List<SchoolCounts> schools = roster.schools();

        assertThat(schools)
                .extracting(SchoolCounts::schoolId)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(schools.stream().mapToInt(SchoolCounts::groups).sum())
                .isEqualTo(roster.groups().size());
        for (SchoolCounts school : schools) {
            assertThat(roster.members().stream()
                            .filter(member -> member.group().schoolId().equals(school.schoolId()))
                            .map(member -> member.user().userId())
                            .distinct())
                    .hasSize(school.students());
            assertThat(roster.access().stream()
                            .filter(access -> access.group().schoolId().equals(school.schoolId()))
                            .map(access -> access.user().userId())
                            .distinct())
                    .hasSize(school.staff());
        }
    }

    @Provide
    Arbitrary<TextDrop> drops() {
        return Arbitraries.oneOf(Drops.messy(), Drops.tidy());
    }
}
