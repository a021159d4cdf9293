package org.oneroster4j.benchmarks.peer;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Commons CSV, a map for each row. */
final class CommonsCsvConvert {
    private CommonsCsvConvert() {}

    static long run(Path drop, Path out) throws IOException {
        PlainJoin join = new PlainJoin();
        read(drop, "orgs.csv", row -> join.org(cell(row, "sourcedId"), cell(row, "name")));
        read(
                drop,
                "academicSessions.csv",
                row -> join.term(
                        cell(row, "sourcedId"),
                        LocalDate.parse(cell(row, "startDate")),
                        LocalDate.parse(cell(row, "endDate"))));
        read(drop, "courses.csv", row -> join.course(cell(row, "sourcedId"), cell(row, "title")));
        read(
                drop,
                "classes.csv",
                row -> join.schoolClass(
                        cell(row, "sourcedId"),
                        cell(row, "title"),
                        cell(row, "classCode"),
                        cell(row, "courseSourcedId"),
                        cell(row, "schoolSourcedId"),
                        List.of(cell(row, "termSourcedIds").split(",", -1))));
        read(
                drop,
                "users.csv",
                row -> join.user(
                        cell(row, "sourcedId"),
                        Boolean.parseBoolean(cell(row, "enabledUser")),
                        cell(row, "role"),
                        cell(row, "username"),
                        cell(row, "email"),
                        cell(row, "givenName"),
                        cell(row, "familyName")));
        read(
                drop,
                "enrollments.csv",
                row -> join.enrollment(
                        cell(row, "classSourcedId"),
                        cell(row, "userSourcedId"),
                        cell(row, "role"),
                        Boolean.parseBoolean(cell(row, "primary")),
                        day(cell(row, "beginDate")),
                        day(cell(row, "endDate"))));
        return join.write(out);
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static @Nullable LocalDate day(String cell) {
        return cell.isBlank() ? null : LocalDate.parse(cell);
    }

    private static void read(Path drop, String name, Consumer<Map<String, String>> take) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader in = Files.newBufferedReader(drop.resolve(name));
                CSVParser rows = format.parse(in)) {
            for (CSVRecord row : rows) {
                take.accept(row.toMap());
            }
        }
    }
}
