package org.oneroster4j.importer.blackbox;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;

/**
 * A drop of a district: ids as UUIDs, seven classes a student, written row by row. The same seed makes the same drop.
 */
final class LargeDrop {
    static final int CLASSES_OF_A_STUDENT = 7;
    private static final int STUDENTS_OF_A_CLASS = 25;

    private LargeDrop() {}

    /** Returns how many classes there are for so many students. */
    static int classes(int students) {
        return students * CLASSES_OF_A_STUDENT / STUDENTS_OF_A_CLASS;
    }

    static void write(Path folder, int students) throws IOException {
        Files.createDirectories(folder);
        int classes = classes(students);
        try (BufferedWriter orgs = file(folder, "orgs.csv");
                BufferedWriter terms = file(folder, "academicSessions.csv")) {
            orgs.write("sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n");
            orgs.write("school,,,Big School,school,1,\n");
            terms.write("sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\n");
            terms.write("T1,,,Term,term,2026-08-01,2026-12-20,,2027\n");
        }
        try (BufferedWriter rows = file(folder, "classes.csv")) {
            rows.write("sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,"
                    + "schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\n");
            for (int i = 0; i < classes; i++) {
                rows.write(id("class", i) + ",,,\"Mathematics, part " + i + "\",09,,M" + i
                        + ",scheduled,,school,T1,,,1\n");
            }
        }
        try (BufferedWriter rows = file(folder, "users.csv")) {
            rows.write("sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,"
                    + "familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n");
            for (int i = 0; i < students; i++) {
                rows.write(user(id("student", i), "student", "José" + i, "s" + i));
            }
            for (int i = 0; i < classes / 5 + 1; i++) {
                rows.write(user(id("teacher", i), "teacher", "Ann" + i, "t" + i));
            }
        }
        try (BufferedWriter rows = file(folder, "enrollments.csv")) {
            rows.write("sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,"
                    + "beginDate,endDate\n");
            Random random = new Random(7);
            for (int i = 0; i < students * CLASSES_OF_A_STUDENT; i++) {
                rows.write(enrollment(i, random.nextInt(classes), id("student", i % students), "student"));
            }
            for (int i = 0; i < classes; i++) {
                rows.write(enrollment(-i - 1, i, id("teacher", i / 5), "teacher"));
            }
        }
    }

    private static BufferedWriter file(Path folder, String name) throws IOException {
        return Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
    }

    private static String id(String kind, int number) {
        return new UUID(kind.hashCode() * 0x9E3779B97F4A7C15L, number * 0xC2B2AE3D27D4EB4FL).toString();
    }

    private static String user(String id, String role, String name, String login) {
        return id + ",,,true,school," + role + "," + login + ",," + name + ",Family " + login + ",,," + login
                + "@district.example.org,,,,,\n";
    }

    private static String enrollment(int number, int schoolClass, String user, String role) {
        return id("enrollment", number) + ",,," + id("class", schoolClass) + ",school," + user + "," + role
                + ",,2026-08-01,2026-12-20\n";
    }
}
