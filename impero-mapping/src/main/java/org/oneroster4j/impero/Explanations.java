package org.oneroster4j.impero;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.oneroster4j.impero.Explanation.Subject;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.Roster;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.RosterRows;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.User;
import org.oneroster4j.model.finding.FindingCode;

/**
 * What became of each row of the input, row by row and with its line. A mapping keeps no fate of single rows, which would be
 * millions: the file is read again, and each row judged by the rules and by the finished mapping. So the roster must be the
 * one that was mapped, unchanged, and whoever opened it is told again what is wrong with its rows. The record of an id alone
 * is explained faster, and without the roster, by {@link ImperoRoster#explainClass} and {@link ImperoRoster#explainUser}.
 *
 * <p>Of several rows that make one record, membership or access, the first in the file is the one that is written. Every row
 * of the three files has one explanation, so that they add up to {@link ImperoRoster#totals}.
 *
 * <p>Stateless between calls; safe for as many threads as the roster is.
 */
public final class Explanations {
    private final Explainer explainer;
    private final Roster input;

    private Explanations(Explainer explainer, Roster input) {
        this.explainer = explainer;
        this.input = input;
    }

    /**
     * Returns the explanations of a mapping.
     *
     * @param input the roster that was mapped
     */
    public static Explanations of(ImperoRoster mapped, Roster input) {
        return new Explanations(mapped.explainer(), input);
    }

    /** Explains the rows of {@code classes.csv} that have an id, in the order of the file. */
    public List<Explanation> schoolClass(String sourcedId) {
        String id = CellText.trimmed(sourcedId);
        List<Explanation> rows = new ArrayList<>();
        classes(row -> row.sourcedId().equals(id), rows::add);
        return rows;
    }

    /** Explains the rows of {@code users.csv} that have an id, in the order of the file. */
    public List<Explanation> user(String sourcedId) {
        String id = CellText.trimmed(sourcedId);
        List<Explanation> rows = new ArrayList<>();
        users(row -> row.sourcedId().equals(id), rows::add);
        return rows;
    }

    /** Explains the rows of {@code enrollments.csv} that name a class and a person, in the order of the file. */
    public List<Explanation> enrollments(String classSourcedId, String userSourcedId) {
        String schoolClass = CellText.trimmed(classSourcedId);
        String user = CellText.trimmed(userSourcedId);
        List<Explanation> rows = new ArrayList<>();
        enrollments(
                row -> CellText.trimmed(row.text("classSourcedId")).equals(schoolClass)
                        && CellText.trimmed(row.text("userSourcedId")).equals(user),
                (row, explanation) -> rows.add(explanation));
        return rows;
    }

    /**
     * Explains the rows of {@code enrollments.csv} that name a class, in the order of the file.
     *
     * @param consumer is given each; a row that was rejected may name it in the wrong column
     */
    public void enrollmentsOfClass(String classSourcedId, Consumer<ExplainedEnrollment> consumer) {
        String id = CellText.trimmed(classSourcedId);
        named(row -> CellText.trimmed(row.text("classSourcedId")).equals(id), consumer);
    }

    /** Explains the rows of {@code enrollments.csv} that name a person, as {@link #enrollmentsOfClass} does. */
    public void enrollmentsOfUser(String userSourcedId, Consumer<ExplainedEnrollment> consumer) {
        String id = CellText.trimmed(userSourcedId);
        named(row -> CellText.trimmed(row.text("userSourcedId")).equals(id), consumer);
    }

    private void named(Predicate<Row<Enrollment>> wanted, Consumer<ExplainedEnrollment> consumer) {
        enrollments(
                wanted,
                (row, explanation) -> consumer.accept(new ExplainedEnrollment(
                        CellText.trimmed(row.text("classSourcedId")),
                        CellText.trimmed(row.text("userSourcedId")),
                        explanation)));
    }

    /** Explains all rows of {@code classes.csv}, {@code users.csv} and {@code enrollments.csv}, in this order. */
    public void each(Consumer<Explanation> consumer) {
        classes(row -> true, consumer);
        users(row -> true, consumer);
        enrollments(row -> true, (row, explanation) -> consumer.accept(explanation));
    }

