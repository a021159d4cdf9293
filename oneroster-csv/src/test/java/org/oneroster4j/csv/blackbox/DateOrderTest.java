package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.oneroster4j.csv.CellReader;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.RowPolicy;
import org.oneroster4j.csv.RowPolicy.DateOrder;
import org.oneroster4j.model.AcademicSession;
import org.oneroster4j.model.Demographics;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.Severity;

/** R1 day first of the contract: what the dates of a drop say about the order of day and month. */
class DateOrderTest {
    private static final String TERMS = "sourcedId,title,type,startDate,endDate,schoolYear\n";
    private static final String ENROLLMENTS = "sourcedId,status,classSourcedId,userSourcedId,role,beginDate,endDate\n";

    private static String term(String start, String end) {
        return "T1,Term,term," + start + "," + end + ",2027\n";
    }

    private static String enrollment(String begin, String end) {
        return "e1,,c1,u1,student," + begin + "," + end + "\n";
    }

    private static NamedTexts drop(String terms, String enrollments) {
        return drop(terms, enrollments, DateOrder.DETECT);
    }

    private static NamedTexts drop(String terms, String enrollments, DateOrder order) {
        return NamedTexts.of(
                Map.of("academicSessions.csv", TERMS + terms, "enrollments.csv", ENROLLMENTS + enrollments),
                RowPolicy.DEFAULTS.withDateOrder(order));
    }

    /** Reads a file and returns its findings, other than those about the forms of dates. */
    private static List<String> told(NamedTexts drop, Class<? extends RosterRecord> type) {
        int before = drop.found().size();
        drop.rows(type);
        return NamedTexts.told(drop.found().subList(before, drop.found().size())).stream()
                .filter(told -> !told.startsWith("header-")
                        && !told.startsWith("required-")
                        && !told.startsWith("date-form")
                        && !told.startsWith("date-with-time"))
                .toList();
    }

    @Example
    void oneDateThatCanOnlyBeDayFirstMakesAllOfTheDropUnreadable() {
        NamedTexts drop = drop(
                term("01/08/2026", "2026-12-20") + term("2026-08-01", "12/20/2026"),
                enrollment("2026-08-01", "04/05/2026") + enrollment("27/8/2026", ""));
        assertThat(told(drop, AcademicSession.class))
                .containsExactly(
                        "day-first-dates error enrollments.csv:3 beginDate",
                        "unreadable-value error academicSessions.csv:2 startDate",
                        "unreadable-value error academicSessions.csv:3 endDate");
        assertThat(told(drop, Enrollment.class))
                .as("the proof is reported once")
                .containsExactly(
                        "unreadable-value error enrollments.csv:2 endDate",
                        "unreadable-value error enrollments.csv:3 beginDate");
        Row<AcademicSession> second = drop.rows(AcademicSession.class).get(1);
        assertThat(second.record().orElseThrow().startDate()).contains(LocalDate.of(2026, 8, 1));
        assertThat(second.isUnreadable("endDate")).isTrue();
    }

    @Example
    void otherFilesOfADropThatIsDayFirstLoseTheirDatesToo() {
        Map<String, String> files = new HashMap<>(Map.of(
                "enrollments.csv",
                ENROLLMENTS + enrollment("27/08/2026", ""),
                "demographics.csv",
                "sourcedId,status,dateLastModified,birthDate\nd1,,04/05/2026 10:15,04/05/2010\nd2,,,2010-05-04\n"));
        NamedTexts drop = NamedTexts.of(files);
        assertThat(told(drop, Demographics.class))
                .containsExactly(
                        "day-first-dates error enrollments.csv:2 beginDate",
                        "value-not-understood warning demographics.csv:2 dateLastModified",
                        "value-not-understood warning demographics.csv:2 birthDate");
        files.remove("enrollments.csv");
        NamedTexts alone = NamedTexts.of(files);
        assertThat(alone.rows(Demographics.class).get(0).record().orElseThrow().birthDate())
                .contains(LocalDate.of(2010, 4, 5));
    }

