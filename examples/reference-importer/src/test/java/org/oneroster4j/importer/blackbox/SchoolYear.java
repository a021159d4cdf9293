package org.oneroster4j.importer.blackbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.oneroster4j.testing.SchoolDrop;
import org.oneroster4j.testing.TextDrop;

/** A school as it is from day to day: people come, go, change classes, and are spelt anew. The same seed makes the same days. */
final class SchoolYear {
    private static final int CLASSES_OF_A_STUDENT = 4;

    private final Random random;
    private final List<Student> students = new ArrayList<>();
    private final List<Group> classes = new ArrayList<>();
    private int numbers;

    private record Student(String id, String name, Set<String> classes) {}

    private record Group(String id, String title, String teacher) {}

    SchoolYear(long seed, int groups, int people) {
        random = new Random(seed);
        for (int i = 0; i < groups; i++) {
            classes.add(new Group("c" + i, "Class " + i, "t" + i / 3));
        }
        for (int i = 0; i < people; i++) {
            join();
        }
    }

    private void join() {
        Set<String> some = new TreeSet<>();
        while (some.size() < CLASSES_OF_A_STUDENT) {
            some.add(any(classes).id());
        }
        String id = "s" + numbers++;
        students.add(new Student(id, "Given-" + id, some));
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** A usual day: a few of each change. */
    void nextDay() {
        for (int i = random.nextInt(3); i >= 0; i--) {
            join();
            students.remove(random.nextInt(students.size()));
            Student moved = students.remove(random.nextInt(students.size()));
            Set<String> other = new TreeSet<>(moved.classes());
            other.stream().findFirst().ifPresent(other::remove);
            other.add(any(classes).id());
            students.add(new Student(moved.id(), moved.name(), other));
            Student spelt = students.remove(random.nextInt(students.size()));
            students.add(new Student(spelt.id(), spelt.name() + "x", spelt.classes()));
            int at = random.nextInt(classes.size());
            Group group = classes.get(at);
            classes.set(
                    at, new Group(group.id(), group.title() + "'", any(classes).teacher()));
        }
    }

    /** Half of the classes are over, and with them their enrollments: more than a brake lets pass. */
    void endHalfOfTheClasses() {
        classes.subList(classes.size() / 2, classes.size()).clear();
        Set<String> left = classes.stream().map(Group::id).collect(Collectors.toSet());
        students.replaceAll(student -> {
            Set<String> some = new TreeSet<>(student.classes());
            some.retainAll(left);
            return new Student(student.id(), student.name(), some);
        });
    }

    /** As many classes begin. */
    void beginAsManyClasses() {
        for (int i = classes.size(); i > 0; i--) {
            int number = numbers++;
            classes.add(new Group("c" + number, "Class " + number, any(classes).teacher()));
        }
        students.replaceAll(student -> {
            Set<String> some = new TreeSet<>(student.classes());
            while (some.size() < CLASSES_OF_A_STUDENT + 2) {
                some.add(any(classes).id());
            }
            return new Student(student.id(), student.name(), some);
        });
    }

    /** Returns a full drop of the day. */
    TextDrop drop() {
        SchoolDrop school = SchoolDrop.create().school("1");
        Set<String> teachers = new TreeSet<>();
        for (Group group : classes) {
            if (teachers.add(group.teacher())) {
                school = school.teacher(group.teacher());
            }
            school = school.schoolClass(group.id(), Map.of("title", group.title()))
                    .enroll(group.teacher(), group.id(), "teacher");
        }
        for (Student student : students) {
            school = school.student(student.id(), Map.of("givenName", student.name()));
            for (String group : student.classes()) {
                school = school.enroll(student.id(), group, "student");
            }
        }
        return school.toText();
    }
}
