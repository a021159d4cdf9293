package org.oneroster4j.testing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The enrollments of a generated drop. */
final class MessyEnrollments {

    private static final List<String> PRIMARY =
            List.of("true", "false", "yes", "no", "1", "0", "TRUE", " False ", "", "main", "y", "2");
    private static final List<String> USER_ROLES =
            List.of("guardian", "aide", "parent", "relative", "administrator", "proctor");

    private final DropPlan plan;
    private final Draft draft;
    private final List<MessyPeople.Person> people;
    private final List<MessyPeople.Person> students;
    private final List<MessyPeople.Person> staff;
    private final List<String> classes;
    private final Set<List<String>> pairs = new LinkedHashSet<>();
    private final Set<String> led = new LinkedHashSet<>();
    private int count;

    private MessyEnrollments(DropPlan plan, Draft draft, List<MessyPeople.Person> people, List<String> classes) {
        this.plan = plan;
        this.draft = draft;
        this.people = people;
        this.students = people.stream().filter(MessyPeople.Person::student).toList();
        this.staff = people.stream().filter(MessyPeople.Person::staff).toList();
        this.classes = classes;
    }

    static void add(DropPlan plan, Draft draft, List<MessyPeople.Person> people, List<String> classes) {
        MessyEnrollments all = new MessyEnrollments(plan, draft, people, classes);
        all.addOfEachClass();
        all.addMore();
    }

    // A student and a teacher for each class come first; the first class gets the two people that are spared.
    private void addOfEachClass() {
        for (int c = 0; c < classes.size(); c++) {
            Dice dice = plan.dice("classRoll", c, 1);
            boolean empty = dice.hit(Defect.EMPTY_CLASSES);
            boolean noStaff = dice.hit(Defect.NO_STAFF_CLASSES);
            MessyPeople.Person student = c == 0 ? people.get(1) : dice.pick(students);
            MessyPeople.Person teacher = c == 0 ? people.get(0) : dice.pick(staff);
            if (!empty) {
                addPlanned(student, classes.get(c));
            }
            if (!empty && !noStaff) {
                addPlanned(teacher, classes.get(c));
            }
        }
    }

    private void addPlanned(MessyPeople.Person person, String schoolClass) {
        if (plan.tidy() || count < plan.enrollments()) {
            add(person, schoolClass);
        }
    }

    private void addMore() {
        for (int turn = 0; count < plan.enrollments() && turn < plan.enrollments(); turn++) {
            Dice dice = plan.dice("pair", turn);
            MessyPeople.Person person = dice.pick(people);
            String schoolClass = dice.pick(classes);
            boolean excluded = isLeftEmpty(schoolClass) || (person.staff() && isLeftWithoutStaff(schoolClass));
            if (!excluded && !pairs.contains(pair(person, schoolClass))) {
                add(person, schoolClass);
                while (count < plan.enrollments() && dice.hit(Defect.SEVERAL_ROWS)) {
                    add(person, schoolClass);
                }
            }
        }
    }

    private static List<String> pair(MessyPeople.Person person, String schoolClass) {
        return List.of(person.id(), schoolClass);
    }

    private boolean isLeftEmpty(String schoolClass) {
        return plan.dice("classRoll", classes.indexOf(schoolClass), 1).hit(Defect.EMPTY_CLASSES);
    }

    private boolean isLeftWithoutStaff(String schoolClass) {
        Dice dice = plan.dice("classRoll", classes.indexOf(schoolClass), 1);
        dice.hit(Defect.EMPTY_CLASSES);
        return dice.hit(Defect.NO_STAFF_CLASSES);
    }

