package org.oneroster4j.csv.check;

import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.model.AcademicSession;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.SessionType;
import org.oneroster4j.model.finding.Location;

/**
 * The days of sessions: within those of their parents, and a school year named after the year in which it ends. Where a
 * session names no parent, the school year of the same name is taken for it, if there is just one. Keeps the sessions, of
 * which even a state has few.
 */
final class SessionDates {
    /** A session with days; both count. */
    record Days(LocalDate start, LocalDate end) {}

    private record Child(Location.Row at, String sourcedId, int number, String parent, Optional<Year> schoolYear) {}

    private final CheckRun run;
    private final FileIds ids;
    private final Map<Integer, Days> days = new HashMap<>();
    private final Map<Integer, Child> children = new HashMap<>();
    /** The school years by name: their numbers. */
    private final Map<Year, Set<Integer>> schoolYears = new HashMap<>();

    private SessionDates(CheckRun run) {
        this.run = run;
        this.ids = run.ids(OneRosterFile.ACADEMIC_SESSIONS);
    }

    static SessionDates in(CheckRun run) {
        SessionDates check = new SessionDates(run);
        run.on(AcademicSession.class, check::take);
        run.atEnd(check::tell);
        return check;
    }

    /** Returns the days of a session; absent when no row describes it or they cannot be read. */
    Optional<Days> of(String sourcedId) {
        return Optional.ofNullable(days.get(ids.find(sourcedId)));
    }

    private void take(AcademicSession session, int number, Location.Row at) {
        if (session.startDate().isPresent() && session.endDate().isPresent()) {
            days.put(
                    number,
                    new Days(session.startDate().get(), session.endDate().get()));
        }
        boolean isYear = session.type().filter(SessionType.SCHOOL_YEAR::equals).isPresent();
        if (isYear) {
            tellOfYear(session, at);
            session.schoolYear()
                    .ifPresent(year -> schoolYears
                            .computeIfAbsent(year, key -> new HashSet<>())
                            .add(number));
        }
        children.put(
                number,
                new Child(
                        at,
                        session.sourcedId(),
                        number,
                        session.parentSourcedId().orElse(""),
                        isYear ? Optional.empty() : session.schoolYear()));
    }

    /** The end may be the last day, or the day behind it: on New Year's Day either year will do. */
    private void tellOfYear(AcademicSession session, Location.Row at) {
        boolean other = session.endDate().isPresent()
                && session.schoolYear()
                        .filter(year -> year.getValue()
                                        != session.endDate().get().getYear()
                                && year.getValue()
                                        != session.endDate().get().minusDays(1).getYear())
                        .isPresent();
        if (other) {
            run.tell(CsvFindingCode.SCHOOL_YEAR_MISMATCH, at.cell("schoolYear"), session.sourcedId());
        }
    }

    private void tell() {
        children.values().stream()
                .sorted((a, b) -> Long.compare(a.at().line(), b.at().line()))
                .forEach(this::tellOf);
    }

    private void tellOf(Child child) {
        @Nullable Days own = days.get(child.number());
        Optional<Days> parent =
                child.parent().isEmpty() ? child.schoolYear().flatMap(this::ofSchoolYear) : of(child.parent());
        if (own == null || parent.isEmpty()) {
            return;
        }
        if (own.start().isBefore(parent.get().start())) {
            run.tell(CsvFindingCode.SESSION_OUTSIDE_PARENT, child.at().cell("startDate"), child.sourcedId(), "begins");
        }
        if (own.end().isAfter(parent.get().end())) {
            run.tell(CsvFindingCode.SESSION_OUTSIDE_PARENT, child.at().cell("endDate"), child.sourcedId(), "ends");
        }
    }

    private Optional<Days> ofSchoolYear(Year year) {
        Set<Integer> numbers = schoolYears.getOrDefault(year, Set.of());
        return numbers.size() == 1
                ? Optional.ofNullable(days.get(numbers.iterator().next()))
                : Optional.empty();
    }
}
