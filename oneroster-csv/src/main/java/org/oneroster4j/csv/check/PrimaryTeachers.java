package org.oneroster4j.csv.check;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.compact.IntColumn;
import org.oneroster4j.model.compact.LongColumn;
import org.oneroster4j.model.compact.TextPool;
import org.oneroster4j.model.finding.Location;

/**
 * Classes with more than one primary teacher on the same day (specification, 4.8: at most one over a period), told once
 * for each class.
 */
final class PrimaryTeachers {
    private final CheckRun run;
    private final FileIds classes;
    private final FileIds users;
    private final TextPool pool;
    /** The class in the upper half, the place in the other columns in the lower. */
    private final LongColumn rows = new LongColumn();

    private final IntColumn teachers = new IntColumn();
    private final LongColumn begins = new LongColumn();
    private final LongColumn ends = new LongColumn();
    private final LongColumn lines = new LongColumn();
    private final IntColumn rowIds = new IntColumn();

    private PrimaryTeachers(CheckRun run) {
        this.run = run;
        this.classes = run.ids(OneRosterFile.CLASSES);
        this.users = run.ids(OneRosterFile.USERS);
        this.pool = run.pool();
    }

    static void in(CheckRun run) {
        PrimaryTeachers check = new PrimaryTeachers(run);
        run.on(Enrollment.class, (enrollment, number, at) -> check.take(enrollment, at));
        run.atEnd(check::tell);
    }

    private void take(Enrollment enrollment, Location.Row at) {
        if (enrollment.role() == RoleType.TEACHER
                && enrollment.primary().filter(Boolean::booleanValue).isPresent()) {
            int place = rows.size();
            rows.add(((long) classes.number(enrollment.classSourcedId()) << 32) | place);
            teachers.set(place, users.number(enrollment.userSourcedId()));
            begins.add(enrollment.beginDate().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE));
            ends.add(enrollment.endDate().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE));
            lines.add(at.line());
            rowIds.set(place, pool.add(enrollment.sourcedId()));
        }
    }

    private void tell() {
        long[] byClass = rows.drainSorted();
        for (int from = 0, to; from < byClass.length; from = to) {
            to = from + 1;
            while (to < byClass.length && byClass[to] >> 32 == byClass[from] >> 32) {
                to++;
            }
            tellOfClass(Arrays.stream(byClass, from, to).mapToInt(row -> (int) row));
        }
    }

    /**
     * Goes through the rows of a class by their begin, and remembers of those before which ends last, and which of another
     * teacher does. When one of them has not ended yet, there are two.
     */
    private void tellOfClass(IntStream places) {
        int last = -1;
        int lastOfOther = -1;
        for (int place : places.boxed()
                .sorted(Comparator.comparingLong(begins::get))
                .mapToInt(Integer::intValue)
                .toArray()) {
            boolean same = last >= 0 && teachers.get(last) == teachers.get(place);
            int rival = same ? lastOfOther : last;
            if (rival >= 0 && ends.get(rival) >= begins.get(place)) {
                int later = lines.get(rival) > lines.get(place) ? rival : place;
                run.tell(
                        CsvFindingCode.SEVERAL_PRIMARY_TEACHERS,
                        run.row(OneRosterFile.ENROLLMENTS, lines.get(later)).cell("primary"),
                        pool.get(rowIds.get(later)));
                return;
            }
            if (last < 0 || ends.get(place) > ends.get(last)) {
                lastOfOther = same ? lastOfOther : last;
                last = place;
            } else if (!same) {
                lastOfOther = place;
            }
        }
    }
}
