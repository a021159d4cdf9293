package org.oneroster4j.benchmarks.drop;

import java.util.ArrayList;
import java.util.List;

/** A school of a drop: how many people and classes it has, and the numbers of its first ones in the whole drop. */
record School(int number, int students, int firstStudent, int classes, int firstClass, int staff, int firstStaff) {
    /** About as many as an American high school has. */
    private static final int STUDENTS = 1_000;

    /** 28 seats, filled seven times a student. */
    private static final int STUDENTS_PER_CLASS = 4;

    static final int CLASSES_OF_A_TEACHER = 5;

    /** An administrator and a proctor. */
    private static final int OTHER_STAFF = 2;

    /** A school must have a class in each of the periods of a day. */
    private static final int FEWEST_CLASSES = 10;

    /** Shares students out over schools of equal size. */
    static List<School> all(int students) {
        int schools = Math.max(1, (students + STUDENTS - 1) / STUDENTS);
        List<School> all = new ArrayList<>(schools);
        int firstStudent = 0;
        int firstClass = 0;
        int firstStaff = 0;
        for (int number = 0; number < schools; number++) {
            int here = students / schools + (number < students % schools ? 1 : 0);
            int classes = Math.max(FEWEST_CLASSES, classes(here));
            int staff = classes / CLASSES_OF_A_TEACHER + OTHER_STAFF;
            all.add(new School(number, here, firstStudent, classes, firstClass, staff, firstStaff));
            firstStudent += here;
            firstClass += classes;
            firstStaff += staff;
        }
        return all;
    }

    private static int classes(int students) {
        int seats = (students + STUDENTS_PER_CLASS - 1) / STUDENTS_PER_CLASS;
        return (seats + CLASSES_OF_A_TEACHER - 1) / CLASSES_OF_A_TEACHER * CLASSES_OF_A_TEACHER;
    }

    int teachers() {
        return staff - OTHER_STAFF;
    }
}
