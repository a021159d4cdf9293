package org.oneroster4j.importer.blackbox;

import java.util.Map;
import org.oneroster4j.testing.SchoolDrop;

/** Two schools of twelve classes with two students each, or one of them alone. */
final class TwoSchools {
    private static final int CLASSES = 12;

    private TwoSchools() {}

    static SchoolDrop both() {
        return school(first(), "2", "Westfield High");
    }

    /** What is left when the permission for the second school is taken away. */
    static SchoolDrop first() {
        return school(SchoolDrop.create(), "1", "Northgate Primary");
    }

    private static SchoolDrop school(SchoolDrop drop, String id, String name) {
        SchoolDrop school = drop.school(id, Map.of("name", name));
        if (id.equals("1")) {
            school = school.term("T1", "2026-08-01", "2026-12-20");
        }
        Map<String, String> here = Map.of("orgSourcedIds", id);
        school = school.teacher("t" + id, here);
        for (int i = 1; i <= CLASSES; i++) {
            String schoolClass = "c" + id + "-" + i;
            school = school.schoolClass(schoolClass, Map.of("schoolSourcedId", id))
                    .enroll("t" + id, schoolClass, "teacher");
            for (int j = 1; j <= 2; j++) {
                String student = "s" + id + "-" + i + "-" + j;
                school = school.student(student, here).enroll(student, schoolClass, "student");
            }
        }
        return school;
    }
}