    private void add(MessyPeople.Person person, String schoolClass) {
        Dice dice = plan.dice("enrollment", count, 2);
        boolean known = !dice.hit(Defect.DANGLING);
        String classId = known || dice.chance(0.5) ? schoolClass : "c-nowhere";
        String userId = known || classId.equals("c-nowhere") ? person.id() : "u-nowhere";
        Draft.Row row = draft.add(
                SpecHeaders.ENROLLMENTS,
                plan.spares(count, 2),
                Cells.of(
                        "sourcedId",
                        "e" + (count + 1),
                        "status",
                        MessyText.status(dice),
                        "classSourcedId",
                        classId,
                        "schoolSourcedId",
                        schoolOf(schoolClass, dice),
                        "userSourcedId",
                        userId));
        row.set("role", role(person, dice));
        row.set("primary", dice.hit(Defect.PRIMARY_FORMS) ? dice.pick(PRIMARY) : primary(person, schoolClass));
        setDates(row, dice);
        if (dice.hit(Defect.REFERENCES_UNREADABLE)) {
            String column = dice.pick(List.of("classSourcedId", "userSourcedId"));
            row.set(
                    column,
                    dice.chance(0.5)
                            ? dice.pick(List.of("", " ", "\u200B"))
                            : MessyText.controlled(row.get(column), dice));
        }
        pairs.add(pair(person, schoolClass));
        count++;
    }

    private String schoolOf(String schoolClass, Dice dice) {
        return dice.hit(Defect.UNKNOWN_ORGS_AND_COURSES)
                ? MessyOrgs.schoolId(dice.below(plan.schools()))
                : draft.rows(SpecHeaders.CLASSES)
                        .get(classes.indexOf(schoolClass))
                        .get("schoolSourcedId");
    }

    /** The first of the staff of a class leads it: a tidy class has one primary teacher. */
    private String primary(MessyPeople.Person person, String schoolClass) {
        return person.staff() && led.add(schoolClass) ? "true" : person.staff() ? "false" : "";
    }

    private static String role(MessyPeople.Person person, Dice dice) {
        if (dice.hit(Defect.ROLES_UNREADABLE)) {
            return dice.pick(MessyText.UNREADABLE_ROLES);
        }
        if (dice.hit(Defect.ENROLLMENT_ROLES)) {
            return MessyText.token(dice.pick(USER_ROLES), dice);
        }
        boolean conflict = dice.hit(Defect.ROLE_CONFLICT);
        if ((person.student() && !conflict) || (person.staff() && conflict)) {
            return MessyText.token("student", dice);
        }
        if (person.student()) {
            return MessyText.token(dice.pick(MessyText.STAFF_ROLES), dice);
        }
        if (!person.staff()) {
            return MessyText.token(dice.pick(List.of(person.role(), person.role(), "student", "teacher")), dice);
        }
        // The specification has no aides in this file; with ENROLLMENT_ROLES they come all the same.
        boolean own = dice.chance(0.5) && !person.role().equals("aide");
        return MessyText.token(own ? person.role() : "teacher", dice);
    }

    private static void setDates(Draft.Row row, Dice dice) {
        int before = dice.pick(List.of(0, 1, 60));
        int after = dice.pick(List.of(0, 1, 60));
        if (dice.hit(Defect.ENROLLMENT_DATES)) {
            boolean over = dice.chance(0.5);
            before = over ? 90 : -1 - before;
            after = over ? -1 - after : 90;
        }
        row.set("beginDate", dice.chance(0.4) && before > 0 ? "" : MessyText.date(Drops.AS_OF.minusDays(before), dice));
        row.set("endDate", dice.chance(0.4) && after > 0 ? "" : MessyText.date(Drops.AS_OF.plusDays(after), dice));
        if (dice.hit(Defect.DATES_UNREADABLE) && dice.chance(0.2)) {
            row.set("endDate", dice.pick(List.of("1970-01-01", "1899-12-30", "12/31/1979")));
        } else if (dice.hit(Defect.DATES_UNREADABLE)) {
            row.set(dice.pick(List.of("beginDate", "endDate")), MessyText.unreadableDate(dice));
        }
    }
}
