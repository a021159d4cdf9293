package org.oneroster4j.importer.blackbox;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Drops within the limits of each cell, made to need as much memory as they can. */
enum CraftedDrop {
    /** A row of 500 cells of 60,000 characters. */
    LONG_ROW(
            users -> users.println(
                    IntStream.range(0, 500).mapToObj(i -> "x".repeat(60_000)).collect(Collectors.joining(","))),
            classes -> {},
            enrollments -> {}),
    /** Four megabytes: a thousand classes of one title, all with forty teachers whose names would be added to it. */
    LONG_SUFFIX(
            users -> IntStream.range(0, 40).forEach(i -> user(users, "x" + i, "teacher", "n".repeat(60_000))),
            classes -> IntStream.range(0, 1_000).forEach(i -> schoolClass(classes, "x" + i)),
            enrollments -> IntStream.range(0, 1_000).forEach(i -> {
                enrollment(enrollments, "x" + i, "s1", "student");
                IntStream.range(0, 40).forEach(t -> enrollment(enrollments, "x" + i, "x" + t, "teacher"));
            })),
    LONG_NAMES(
            users -> IntStream.range(0, 700).forEach(i -> user(users, "x" + i, "student", "n".repeat(60_000))),
            classes -> {},
            enrollments -> IntStream.range(0, 700).forEach(i -> enrollment(enrollments, "c1", "x" + i, "student"))),
    /** Each row has an error, which is kept with its id. */
    LONG_IDS_IN_FINDINGS(
            users -> IntStream.range(0, 1_000).forEach(i -> user(users, "i".repeat(60_000) + i, "wizard", "n")),
            classes -> {},
            enrollments -> {}),
    /** An org in each of 300,000 rows, below that of the row before. */
    MANY_ORGS(users -> {}, classes -> {}, enrollments -> {}) {
        @Override
        void orgs(PrintWriter file) {
            IntStream.range(0, 300_000)
                    .forEach(i -> file.println("org" + i + ",,,N" + i + ",school,I" + i + ",org" + Math.max(0, i - 1)));
        }
    };

    private final Consumer<PrintWriter> users;
    private final Consumer<PrintWriter> classes;
    private final Consumer<PrintWriter> enrollments;

    CraftedDrop(Consumer<PrintWriter> users, Consumer<PrintWriter> classes, Consumer<PrintWriter> enrollments) {
        this.users = users;
        this.classes = classes;
        this.enrollments = enrollments;
    }

    void orgs(PrintWriter file) {}

    /** Writes the drop into a folder, which is made: with a class of its own, its teacher and a student. */
    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder, "orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId", file -> {
            file.println("o1,,,School,school,,");
            orgs(file);
        });
        write(folder, "users.csv", "sourcedId,enabledUser,orgSourcedIds,role,username,givenName,familyName", file -> {
            user(file, "t1", "teacher", "T");
            user(file, "s1", "student", "S");
            users.accept(file);
        });
        write(folder, "classes.csv", "sourcedId,status,title,schoolSourcedId,termSourcedIds", file -> {
            schoolClass(file, "c1");
            classes.accept(file);
        });
        String enrollment = "status,classSourcedId,userSourcedId,role,beginDate,endDate";
        write(folder, "enrollments.csv", enrollment, file -> {
            enrollment(file, "c1", "s1", "student");
            enrollment(file, "c1", "t1", "teacher");
            enrollments.accept(file);
        });
    }

    private static void write(Path folder, String name, String header, Consumer<PrintWriter> rows) throws IOException {
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(folder.resolve(name)))) {
            file.println(header);
            rows.accept(file);
            if (file.checkError()) {
                throw new UncheckedIOException(new IOException("The drop cannot be written"));
            }
        }
    }

    private static void user(PrintWriter file, String id, String role, String familyName) {
        String username = id.length() > 60 ? "u" + id.substring(id.length() - 8) : id;
        file.println(String.join(",", id, "true", "o1", role, username, "G", familyName));
    }

    private static void schoolClass(PrintWriter file, String id) {
        file.println(String.join(",", id, "", "Maths", "o1", ""));
    }

    private static void enrollment(PrintWriter file, String schoolClass, String user, String role) {
        file.println(String.join(",", "", schoolClass, user, role, "", ""));
    }
}
