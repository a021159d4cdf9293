package org.oneroster4j.impero;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.Roster;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.compact.IntColumn;
import org.oneroster4j.model.compact.LongColumn;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;
import org.oneroster4j.model.finding.Severity;

/** R7 to R10: which enrollments make a membership, which an access, and what becomes of the others. */
final class Enrollments {
    private final EnrollmentRules rules;
    private final Classes classes;
    private final People people;
    private final FindingListener listener;
    private final Tally tally = new Tally();
    private final Ended ended;
    private final LongColumn members = new LongColumn();
    private final LongColumn access = new LongColumn();
    /** How many rows each class has that make a membership or an access, several of one person included. */
    private final IntColumn rowsOfClass = new IntColumn();

    /** Rows whose people and classes are looked for together. */
    private final List<Row<Enrollment>> waiting = new ArrayList<>(LiveRows.TOGETHER);

    private final String[] userIds = new String[LiveRows.TOGETHER];
    private final String[] classIds = new String[LiveRows.TOGETHER];
    private final int[] users = new int[LiveRows.TOGETHER];
    private final int[] classesOfRows = new int[LiveRows.TOGETHER];

    private int live;
    private int dangling;
    private int inStaffRoles;
    private int studentsInStaffRoles;
    /** The class of each enrollment in a staff role that should give access and gives none, and its line. */
    private final IntColumn classOfLeftOut = new IntColumn();

    private final LongColumn lineOfLeftOut = new LongColumn();
    private String fileName = "";

    Enrollments(EnrollmentRules rules, FindingListener listener) {
        this.rules = rules;
        this.classes = rules.classes();
        this.people = rules.people();
        this.ended = new Ended(rules);
        this.listener = listener;
    }

    void read(Roster roster) {
        new LiveRows(tally, listener).each(roster.enrollments(), this::await, this::takeWaiting);
    }

    private void await(Row<Enrollment> row, Enrollment enrollment) {
        userIds[waiting.size()] = enrollment.userSourcedId();
        classIds[waiting.size()] = enrollment.classSourcedId();
        waiting.add(row);
    }

    private void takeWaiting() {
        int size = waiting.size();
        people.find(userIds, size, users);
        classes.find(classIds, size, classesOfRows);
        for (int i = 0; i < size; i++) {
            Row<Enrollment> row = waiting.get(i);
            take(row, row.record().orElseThrow(), users[i], classesOfRows[i]);
        }
        waiting.clear();
    }

    private void take(Row<Enrollment> row, Enrollment enrollment, int person, int schoolClass) {
        live++;
        dangling += person < 0 || schoolClass < 0 ? 1 : 0;
        boolean inStaffRole = Roles.isStaff(enrollment.role());
        if (inStaffRole) {
            inStaffRoles++;
            studentsInStaffRoles += person >= 0 && people.isStudentRecord(person) ? 1 : 0;
        }
        judgeRole(row, enrollment, person);
        Fate fate = rules.fate(row, enrollment, person, schoolClass);
        if (fate != Fate.WRITTEN) {
            ended.note(fate, enrollment, person, schoolClass);
            tally.add(fate);
            tell(fate, row, person < 0 ? "user" : "class");
            if (inStaffRole) {
                noteLeftOutTeacher(fate, row, enrollment, person, schoolClass);
            }
            return;
        }
        rowsOfClass.add(schoolClass, 1);
        int speaker = people.speaker(person);
        if (people.isStudent(person)) {
            members.add(Links.member(schoolClass, speaker));
        } else {
            boolean primary = enrollment.primary().orElse(false);
            access.add(Links.access(schoolClass, speaker, Roles.ACCESS.indexOf(enrollment.role()), primary));
        }
    }

