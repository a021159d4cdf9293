package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.oneroster4j.model.RoleType.STUDENT;
import static org.oneroster4j.model.RoleType.TEACHER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.oneroster4j.impero.Explanation;
import org.oneroster4j.impero.Explanation.Outcome;
import org.oneroster4j.impero.Explanation.Subject;
import org.oneroster4j.impero.Explanations;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoUser.Kind;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.RowTotals;
import org.oneroster4j.impero.Rule;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.Effect;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingDefinition;
import org.oneroster4j.model.finding.Location;
import org.oneroster4j.model.finding.RowFindingCode;
import org.oneroster4j.model.finding.Severity;

/** Every row has one explanation, and they add up to the totals. */
class ExplanationsOfAllRowsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 14);
    private static final MappingSettings SETTINGS = MappingSettings.of(Identity.USERNAME, DAY);

    /** What a reader has of its own. */
    private enum ReaderCode implements FindingCode {
        BROKEN_ROW;

        @Override
        public FindingDefinition definition() {
            return new FindingDefinition("broken-row", Severity.ERROR, Effect.DROPS_RECORD, "Broken.", "Mend it.");
        }
    }

    private static Row<?> rejected(OneRosterFile file, String id, FindingCode why) {
        return Row.rejected(new Location.Row(file.fileName(), 90), id, Optional.empty(), why, column -> "");
    }

    private static final School SCHOOL = School.empty()
            .schoolClass("a", "1")
            .schoolClass("b", "1")
            .schoolClass("b", "1")
            .schoolClass("x", "1")
            .schoolClass("x", "2")
            .schoolClass("x", "1")
            .schoolClass("e", "1")
            .user("s1", STUDENT)
            .user("s2", STUDENT)
            .user("t1", TEACHER)
            .user("t1", TEACHER)
            .user("t2", TEACHER)
            .with(School.again("t3", "t2", TEACHER, "T2.login"))
            .with(School.person("d", TEACHER, "d").withEnabledUser(false))
            .with(School.person("d", TEACHER, "d").withEnabledUser(false))
            .with(School.person("gone", TEACHER, "gone").withStatus(RecordStatus.TOBEDELETED))
            .enroll("s1", "a", STUDENT)
            .enroll("s2", "a", STUDENT)
            .enroll("s1", "b", STUDENT)
            .enroll("s1", "b", STUDENT)
            .enroll("t1", "a", TEACHER)
            .enroll("t2", "a", TEACHER)
            .enroll("t1", "b", TEACHER)
            .enroll("t3", "b", TEACHER)
            .enroll("t2", "b", TEACHER)
            .enroll("t1", "e", TEACHER)
            .enroll("gone", "a", TEACHER)
            .enroll("t1", "x", TEACHER)
            .enroll("nobody", "a", STUDENT);

    private static final MemoryRoster ROSTER = SCHOOL.roster()
            .with(
                    rejected(OneRosterFile.USERS, "ragged", RowFindingCode.RAGGED_ROW),
                    rejected(OneRosterFile.USERS, "broken", ReaderCode.BROKEN_ROW),
                    rejected(OneRosterFile.CLASSES, "broken", ReaderCode.BROKEN_ROW),
                    rejected(OneRosterFile.CLASSES, "", ReaderCode.BROKEN_ROW),
                    rejected(OneRosterFile.ENROLLMENTS, "", ReaderCode.BROKEN_ROW));

    private static final Mapped MAPPED = Mapped.of(ROSTER, SETTINGS);

    @Test
    void explanationsAddUpToTheTotalsOfEachFile() {
        List<Explanation> all = new ArrayList<>();
        Explanations.of(MAPPED.roster(), ROSTER).each(all::add);
        Map<Subject, RowTotals> expected = new EnumMap<>(Subject.class);
        expected.put(Subject.CLASS, MAPPED.roster().totals().get(OneRosterFile.CLASSES));
        expected.put(Subject.USER, MAPPED.roster().totals().get(OneRosterFile.USERS));
        expected.put(Subject.ENROLLMENT, MAPPED.roster().totals().get(OneRosterFile.ENROLLMENTS));

        expected.forEach((subject, totals) -> {
            List<Explanation> rows =
                    all.stream().filter(row -> row.subject() == subject).toList();
            Map<String, Integer> leftOut = new TreeMap<>();
            rows.forEach(row -> row.code().ifPresent(code -> leftOut.merge(code.code(), 1, Integer::sum)));
            assertThat(rows).as(subject.name()).hasSize(totals.read());
            assertThat(count(rows, Outcome.WRITTEN)).as(subject.name()).isEqualTo(totals.written());
            assertThat(count(rows, Outcome.MERGED)).as(subject.name()).isEqualTo(totals.merged());
            assertThat(leftOut).as(subject.name()).isEqualTo(totals.leftOut());
        });
    }

    private static long count(List<Explanation> rows, Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    @Test
    void totalsCountEveryRowOnceUnderTheFirstCodeThatApplies() {
        Map<OneRosterFile, RowTotals> totals = MAPPED.roster().totals();

        assertThat(totals.get(OneRosterFile.CLASSES))
                .isEqualTo(new RowTotals(
                        9,
                        2,
                        0,
                        Map.of("repeated-record", 1, "conflicting-records", 3, "empty-group", 1, "broken-row", 2)));
        assertThat(totals.get(OneRosterFile.USERS))
                .isEqualTo(new RowTotals(
                        11,
                        4,
                        1,
                        Map.of(
                                "repeated-record", 1,
                                "disabled-user", 2,
                                "not-live", 1,
                                "ragged-row", 1,
                                "broken-row", 1)));
        assertThat(MAPPED.roster().rowsRead()).isEqualTo(9 + 11 + 14);
        assertThat(MAPPED.roster().leftOut().keySet())
                .startsWith("ragged-row", "broken-row", "not-live", "disabled-user");
        assertThat(MAPPED.roster().leftOut()).containsEntry("broken-row", 4);
        assertThat(MAPPED.roster().rowsMerged()).isEqualTo(3);
    }

    @Test
    void numbersThatDoNotAddUpAreRefused() {
        assertThat(new RowTotals(6, 1, 2, Map.of("a", 3)).read()).isEqualTo(6);
        assertThatThrownBy(() -> new RowTotals(5, 1, 2, Map.of("a", 3))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rowThatAReaderRejectedIsExplainedByItsCode() {
        Explanation broken = MAPPED.roster().explainUser("broken").orElseThrow();

        assertThat(broken.outcome()).isEqualTo(Outcome.LEFT_OUT);
        assertThat(broken.rule()).isEqualTo(Rule.R1);
        assertThat(broken.code()).contains(ReaderCode.BROKEN_ROW);
        assertThat(broken.location()).isEqualTo(new Location.File("users.csv"));
        assertThat(MAPPED.roster().explainUser("ragged").orElseThrow().code()).contains(RowFindingCode.RAGGED_ROW);
        assertThat(MAPPED.roster().explainClass("broken").orElseThrow().code()).contains(ReaderCode.BROKEN_ROW);
    }

    @Test
    void rowsOfOneIdAreExplainedInTheirOrder() {
        Explanations explanations = Explanations.of(MAPPED.roster(), ROSTER);

        assertThat(explanations.schoolClass(" b "))
                .extracting(Explanation::outcome)
                .containsExactly(Outcome.WRITTEN, Outcome.LEFT_OUT);
        assertThat(explanations.schoolClass("x"))
                .extracting(row -> row.code().orElseThrow().code())
                .containsExactly("conflicting-records", "conflicting-records", "conflicting-records");
        assertThat(explanations.user("d"))
                .extracting(row -> row.code().orElseThrow().code())
                .containsExactly("disabled-user", "disabled-user");
        assertThat(explanations.user("t3").get(0).speaker()).contains("t2");
        assertThat(explanations.enrollments("b", "t2"))
                .extracting(Explanation::outcome)
                .containsExactly(Outcome.MERGED);
        assertThat(explanations.enrollments("b", "t3").get(0).rule()).isEqualTo(Rule.R9);
        assertThat(explanations.user("nobody")).isEmpty();
    }

    @Test
    void lastDayNeedsAClassAndAPersonThatAreKnown() {
        School ended = SCHOOL.with(School.enrollment("s2", "b", STUDENT, Optional.of(DAY.minusDays(3))))
                .with(School.enrollment("s2", "a", STUDENT, Optional.of(DAY.minusDays(3))));
        Mapped mapped = Mapped.of(ended, SETTINGS);

        assertThat(mapped.roster().lastDayOfEnrollment("b", "s2", Kind.STUDENT)).contains(DAY.minusDays(3));
        assertThat(mapped.roster().lastDayOfEnrollment("a", "s2", Kind.STUDENT)).isEmpty();
        assertThat(mapped.roster().lastDayOfEnrollment("nowhere", "s2", Kind.STUDENT))
                .isEmpty();
        assertThat(mapped.roster().lastDayOfEnrollment("b", "nobody", Kind.STUDENT))
                .isEmpty();
    }
}