    @Example
    void onlyLiveRowsThatAreReadAndTheirFourColumnsAreAProof() {
        for (String noProof : List.of(
                "e2,tobedeleted,c1,u1,student,27/08/2026,\n",
                "e2,,c1,u1,student,27/08/2026,,x\n",
                "e2,,c1,u1,pupil,27/08/2026,\n",
                "e2,,,u1,student,27/08/2026,\n",
                "e2,,c1,u1,student,27.08.2026,\n",
                "e2,,c1,u1,student,27/13/2026,\n",
                "e2,,c1,u1,student,27-08-2026,\n",
                "e2,,c1,u1,student,2026/27/08,\n",
                "27/08/2026,,27/08/2026,27/08/2026,student,,\n")) {
            NamedTexts drop = drop(term("2026-08-01", "2026-12-20"), enrollment("04/05/2026", "12/20/2026") + noProof);
            assertThat(told(drop, Enrollment.class)).as(noProof).noneMatch(told -> told.startsWith("day-first"));
            assertThat(drop.rows(Enrollment.class).get(0).record().orElseThrow().beginDate())
                    .as(noProof)
                    .contains(LocalDate.of(2026, 4, 5));
        }
        NamedTexts others = NamedTexts.of(Map.of(
                "orgs.csv",
                "sourcedId,status,dateLastModified,name\no1,,27/08/2026,School\n",
                "enrollments.csv",
                ENROLLMENTS + enrollment("12/20/2026", "")));
        assertThat(told(others, Org.class)).containsExactly("value-not-understood warning orgs.csv:2 dateLastModified");
        assertThat(told(others, Enrollment.class)).isEmpty();
    }

    @Example
    void dateOfNoCalendarIsAProofByItsNumbersAlone() {
        assertThat(told(drop("", enrollment("31/02/2026", "")), Enrollment.class))
                .contains("day-first-dates error enrollments.csv:2 beginDate");
        assertThat(told(drop("", enrollment("27/08/2026 0:00", "")), Enrollment.class))
                .contains("day-first-dates error enrollments.csv:2 beginDate");
    }

    @Example
    void orderIsAssumedUnlessADateProvesThatTheMonthIsFirst() {
        NamedTexts open = drop(term("2026-08-01", "2026-12-20"), enrollment("04/05/2026", "05/05/2026"));
        assertThat(told(open, Enrollment.class))
                .containsExactly("date-order-assumed warning enrollments.csv:2 beginDate");
        assertThat(told(open, Enrollment.class)).isEmpty();
        assertThat(told(open, AcademicSession.class)).isEmpty();
        assertThat(open.rows(Enrollment.class).get(0).record().orElseThrow().beginDate())
                .contains(LocalDate.of(2026, 4, 5));
        NamedTexts proved = drop(term("2026-08-01", "12/20/2026"), enrollment("04/05/2026", ""));
        assertThat(told(proved, Enrollment.class)).isEmpty();
        assertThat(told(drop(term("2026-08-01", "2026/12/20"), enrollment("2026-4-5", "")), Enrollment.class))
                .isEmpty();
    }

    @Example
    void settingDecidesInPlaceOfTheDates() {
        String terms = term("27/08/2026", "12/20/2026");
        NamedTexts monthFirst = drop(terms, enrollment("04/05/2026", ""), DateOrder.MONTH_FIRST);
        assertThat(told(monthFirst, AcademicSession.class))
                .containsExactly("unreadable-value error academicSessions.csv:2 startDate");
        assertThat(told(monthFirst, Enrollment.class)).isEmpty();
        assertThat(monthFirst
                        .rows(Enrollment.class)
                        .get(0)
                        .record()
                        .orElseThrow()
                        .beginDate())
                .contains(LocalDate.of(2026, 4, 5));
        NamedTexts dayFirst = drop(terms, enrollment("04/05/2026", ""), DateOrder.DAY_FIRST);
        assertThat(told(dayFirst, AcademicSession.class))
                .containsExactly("unreadable-value error academicSessions.csv:2 endDate");
        assertThat(dayFirst.rows(AcademicSession.class)
                        .get(0)
                        .record()
                        .orElseThrow()
                        .startDate())
                .contains(LocalDate.of(2026, 8, 27));
        assertThat(told(dayFirst, Enrollment.class)).isEmpty();
        assertThat(dayFirst.rows(Enrollment.class).get(0).record().orElseThrow().beginDate())
                .contains(LocalDate.of(2026, 5, 4));
    }