    /** R11: a class that is taken loses someone who should have access to it. */
    private void noteLeftOutTeacher(
            Fate fate, Row<Enrollment> row, Enrollment enrollment, int person, int schoolClass) {
        boolean isOfTheDay = fate != Fate.UNREADABLE_VALUE && fate != Fate.OUTSIDE_DATES && rules.covers(enrollment);
        boolean isMeant = fate != Fate.ROLE_WITHOUT_ACCESS && (person < 0 || !people.isTakenOutOnPurpose(person));
        if (isOfTheDay && isMeant && schoolClass >= 0 && classes.isTaken(schoolClass)) {
            int size = lineOfLeftOut.size();
            classOfLeftOut.set(size, schoolClass);
            lineOfLeftOut.set(size, row.location().line());
            fileName = row.location().file();
        }
    }

    /**
     * Reports the enrollments that should give access to a class that is taken, and give none.
     *
     * @param isWritten which classes have a group
     * @param hasAccess which of them someone has access to
     */
    void reportLeftOutTeachers(IntPredicate isWritten, IntPredicate hasAccess) {
        for (int i = 0; i < lineOfLeftOut.size(); i++) {
            int schoolClass = classOfLeftOut.get(i);
            Finding finding = Finding.of(
                    ImperoCode.TEACHER_LEFT_OUT,
                    new Location.Row(fileName, lineOfLeftOut.get(i)),
                    "",
                    classes.id(schoolClass));
            boolean isError = isWritten.test(schoolClass) && !hasAccess.test(schoolClass);
            listener.found(isError ? finding.as(Severity.ERROR) : finding);
        }
    }

    /** Returns, of the live enrollments in a staff role, those that name students. */
    MappingFacts.Share roleConflicts() {
        return new MappingFacts.Share(studentsInStaffRoles, inStaffRoles);
    }

    /**
     * R10 judges the row: a pupil named as a teacher is told of whether or not the class is held today, because the mistake
     * is there before it does harm.
     */
    private void judgeRole(Row<Enrollment> row, Enrollment enrollment, int person) {
        RoleType role = enrollment.role();
        if (person >= 0 && people.isIn(person) && !Roles.isNotUsed(role) && rules.contradicts(role, person)) {
            ImperoCode code = role == RoleType.STUDENT ? ImperoCode.STAFF_AS_STUDENT : ImperoCode.ROLE_CONFLICT;
            listener.found(Finding.of(code, row.location().cell("role"), row.sourcedId()));
        }
    }

    private void tell(Fate fate, Row<Enrollment> row, String missing) {
        @Nullable FindingCode code = fate.code();
        boolean toldAlready = fate == Fate.ROLE_CONFLICT || fate == Fate.STAFF_AS_STUDENT;
        if (code instanceof ImperoCode && !toldAlready) {
            listener.found(Finding.of(code, row.location(), row.sourcedId(), missing));
        }
    }

    /** Returns the memberships by class and person, as {@link Links#member} packs them; several may be equal. */
    LongColumn members() {
        return members;
    }

    /** Returns the accesses by class and person, as {@link Links#access} packs them; one person may have several. */
    LongColumn access() {
        return access;
    }

    /**
     * Counts what became of every row; to be called once, at the end.
     *
     * @param written which classes have a group
     * @param links how many memberships and accesses were written
     */
    Tally tallied(IntPredicate written, int links) {
        int kept = 0;
        for (int schoolClass = 0; schoolClass < classes.size(); schoolClass++) {
            int rows = rowsOfClass.get(schoolClass);
            if (written.test(schoolClass)) {
                kept += rows;
            } else if (rows > 0) {
                tally.add(Fate.GROUP_NOT_WRITTEN, rows);
                listener.found(Finding.of(
                        ImperoCode.GROUP_NOT_WRITTEN, classes.location(schoolClass), classes.id(schoolClass), rows));
            }
        }
        tally.add(Fate.WRITTEN, links);
        tally.add(Fate.MERGED, kept - links);
        return tally;
    }

    /** Returns which enrollments are over. */
    Ended ended() {
        return ended;
    }

    MappingFacts.Share danglingShare() {
        return new MappingFacts.Share(dangling, live);
    }
}
