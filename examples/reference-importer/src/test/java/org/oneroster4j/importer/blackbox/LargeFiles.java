package org.oneroster4j.importer.blackbox;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The files of a drop that is too large to be built in memory, written row by row; all records but orgs and terms by number. */
final class LargeFiles implements Closeable {
    private final BufferedWriter orgs;
    private final BufferedWriter classes;
    private final BufferedWriter users;
    private final BufferedWriter enrollments;

    /** Makes the files in a folder, with one term in them. */
    LargeFiles(Path folder) throws IOException {
        Files.createDirectories(folder);
        orgs = file(folder, "orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId");
        classes = file(
                folder,
                "classes.csv",
                "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,"
                        + "schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods");
        users = file(
                folder,
                "users.csv",
                "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,"
                        + "familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password");
        enrollments = file(
                folder,
                "enrollments.csv",
                "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,"
                        + "beginDate,endDate");
        try (BufferedWriter terms = file(
                folder,
                "academicSessions.csv",
                "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear")) {
            terms.write("T1,,,Term,term,2026-08-01,2026-12-20,,2027\n");
        }
    }

    private static BufferedWriter file(Path folder, String name, String header) throws IOException {
        BufferedWriter file = Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
        file.write(header + "\n");
        return file;
    }

    /** Returns the id of a record as a UUID. */
    static String id(String kind, int number) {
        return new UUID(kind.hashCode() * 0x9E3779B97F4A7C15L, number * 0xC2B2AE3D27D4EB4FL).toString();
    }

    void school(String id, String name) throws IOException {
        orgs.write(id + ",,," + name + ",school,1,\n");
    }

    void schoolClass(int number, String school) throws IOException {
        classes.write(id("class", number) + ",,,\"Mathematics, part " + number + "\",09,,M" + number + ",scheduled,,"
                + school + ",T1,,,1\n");
    }

    void student(int number, String school) throws IOException {
        user(id("student", number), school, "student", "José" + number, "s" + number);
    }

    void teacher(int number, String school) throws IOException {
        user(id("teacher", number), school, "teacher", "Ann" + number, "t" + number);
    }

    private void user(String id, String school, String role, String name, String login) throws IOException {
        users.write(id + ",,,true," + school + "," + role + "," + login + ",," + name + ",Family " + login + ",,,"
                + login + "@district.example.org,,,,,\n");
    }

    /** Puts a person, student or teacher, in a class. */
    void enrollment(int number, int schoolClass, String school, String role, int person) throws IOException {
        enrollments.write(id("enrollment", number) + ",,," + id("class", schoolClass) + "," + school + ","
                + id(role, person) + "," + role + ",,2026-08-01,2026-12-20\n");
    }

    @Override
    public void close() throws IOException {
        try (orgs;
                classes;
                users;
                enrollments) {
            // Closes all of them, whichever fails.
        }
    }
}
