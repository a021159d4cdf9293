package org.oneroster4j.impero;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.Explanation.Outcome;
import org.oneroster4j.impero.Explanation.Subject;
import org.oneroster4j.impero.ImperoUser.Kind;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.Location;

/**
 * Says of the records of a finished mapping what became of them. Looking up an id writes to a buffer of the index, so those
 * who look up do it one after the other.
 */
final class Explainer {
    private final EnrollmentRules rules;
    private final Classes classes;
    private final People people;
    private final int[] classOfGroup;
    private final int[] personOfUser;
    private final Memberships members;
    private final long[] access;
    private final Ended ended;

    Explainer(
            EnrollmentRules rules,
            int[] classOfGroup,
            int[] personOfUser,
            Memberships members,
            long[] access,
            Ended ended) {
        this.rules = rules;
        this.classes = rules.classes();
        this.people = rules.people();
        this.classOfGroup = classOfGroup;
        this.personOfUser = personOfUser;
        this.members = members;
        this.access = access;
        this.ended = ended;
    }

    EnrollmentRules rules() {
        return rules;
    }

    synchronized int findClass(String sourcedId) {
        return classes.find(sourcedId);
    }

    synchronized int findPerson(String sourcedId) {
        return people.find(sourcedId);
    }

    /** Explains the class of an id, absent when no row describes it. */
    Optional<Explanation> schoolClass(String sourcedId) {
        int number = findClass(sourcedId);
        return record(Subject.CLASS, OneRosterFile.CLASSES, classes.rows(), number, fate -> ofClass(number, fate));
    }

    /** Explains the person of an id, absent when no row describes it. */
    Optional<Explanation> user(String sourcedId) {
        int number = findPerson(sourcedId);
        return record(Subject.USER, OneRosterFile.USERS, people.rows(), number, fate -> ofUser(number, fate));
    }

    private interface Words {
        Explanation of(Fate fate);
    }

    private static Optional<Explanation> record(
            Subject subject, OneRosterFile file, Judged rows, int number, Words words) {
        if (number < 0) {
            return Optional.empty();
        }
        Optional<FindingCode> noRecord = rows.table().whyNoRecord(number);
        return Optional.of(
                noRecord.isPresent()
                        ? noRecord(
                                subject,
                                new Location.File(file.fileName()),
                                rows.table().id(number),
                                noRecord.get())
                        : words.of(rows.fate(number)));
    }

    private Explanation ofClass(int number, Fate fate) {
        return ofClass(classes.location(number), classes.id(number), fate);
    }

    private Explanation ofUser(int number, Fate fate) {
        return ofUser(people.rows().location(number), people.id(number), number, fate);
    }

    static Explanation ofClass(Location location, String id, Fate fate) {
        return fate == Fate.WRITTEN
                ? written(Subject.CLASS, location, id, Rule.R11, "as a group")
                : leftOut(Subject.CLASS, location, id, fate);
    }

    Explanation ofUser(Location location, String id, int person, Fate fate) {
        if (fate == Fate.MERGED) {
            String speaker = people.id(people.speaker(person));
            return new Explanation(
                    Subject.USER,
                    location,
                    id,
                    Outcome.MERGED,
                    Rule.R5,
                    Optional.empty(),
                    Optional.of(speaker),
                    "it is of the same person as " + speaker);
        }
        if (fate != Fate.WRITTEN) {
            return leftOut(Subject.USER, location, id, fate);
        }
        return people.isStudent(person)
                ? written(Subject.USER, location, id, Rule.R8, "as a member of groups")
                : written(Subject.USER, location, id, Rule.R12, "as a console user");
    }

    Explanation ofEnrollment(Location location, String id, int person, Fate fate) {
        if (fate == Fate.MERGED) {
            return new Explanation(
                    Subject.ENROLLMENT,
                    location,
                    id,
                    Outcome.MERGED,
                    Rule.R7,
                    Optional.empty(),
                    Optional.empty(),
                    "another row is of the same person and class");
        }
        if (fate != Fate.WRITTEN) {
            return leftOut(Subject.ENROLLMENT, location, id, fate);
        }
        return people.isStudent(person)
                ? written(Subject.ENROLLMENT, location, id, Rule.R8, "as a membership")
                : written(Subject.ENROLLMENT, location, id, Rule.R9, "as an access");
    }

    /** Explains a row from which no record was made, or whose record is not live. */
    static Explanation noRecord(Subject subject, Location location, String id, FindingCode code) {
        for (Fate fate : Fate.values()) {
            if (code.equals(fate.code())) {
                return leftOut(subject, location, id, fate);
            }
        }
        String reason = "the reader could not make a record of the row";
        return new Explanation(
                subject, location, id, Outcome.LEFT_OUT, Rule.R1, Optional.of(code), Optional.empty(), reason);
    }

    private static Explanation written(Subject subject, Location location, String id, Rule rule, String reason) {
        return new Explanation(
                subject, location, id, Outcome.WRITTEN, rule, Optional.empty(), Optional.empty(), reason);
    }

    private static Explanation leftOut(Subject subject, Location location, String id, Fate fate) {
        @Nullable FindingCode code = fate.code();
        return new Explanation(
                subject,
                location,
                id,
                Outcome.LEFT_OUT,
                fate.rule(),
                Optional.ofNullable(code),
                Optional.empty(),
                fate.reason());
    }

    /** Returns the number of the membership or access of a person in a class, -1 when the class has no group. */
    int link(int schoolClass, int person) {
        int speaker = people.speaker(person);
        int group = search(classOfGroup, index -> classes.compare(classOfGroup[index], schoolClass));
        int user = search(personOfUser, index -> people.compare(personOfUser[index], speaker));
        if (group < 0 || user < 0) {
            return -1;
        }
        if (people.isStudent(person)) {
            return members.find(group, user);
        }
        int at = search(access, Links.member(group, user));
        return at < 0 ? -1 : members.size() + at;
    }

    int links() {
        return members.size() + access.length;
    }

    private static int search(int[] sorted, IntUnaryOperator compared) {
        int low = 0;
        int high = sorted.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compared.applyAsInt(middle);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1;
    }

    /** Finds the link of a pair, whatever its role. */
    private static int search(long[] links, long pair) {
        int found = Arrays.binarySearch(links, pair);
        int at = found < 0 ? -found - 1 : found;
        return at < links.length && Links.isSamePair(links[at], pair) ? at : -1;
    }

    Optional<LocalDate> lastDayOfClass(String sourcedId) {
        int number = findClass(sourcedId);
        return lastDay(number < 0 ? 0 : classes.daysOver(number));
    }

    Optional<LocalDate> lastDayOfEnrollment(String classSourcedId, String userSourcedId, Kind kind) {
        int schoolClass = findClass(classSourcedId);
        int person = findPerson(userSourcedId);
        boolean gone = schoolClass >= 0 && person >= 0 && link(schoolClass, person) < 0;
        return lastDay(gone ? ended.days(schoolClass, person, kind == Kind.STUDENT) : 0);
    }

    private Optional<LocalDate> lastDay(int daysOver) {
        return daysOver == 0
                ? Optional.empty()
                : Optional.of(rules.settings().asOf().minusDays(daysOver));
    }
}