    @Example
    void timesOfChangeAreReadInTheOrderOfTheDrop() {
        // Once a defect: the reader of cells took each such time month first.
        String orgs = "sourcedId,status,dateLastModified\no1,active,04/05/2026 10:15\n";
        assertThat(changed(NamedTexts.of(Map.of("orgs.csv", orgs)))).contains("2026-04-05T10:15:00Z");
        assertThat(changed(
                        NamedTexts.of(Map.of("orgs.csv", orgs), RowPolicy.DEFAULTS.withDateOrder(DateOrder.DAY_FIRST))))
                .contains("2026-05-04T10:15:00Z");
        assertThat(changed(NamedTexts.of(
                        Map.of("orgs.csv", orgs, "enrollments.csv", ENROLLMENTS + enrollment("27/08/2026", "")))))
                .isEmpty();
    }

    private static String changed(NamedTexts drop) {
        try (CellReader cells = drop.drop().cells(RosterFile.of(Org.class))) {
            assertThat(cells.next()).isTrue();
            return cells.dateLastModified().map(Instant::toString).orElse("");
        }
    }

    @Example
    void eachListenerIsToldOnce() {
        // Once a defect: the listener of the first reading alone got the finding, even one that ignores all.
        NamedTexts drop = drop(term("01/08/2026", "27/12/2026"), "");
        try (var quiet = drop.drop().quietly().academicSessions();
                CellReader cells = drop.drop().cells(RosterFile.of(AcademicSession.class))) {
            assertThat(quiet.iterator().next().isUnreadable("startDate")).isTrue();
            assertThat(cells.next()).isTrue();
            assertThat(cells.rejections()).isEmpty();
        }
        assertThat(told(drop, AcademicSession.class))
                .startsWith("day-first-dates error academicSessions.csv:2 endDate");
        assertThat(told(drop, AcademicSession.class)).noneMatch(told -> told.startsWith("day-first"));
        List<Finding> others = new ArrayList<>();
        OneRosterDrop telling = drop.drop().telling(others::add);
        for (int twice = 0; twice < 2; twice++) {
            try (var rows = telling.watchedBy((file, bytes, size, ended) -> {}).academicSessions()) {
                assertThat(rows.records().count()).isEqualTo(1);
            }
        }
        assertThat(NamedTexts.told(others))
                .filteredOn(told -> told.startsWith("day-first"))
                .hasSize(1);
    }

    /** Each date a number: which of the dates, by their order in the list, it is. */
    @Property
    void orderOfRowsDoesNotMatter(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 6) Integer> dates, @ForAll long seed) {
        List<String> all =
                List.of("", "2026-08-27", "04/05/2026", "12/20/2026", "27/08/2026", "27/13/2026", "08/27/2026 0:00");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            rows.add("e" + i + ",,c1,u1,student," + all.get(dates.get(i)) + ",\n");
        }
        List<String> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        NamedTexts one = drop("", String.join("", rows));
        NamedTexts other = drop("", String.join("", shuffled));
        assertThat(read(other)).containsExactlyInAnyOrderElementsOf(read(one));
        assertThat(codes(other)).containsExactlyInAnyOrderElementsOf(codes(one));
        boolean dayFirst = dates.contains(4);
        boolean open = dates.contains(2) && !dates.contains(3) && !dates.contains(6);
        assertThat(codes(one).contains("day-first-dates")).isEqualTo(dayFirst);
        assertThat(codes(one).contains("date-order-assumed")).isEqualTo(!dayFirst && open);
        long errors = one.found().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        long unreadable = dates.stream()
                .filter(date -> date == 4 || date == 5 || (dayFirst && (date == 2 || date == 3 || date == 6)))
                .count();
        assertThat(errors).isEqualTo(unreadable + (dayFirst ? 1 : 0));
    }

    private static List<String> read(NamedTexts drop) {
        return drop.rows(Enrollment.class).stream()
                .map(row ->
                        row.sourcedId() + row.record().flatMap(Enrollment::beginDate) + row.isUnreadable("beginDate"))
                .toList();
    }

    private static List<String> codes(NamedTexts drop) {
        return drop.found().stream().map(finding -> finding.code().code()).toList();
    }
}
