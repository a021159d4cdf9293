package org.oneroster4j.benchmarks.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.benchmarks.peer.JacksonRows.ClassRow;
import org.oneroster4j.benchmarks.peer.JacksonRows.CourseRow;
import org.oneroster4j.benchmarks.peer.JacksonRows.EnrollmentRow;
import org.oneroster4j.benchmarks.peer.JacksonRows.OrgRow;
import org.oneroster4j.benchmarks.peer.JacksonRows.SessionRow;
import org.oneroster4j.benchmarks.peer.JacksonRows.UserRow;

/** Jackson CSV to lists of objects, which are then joined: the program that keeps its records. */
final class JacksonConvert {
    private JacksonConvert() {}

    static long run(Path drop, Path out) throws IOException {
        List<OrgRow> orgs = all(drop, "orgs.csv", OrgRow.class);
        List<SessionRow> sessions = all(drop, "academicSessions.csv", SessionRow.class);
        List<CourseRow> courses = all(drop, "courses.csv", CourseRow.class);
        List<ClassRow> classes = all(drop, "classes.csv", ClassRow.class);
        List<UserRow> users = all(drop, "users.csv", UserRow.class);
        List<EnrollmentRow> enrollments = all(drop, "enrollments.csv", EnrollmentRow.class);
        PlainJoin join = new PlainJoin();
        orgs.forEach(org -> join.org(org.sourcedId, org.name));
        sessions.forEach(
                term -> join.term(term.sourcedId, LocalDate.parse(term.startDate), LocalDate.parse(term.endDate)));
        courses.forEach(course -> join.course(course.sourcedId, course.title));
        classes.forEach(one -> join.schoolClass(
                one.sourcedId,
                one.title,
                one.classCode,
                one.courseSourcedId,
                one.schoolSourcedId,
                List.of(one.termSourcedIds.split(",", -1))));
        users.forEach(one -> join.user(
                one.sourcedId, one.enabledUser, one.role, one.username, one.email, one.givenName, one.familyName));
        enrollments.forEach(one -> join.enrollment(
                one.classSourcedId,
                one.userSourcedId,
                one.role,
                Objects.equals(one.primary, true),
                day(one.beginDate),
                day(one.endDate)));
        return join.write(out);
    }

    private static <T> List<T> all(Path drop, String name, Class<T> type) throws IOException {
        List<T> all = new ArrayList<>();
        JacksonRows.read(drop, name, type, all::add);
        return all;
    }

    private static @Nullable LocalDate day(@Nullable String cell) {
        return cell == null || cell.isBlank() ? null : LocalDate.parse(cell);
    }
}
