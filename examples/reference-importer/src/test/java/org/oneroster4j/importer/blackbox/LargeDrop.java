package org.oneroster4j.importer.blackbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** A drop of one school: ids as UUIDs, seven classes a student. The same seed makes the same drop. */
final class LargeDrop {
    static final int CLASSES_OF_A_STUDENT = 7;
    private static final int STUDENTS_OF_A_CLASS = 25;
    private static final String SCHOOL = "school";

    private LargeDrop() {}

    /** Returns how many classes there are for so many students. */
    static int classes(int students) {
        return students * CLASSES_OF_A_STUDENT / STUDENTS_OF_A_CLASS;
    }

    static void write(Path folder, int students) throws IOException {
        int classes = classes(students);
        try (LargeFiles files = new LargeFiles(folder)) {
            files.school(SCHOOL, "Big School");
            for (int i = 0; i < classes; i++) {
                files.schoolClass(i, SCHOOL);
            }
            for (int i = 0; i < students; i++) {
                files.student(i, SCHOOL);
            }
            for (int i = 0; i < classes / 5 + 1; i++) {
                files.teacher(i, SCHOOL);
            }
            Random random = new Random(7);
            for (int i = 0; i < students * CLASSES_OF_A_STUDENT; i++) {
                files.enrollment(i, random.nextInt(classes), SCHOOL, "student", i % students);
            }
            for (int i = 0; i < classes; i++) {
                files.enrollment(-i - 1, i, SCHOOL, "teacher", i / 5);
            }
        }
    }
}
