package org.oneroster4j.importer.blackbox;

import java.io.IOException;

/** A drop of as many schools and groups as a state has, with a student and a teacher in each group. */
final class WideDrop {
    static final int SCHOOLS = 1_000;
    private static final int CLASSES_OF_A_SCHOOL = 129;
    private static final int CLASSES_OF_A_TEACHER = 3;

    private WideDrop() {}

    static void write(LargeFiles files) throws IOException {
        int enrollments = 0;
        for (int school = 0; school < SCHOOLS; school++) {
            String id = LargeFiles.id("school", school);
            files.school(id, "School " + school);
            for (int i = 0; i < CLASSES_OF_A_SCHOOL; i++) {
                int schoolClass = school * CLASSES_OF_A_SCHOOL + i;
                int teacher = schoolClass / CLASSES_OF_A_TEACHER;
                files.schoolClass(schoolClass, id);
                files.student(schoolClass, id);
                if (i % CLASSES_OF_A_TEACHER == 0) {
                    files.teacher(teacher, id);
                }
                files.enrollment(enrollments++, schoolClass, id, "student", schoolClass);
                files.enrollment(enrollments++, schoolClass, id, "teacher", teacher);
            }
        }
    }
}
