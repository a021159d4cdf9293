package org.oneroster4j.impero;

import java.util.List;
import java.util.Objects;
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
import org.oneroster4j.model.finding.Severity;

/** R6: the classes of a roster by number, and which of them are taken. */
final class Classes {
    static final List<String> READS =
            List.of("title", "courseSourcedId", "classCode", "schoolSourcedId", "termSourcedIds", "periods");

    private static final String ALL =
            "No class names a term, or there is no academicSessions.csv: all classes are taken.";
    private static final String ONE = "The class names no term and other classes do, so it is not taken.";

    private final SchoolScope scope;
    private final Exclusions exclusions;
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

    /** Whether a class names no term and nothing else is against it; 0 or 1. */
    private final IntColumn isTermless = new IntColumn();

    private boolean namesTerms;
    private int termlessConflicts;

    Classes(
            SchoolScope scope,
            Exclusions exclusions,
            Terms terms,
            Catalog catalog,
            TextPool pool,
            FindingListener listener) {
        this.scope = scope;
        this.exclusions = exclusions;
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
            throw UnknownSchoolException.none(id);
        });
        settleTermless();
        rows.confirmRepeated(roster, SchoolClass.class, (row, schoolClass) -> fateOfRow(schoolClass));
        rows.settleRepeated();
    }

    private void take(Row<SchoolClass> row, SchoolClass schoolClass) {
        boolean termless = schoolClass.termSourcedIds().isEmpty();
        namesTerms |= !termless;
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
            isTermless.set(number, termless && fate == Fate.WRITTEN ? 1 : 0);
        } else if (termless && fate == Fate.WRITTEN && !table.counts(table.find(schoolClass.sourcedId()))) {
            termlessConflicts++;
        }
    }

    /** R6: only when all classes are read it is known whether one names a term. */
    private void settleTermless() {
        if (terms.areMissed() || (terms.areAsked() && !namesTerms)) {
            rows.fileName()
                    .ifPresent(file -> listener.found(
                            Finding.of(ImperoCode.CLASS_TERMS_NOT_GIVEN, new Location.File(file), "", ALL)
                                    .as(Severity.NOTICE)));
        } else if (terms.areAsked() && !terms.takesTermless()) {
            for (int number = 0; number < table.size(); number++) {
                if (isTermless.get(number) == 1) {
                    rows.decide(number, Fate.CLASS_NOT_CURRENT);
                    listener.found(
                            Finding.of(ImperoCode.CLASS_TERMS_NOT_GIVEN, rows.location(number), table.id(number), ONE));
                }
            }
            rows.tally().move(Fate.CONFLICTING_RECORDS, Fate.CLASS_NOT_CURRENT, termlessConflicts);
        }
    }

    /** What the setting exclude, the school filter and R6 say of a row by itself, once all classes are read. */
    Fate fateOfRow(SchoolClass schoolClass) {
        boolean termless = terms.areAsked()
                && namesTerms
                && !terms.takesTermless()
                && schoolClass.termSourcedIds().isEmpty();
        Fate fate = fateSoFar(schoolClass);
        return termless && fate == Fate.WRITTEN ? Fate.CLASS_NOT_CURRENT : fate;
    }

    /** The same while it is not known yet whether a class names a term: then one that names none is taken. */
    private Fate fateSoFar(SchoolClass schoolClass) {
        // Asked for excluded classes too: their school is known by them.
        boolean inScope = scope.takes(CellText.trimmed(schoolClass.schoolSourcedId()));
        if (exclusions.names(schoolClass.sourcedId())) {
            return Fate.EXCLUDED;
        }
        if (!inScope) {
            return Fate.OUTSIDE_SCHOOL_FILTER;
        }
        return switch (terms.verdict(schoolClass.termSourcedIds())) {
            case CURRENT, NONE_NAMED -> Fate.WRITTEN;
            case NOT_CURRENT, UNKNOWN -> Fate.CLASS_NOT_CURRENT;
        };
    }

    /** Judges a row by itself and reports why it is left out. */
    private Fate ownFate(Row<SchoolClass> row, SchoolClass schoolClass) {
        Fate fate = fateSoFar(schoolClass);
        if (fate == Fate.CLASS_NOT_CURRENT) {
            terms.noteNotCurrent(schoolClass.termSourcedIds());
            boolean unknown = terms.verdict(schoolClass.termSourcedIds()) == Terms.Verdict.UNKNOWN;
            ImperoCode code = unknown ? ImperoCode.CLASS_TERMS_UNKNOWN : ImperoCode.CLASS_NOT_CURRENT;
            listener.found(Finding.of(code, row.location(), row.sourcedId()));
        } else if (fate != Fate.WRITTEN) {
            listener.found(Finding.of(Objects.requireNonNull(fate.code()), row.location(), row.sourcedId()));
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

    /** Returns how many classes R1, R15 and the setting exclude leave in the school filter. */
    int inScope() {
        return (int) IntStream.range(0, size())
                .filter(number ->
                        table.counts(number) && rows.fate(number) != Fate.EXCLUDED && scope.takes(school(number)))
                .count();
    }

    /** Returns how many of them R6 takes. */
    int taken() {
        return (int) IntStream.range(0, size()).filter(this::isTaken).count();
    }

    MappingFacts.Share conflicts() {
        return rows.conflicts();
    }
}
