package org.oneroster4j.importer.blackbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.oneroster4j.testing.SchoolSizes;

/**
 * A drop of a state: schools of American sizes, a class for ten students, a member of staff for fifteen, six or seven classes
 * a student. Every hundredth student and every twentieth member of staff also has a class of the next school. Of 600,000
 * students that makes 1,000 schools, 40,000 staff, 60,000 classes and 4 million enrollments. Records are numbered through,
 * those of a school in a row, and their ids are UUIDs. The same number of students makes the same drop.
 */
final class StateDrop {
    private static final int STUDENTS_OF_A_SCHOOL = 600;
    private static final int STUDENTS_OF_A_CLASS = 10;
    private static final int STUDENTS_OF_A_TEACHER = 15;
    private static final int STUDENTS_OF_A_GUEST = 100;
    private static final int TEACHERS_OF_A_GUEST = 20;

    private final int schools;
    /** Where the students of each school begin; one more at the end. So for the classes and the teachers. */
    private final int[] students;

    private final int[] classes;
    private final int[] teachers;
    private int enrollments;

    private StateDrop(int students) {
        this.schools = students / STUDENTS_OF_A_SCHOOL;
        SplittableRandom random = new SplittableRandom(2026);
        long[] ends = new long[schools + 1];
        for (int school = 0; school < schools; school++) {
            ends[school + 1] = ends[school] + SchoolSizes.students(random);
        }
        this.students = shares(students, ends);
        this.classes = shares(students / STUDENTS_OF_A_CLASS, ends);
        this.teachers = shares(students / STUDENTS_OF_A_TEACHER, ends);
    }

    /** Shares a number out over the schools by their sizes, to the last one. */
    private static int[] shares(long number, long[] ends) {
        return IntStream.range(0, ends.length)
                .map(school -> (int) (number * ends[school] / ends[ends.length - 1]))
                .toArray();
    }

    /** Writes a drop with so many students and returns what is in it. */
    static StateDrop write(Path folder, int students) throws IOException {
        StateDrop drop = new StateDrop(students);
        try (LargeFiles files = new LargeFiles(folder)) {
            for (int school = 0; school < drop.schools; school++) {
                drop.school(files, school);
            }
        }
        return drop;
    }

    private void school(LargeFiles files, int school) throws IOException {
        String id = id(school);
        files.school(id, "School " + school);
        for (int i = classes[school]; i < classes[school + 1]; i++) {
            files.schoolClass(i, id);
            int teacher = teachers[school]
                    + (int) ((i - classes[school]) * (long) size(teachers, school) / size(classes, school));
            enroll(files, i, school, "teacher", teacher);
            if (i % 3 > 0) {
                enroll(files, i, school, "teacher", Math.min(teacher + 1, teachers[school + 1] - 1));
            }
        }
        for (int i = students[school]; i < students[school + 1]; i++) {
            files.student(i, id);
            for (int j = 0; j < Math.min(6 + i % 2, size(classes, school)); j++) {
                enroll(files, classes[school] + (i + j) % size(classes, school), school, "student", i);
            }
        }
        for (int i = teachers[school]; i < teachers[school + 1]; i++) {
            files.teacher(i, id);
        }
        int next = (school + 1) % schools;
        for (int i = students[school]; i < students[school + 1]; i += STUDENTS_OF_A_GUEST) {
            enroll(files, classes[next], next, "student", i);
        }
        for (int i = teachers[school]; i < teachers[school + 1]; i += TEACHERS_OF_A_GUEST) {
            enroll(files, classes[next], next, "teacher", i);
        }
    }

    private void enroll(LargeFiles files, int schoolClass, int school, String role, int person) throws IOException {
        files.enrollment(enrollments++, schoolClass, id(school), role, person);
    }

    private static String id(int school) {
        return LargeFiles.id("school", school);
    }

    private static int size(int[] begins, int school) {
        return begins[school + 1] - begins[school];
    }

    /** Returns the sourcedIds of the schools. */
    List<String> schools() {
        return IntStream.range(0, schools).mapToObj(StateDrop::id).toList();
    }

    /** Returns how many classes some schools have. */
    int classes(Collection<String> some) {
        return numbers(some).stream().mapToInt(school -> size(classes, school)).sum();
    }

    /** Returns how many people some schools have, each once. */
    int people(Collection<String> some) {
        Set<Integer> numbers = numbers(some);
        int people = 0;
        for (int school : numbers) {
            people += size(students, school) + size(teachers, school);
            int before = (school + schools - 1) % schools;
            if (!numbers.contains(before)) {
                people += (size(students, before) + STUDENTS_OF_A_GUEST - 1) / STUDENTS_OF_A_GUEST;
                people += (size(teachers, before) + TEACHERS_OF_A_GUEST - 1) / TEACHERS_OF_A_GUEST;
            }
        }
        return people;
    }

    private Set<Integer> numbers(Collection<String> some) {
        Set<Integer> numbers = new HashSet<>();
        for (int school = 0; school < schools; school++) {
            if (some.contains(id(school))) {
                numbers.add(school);
            }
        }
        return numbers;
    }
}
