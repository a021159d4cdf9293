package org.oneroster4j.impero;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.oneroster4j.impero.internal.RecordTable;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.Roster;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.compact.IdIndex;
import org.oneroster4j.model.compact.IntColumn;
import org.oneroster4j.model.compact.TextPool;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;

/** R6: the classes of a roster by number, and which of them are taken. */
final class Classes {
    static final List<String> READS =
            List.of("title", "courseSourcedId", "classCode", "schoolSourcedId", "termSourcedIds", "periods");

    private final SchoolScope scope;
    private final Terms terms;
    private final Catalog catalog;
    private final TextPool pool;
    private final FindingListener listener;
    private final Judged rows;
    private final RecordTable table;
    /** What many classes say. */
    private final IdIndex shared;

    private final IntColumn titles = new IntColumn();
    private final IntColumn codes = new IntColumn();
    private final IntColumn periods = new IntColumn();
    private final IntColumn schools = new IntColumn();
    private final IntColumn schoolNames = new IntColumn();
    private final IntColumn courses = new IntColumn();
    /** For how many days all terms of a class are over; 0 when they are not. */
    private final IntColumn daysOver = new IntColumn();

    private int rowsInScope;
    private int rowsTaken;

    Classes(SchoolScope scope, Terms terms, Catalog catalog, TextPool pool, FindingListener listener) {
        this.scope = scope;
        this.terms = terms;
        this.catalog = catalog;
        this.pool = pool;
        this.shared = new IdIndex(pool);
        // A row that makes no record names no school.
        shared.add("");
        this.listener = listener;
        this.rows = new Judged(pool, READS, listener);
        this.table = rows.table();
    }

    void read(Roster roster) {
        new LiveRows(rows.tally(), listener).each(roster.classes(), table, this::take);
        scope.unmatched().ifPresent(id -> {
            throw new UnknownSchoolException(id);
        });
        rows.settleRepeated();
    }

    private void take(Row<SchoolClass> row, SchoolClass schoolClass) {
        Fate fate = ownFate(row, schoolClass);
        if (rows.isFirst(row, fate)) {
            int number = table.find(schoolClass.sourcedId());
            String school = CellText.trimmed(schoolClass.schoolSourcedId());
            titles.set(number, pool.add(CellText.cleaned(schoolClass.title())));
            codes.set(number, pool.add(CellText.cleaned(schoolClass.classCode().orElse(""))));
            periods.set(number, shared.add(CellText.cleaned(row.text("periods"))));
            schools.set(number, shared.add(school));
            schoolNames.set(number, catalog.schoolName(school));
            courses.set(number, catalog.course(schoolClass.courseSourcedId()));
            daysOver.set(number, terms.daysOver(schoolClass.termSourcedIds()));
        }
    }

    /** What the school filter and R6 say of a row by itself. */
    Fate fateOfRow(SchoolClass schoolClass) {
        if (!scope.takes(CellText.trimmed(schoolClass.schoolSourcedId()))) {
            return Fate.OUTSIDE_SCHOOL_FILTER;
        }
        boolean current = terms.verdict(schoolClass.termSourcedIds()) != Terms.Verdict.NOT_CURRENT;
        return current ? Fate.WRITTEN : Fate.CLASS_NOT_CURRENT;
    }

    /** Judges a row by itself, counts it and says why it is left out. */
    private Fate ownFate(Row<SchoolClass> row, SchoolClass schoolClass) {
        Fate fate = fateOfRow(schoolClass);
        if (fate == Fate.OUTSIDE_SCHOOL_FILTER) {
            listener.found(Finding.of(ImperoCode.OUTSIDE_SCHOOL_FILTER, row.location(), row.sourcedId()));
            return fate;
        }
        rowsInScope++;
        if (fate == Fate.CLASS_NOT_CURRENT) {
            terms.noteNotCurrent(schoolClass.termSourcedIds());
            listener.found(Finding.of(ImperoCode.CLASS_NOT_CURRENT, row.location(), row.sourcedId()));
            return fate;
        }
        rowsTaken++;
        if (terms.verdict(schoolClass.termSourcedIds()) == Terms.Verdict.UNKNOWN) {
            listener.found(Finding.of(ImperoCode.CLASS_TERMS_UNKNOWN, row.location(), row.sourcedId()));
        }
        return fate;
    }

    void leaveOut(int number, Fate fate) {
        rows.leaveOut(number, fate);
    }

    Tally tallied() {
        return rows.tallied();
    }

    /** Says that hardly anybody will be looked for any more. */
    void rest() {
        table.rest();
    }

    int size() {
        return table.size();
    }

    int find(String sourcedId) {
        return table.find(sourcedId);
    }

    /** Finds several, as {@link #find(String)} does one. */
    void find(String[] sourcedIds, int count, int[] numbers) {
        table.find(sourcedIds, count, numbers);
    }

    boolean isTaken(int number) {
        return rows.fate(number).isLetThrough();
    }

    /** Returns the numbers of some, by id. */
    int[] sorted(IntPredicate some) {
        int[] numbers = IntStream.range(0, size()).filter(some).toArray();
        table.sort(numbers);
        return numbers;
    }

    int compare(int a, int b) {
        return table.compare(a, b);
    }

    String id(int number) {
        return table.id(number);
    }

    String title(int number) {
        return pool.get(titles.get(number));
    }

    String code(int number) {
        return pool.get(codes.get(number));
    }

    String periods(int number) {
        return shared.get(periods.get(number));
    }

    String school(int number) {
        return shared.get(schools.get(number));
    }

    /** Returns the number of the school of a class, the same for all of its classes. */
    int schoolNumber(int number) {
        return schools.get(number);
    }

    /** Returns a number that is larger than those of all schools. */
    int schoolNumbers() {
        return shared.size();
    }

    String schoolName(int number) {
        return pool.get(schoolNames.get(number));
    }

    String courseTitle(int number) {
        return pool.get(catalog.courseTitle(courses.get(number)));
    }

    String courseCode(int number) {
        return pool.get(catalog.courseCode(courses.get(number)));
    }

    /** Returns for how many days a class that is not current has been over, at least 1; 0 for every other class. */
    int daysOver(int number) {
        return rows.fate(number) == Fate.CLASS_NOT_CURRENT ? daysOver.get(number) : 0;
    }

    Judged rows() {
        return rows;
    }

    Location.Row location(int number) {
        return rows.location(number);
    }

    int rowsInScope() {
        return rowsInScope;
    }

    /** Returns how many live rows pass the filter and R6, whatever R15 says of them. */
    int rowsTaken() {
        return rowsTaken;
    }

    MappingFacts.Share conflicts() {
        return rows.conflicts();
    }
}
