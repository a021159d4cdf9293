package org.oneroster4j.csv.check;

import java.time.LocalDate;
import java.util.Optional;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.compact.IntColumn;
import org.oneroster4j.model.compact.LongColumn;
import org.oneroster4j.model.compact.TextPool;
import org.oneroster4j.model.finding.Location;

/**
 * Enrollments that begin or end outside the terms of their class, told once for each class (specification, 4.8: they
 * should fall in them). A class of which a term is not known has no days to be outside of.
 */
final class ClassTerms {
    /** Makes a number of each day, from year 1 to 9999, that is greater than 0. */
    private static final int EPOCH = 1 << 23;

    private final CheckRun run;
    private final SessionDates sessions;
    private final FileIds classes;
    private final TextPool pool;
    private final IntColumn first = new IntColumn();
    private final IntColumn last = new IntColumn();
    private final IntColumn outside = new IntColumn();
    private final LongColumn lines = new LongColumn();
    private final IntColumn rowIds = new IntColumn();
    private final IntColumn isEnd = new IntColumn();

    private ClassTerms(CheckRun run, SessionDates sessions) {
        this.run = run;
        this.sessions = sessions;
        this.classes = run.ids(OneRosterFile.CLASSES);
        this.pool = run.pool();
    }

    static void in(CheckRun run, SessionDates sessions) {
        ClassTerms check = new ClassTerms(run, sessions);
        run.on(SchoolClass.class, (schoolClass, number, at) -> check.take(schoolClass, number));
        run.on(Enrollment.class, (enrollment, number, at) -> check.take(enrollment, at));
        run.atEnd(check::tell);
    }

    private static int day(LocalDate date) {
        return (int) date.toEpochDay() + EPOCH;
    }

    private void take(SchoolClass schoolClass, int number) {
        int from = Integer.MAX_VALUE;
        int to = 0;
        for (String term : schoolClass.termSourcedIds()) {
            Optional<SessionDates.Days> days = sessions.of(term);
            if (days.isEmpty()) {
                return;
            }
            from = Math.min(from, day(days.get().start()));
            to = Math.max(to, day(days.get().end()));
        }
        if (to > 0) {
            first.set(number, from);
            last.set(number, to);
        }
    }

    private void take(Enrollment enrollment, Location.Row at) {
        int number = classes.find(enrollment.classSourcedId());
        if (number < 0 || last.get(number) == 0) {
            return;
        }
        boolean begin = isOutside(enrollment.beginDate(), number);
        boolean end = isOutside(enrollment.endDate(), number);
        if (begin || end) {
            if (outside.get(number) == 0) {
                lines.set(number, at.line());
                rowIds.set(number, pool.add(enrollment.sourcedId()));
                isEnd.set(number, begin ? 0 : 1);
            }
            outside.add(number, 1);
        }
    }

    private boolean isOutside(Optional<LocalDate> date, int number) {
        if (date.isEmpty()) {
            return false;
        }
        int day = day(date.get());
        return day < first.get(number) || day > last.get(number);
    }

    private void tell() {
        for (int number = 0; number < classes.size(); number++) {
            if (outside.get(number) > 0) {
                Location.Row at = run.row(OneRosterFile.ENROLLMENTS, lines.get(number));
                run.tell(
                        CsvFindingCode.ENROLLMENT_OUTSIDE_TERMS,
                        at.cell(isEnd.get(number) == 0 ? "beginDate" : "endDate"),
                        pool.get(rowIds.get(number)),
                        outside.get(number));
            }
        }
    }
}
