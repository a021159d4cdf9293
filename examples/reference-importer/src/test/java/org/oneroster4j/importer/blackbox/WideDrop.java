package org.oneroster4j.importer.blackbox;

import java.io.IOException;

/** A drop of as many schools as a state has, with three groups each: a page about it is as long as one about a state. */
final class WideDrop {
    static final int SCHOOLS = 1_000;
    private static final int CLASSES_OF_A_SCHOOL = 3;
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