    private void classes(Predicate<Row<SchoolClass>> wanted, Consumer<Explanation> consumer) {
        Classes classes = explainer.rules().classes();
        Copies copies = new Copies(classes.rows());
        walk(
                Subject.CLASS,
                input.classes(),
                wanted,
                (row, explanation) -> consumer.accept(explanation),
                (row, schoolClass) -> {
                    int number = explainer.findClass(schoolClass.sourcedId());
                    Fate fate = copies.fate(number, classes.fateOfRow(schoolClass));
                    return Explainer.ofClass(row.location(), row.sourcedId(), fate);
                });
    }

    private void users(Predicate<Row<User>> wanted, Consumer<Explanation> consumer) {
        People people = explainer.rules().people();
        Copies copies = new Copies(people.rows());
        walk(Subject.USER, input.users(), wanted, (row, explanation) -> consumer.accept(explanation), (row, user) -> {
            int person = explainer.findPerson(user.sourcedId());
            Fate fate = copies.fate(person, people.fateOfRow(row, user));
            return explainer.ofUser(row.location(), row.sourcedId(), person, fate);
        });
    }

    private void enrollments(Predicate<Row<Enrollment>> wanted, BiConsumer<Row<Enrollment>, Explanation> consumer) {
        BitSet made = new BitSet(explainer.links());
        walk(Subject.ENROLLMENT, input.enrollments(), wanted, consumer, (row, enrollment) -> {
            int person = explainer.findPerson(enrollment.userSourcedId());
            int schoolClass = explainer.findClass(enrollment.classSourcedId());
            Fate fate = explainer.rules().fate(row, enrollment, person, schoolClass);
            Fate last = fate == Fate.WRITTEN ? made(explainer.link(schoolClass, person), made) : fate;
            return explainer.ofEnrollment(row.location(), row.sourcedId(), person, last);
        });
    }

    /** Returns what a row made that everything before lets through: a link of its own, a part of one, or none. */
    private static Fate made(int link, BitSet made) {
        if (link < 0) {
            return Fate.GROUP_NOT_WRITTEN;
        }
        boolean again = made.get(link);
        made.set(link);
        return again ? Fate.MERGED : Fate.WRITTEN;
    }

    private interface Judge<T extends RosterRecord> {
        Explanation of(Row<T> row, T live);
    }

    private static <T extends RosterRecord> void walk(
            Subject subject,
            RosterRows<T> rows,
            Predicate<Row<T>> wanted,
            BiConsumer<Row<T>, Explanation> consumer,
            Judge<T> judge) {
        try (rows) {
            for (Row<T> row : rows) {
                Explanation explanation = explained(subject, row, judge);
                if (wanted.test(row)) {
                    consumer.accept(row, explanation);
                }
            }
        }
    }

    private static <T extends RosterRecord> Explanation explained(Subject subject, Row<T> row, Judge<T> judge) {
        boolean isLive = RecordStatus.isLive(row.status());
        if (isLive && row.record().isPresent()) {
            return judge.of(row, row.record().get());
        }
        boolean isRejected = isLive || LiveRows.isMisshapen(row);
        FindingCode code = isRejected ? row.rejection().orElseThrow() : ImperoCode.NOT_LIVE;
        String id = row.rejection().isPresent() ? "" : row.sourcedId();
        return Explainer.noRecord(subject, row.location(), id, code);
    }

    /** R15, for the rows of a file that is read a second time. */
    private static final class Copies {
        private final Judged rows;
        private final BitSet seen = new BitSet();

        Copies(Judged rows) {
            this.rows = rows;
        }

        /**
         * Returns what became of a live row.
         *
         * @param own what the rules before R15 say of the row by itself
         */
        Fate fate(int number, Fate own) {
            if (number < 0) {
                throw new IllegalArgumentException("The roster is not the one that was mapped");
            }
            if (rows.table().isConflicting(number)) {
                return own == Fate.WRITTEN ? Fate.CONFLICTING_RECORDS : own;
            }
            Fate fate = rows.fate(number);
            boolean first = !seen.get(number);
            seen.set(number);
            return first || fate.isShared() ? fate : Fate.REPEATED_RECORD;
        }
    }
}
