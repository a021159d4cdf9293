package org.oneroster4j.benchmarks.peer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.oneroster4j.benchmarks.drop.StateDrop;

/** DuckDB in this process: SQL from CSV files to CSV files, on two threads in 512 MB. */
final class DuckDbConvert {
    private static final String MEMORY = "512MB";
    private static final int THREADS = 2;

    private DuckDbConvert() {}

    /**
     * Converts.
     *
     * @param ordered whether the rows are written in the order of the contract; otherwise as they come
     */
    static long run(Path drop, Path out, boolean ordered) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = connection.createStatement()) {
            for (String statement : statements(drop, out, ordered)) {
                sql.execute(statement);
            }
            try (ResultSet rows =
                    sql.executeQuery("SELECT (SELECT count(*) FROM members) + (SELECT count(*) FROM access)")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static List<String> statements(Path drop, Path out, boolean ordered) {
        String day = "DATE '" + StateDrop.AS_OF + "'";
        return List.of(
                "SET threads = " + THREADS,
                "SET memory_limit = '" + MEMORY + "'",
                "SET temp_directory = " + text(out.resolve("duckdb")),
                "SET preserve_insertion_order = false",
                "CREATE TABLE users AS SELECT sourcedId, role, username, email, givenName, familyName FROM "
                        + file(drop, "users.csv")
                        + " WHERE enabledUser = 'true' AND role IN ('student', 'teacher', 'administrator', 'aide', 'proctor')",
                "CREATE TABLE terms AS SELECT sourcedId FROM " + file(drop, "academicSessions.csv") + " WHERE " + day
                        + " BETWEEN CAST(startDate AS DATE) AND CAST(endDate AS DATE)",
                "CREATE TABLE classes AS SELECT c.sourcedId, c.title || coalesce(' (' || c.classCode || ')', '') AS name,"
                        + " c.classCode, k.title AS courseTitle, c.schoolSourcedId, o.name AS schoolName FROM "
                        + file(drop, "classes.csv") + " c LEFT JOIN " + file(drop, "courses.csv")
                        + " k ON k.sourcedId = c.courseSourcedId LEFT JOIN " + file(drop, "orgs.csv")
                        + " o ON o.sourcedId = c.schoolSourcedId WHERE list_has_any(string_split(c.termSourcedIds, ','),"
                        + " (SELECT list(sourcedId) FROM terms))",
                "CREATE TABLE enrolled AS SELECT e.classSourcedId, e.userSourcedId, e.role, u.role = 'student' AS isStudent,"
                        + " coalesce(e.\"primary\" = 'true', false) AS isPrimary FROM "
                        + file(drop, "enrollments.csv")
                        + " e JOIN users u ON u.sourcedId = e.userSourcedId JOIN classes c ON c.sourcedId = e.classSourcedId"
                        + " WHERE (e.beginDate IS NULL OR CAST(e.beginDate AS DATE) <= " + day
                        + ") AND (e.endDate IS NULL OR CAST(e.endDate AS DATE) >= " + day + ")",
                "CREATE TABLE members AS SELECT DISTINCT classSourcedId, userSourcedId FROM enrolled"
                        + " WHERE role = 'student' AND isStudent",
                "CREATE TABLE groups AS SELECT c.* FROM classes c SEMI JOIN members m ON m.classSourcedId = c.sourcedId",
                "CREATE TABLE access AS SELECT e.classSourcedId, e.userSourcedId, min(list_position(['teacher', 'aide',"
                        + " 'administrator', 'proctor'], e.role)) AS place, bool_or(e.isPrimary) AS isPrimary"
                        + " FROM enrolled e SEMI JOIN groups g ON g.sourcedId = e.classSourcedId"
                        + " WHERE e.role IN ('teacher', 'aide', 'administrator', 'proctor') AND NOT e.isStudent"
                        + " GROUP BY ALL",
                copy(
                        "SELECT sourcedId AS groupId, name AS groupName, classCode, courseTitle,"
                                + " schoolSourcedId AS schoolId, schoolName FROM groups",
                        ordered ? "groupId" : "",
                        out.resolve("groups.csv")),
                copy(
                        "SELECT u.sourcedId AS userId, username, email, givenName, familyName,"
                                + " CASE WHEN role = 'student' THEN 'student' ELSE 'staff' END AS kind FROM users u"
                                + " WHERE role <> 'student' OR EXISTS (FROM members m WHERE m.userSourcedId = u.sourcedId)",
                        ordered ? "userId" : "",
                        out.resolve("users.csv")),
                copy(
                        "SELECT m.classSourcedId AS groupId, g.name AS groupName, m.userSourcedId AS userId, username, email"
                                + " FROM members m JOIN groups g ON g.sourcedId = m.classSourcedId"
                                + " JOIN users u ON u.sourcedId = m.userSourcedId",
                        ordered ? "groupId, userId" : "",
                        out.resolve("members.csv")),
                copy(
                        "SELECT a.classSourcedId AS groupId, g.name AS groupName, a.userSourcedId AS userId, username, email,"
                                + " ['teacher', 'aide', 'administrator', 'proctor'][a.place] AS role,"
                                + " a.isPrimary AS \"primary\" FROM access a JOIN groups g ON g.sourcedId = a.classSourcedId"
                                + " JOIN users u ON u.sourcedId = a.userSourcedId",
                        ordered ? "groupId, userId" : "",
                        out.resolve("access.csv")));
    }

    private static String file(Path drop, String name) {
        return "read_csv(" + text(drop.resolve(name))
                + ", header = true, all_varchar = true, delim = ',', quote = '\"',"
                + " escape = '\"', auto_detect = true, parallel = true)";
    }

    private static String copy(String select, String order, Path file) {
        return "COPY (" + select + (order.isEmpty() ? "" : " ORDER BY " + order) + ") TO " + text(file)
                + " (FORMAT csv, HEADER true)";
    }

    private static String text(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
