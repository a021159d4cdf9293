package org.oneroster4j.benchmarks.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Jackson CSV, an object for each row: dates and the rest as texts, which is how such classes are mostly written. */
final class JacksonRows {
    /** A row of orgs.csv. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    static final class OrgRow {
        public String sourcedId = "";
        public String name = "";
    }

    /** A row of academicSessions.csv. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    static final class SessionRow {
        public String sourcedId = "";
        public String startDate = "";
        public String endDate = "";
    }

    /** A row of courses.csv. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    static final class CourseRow {
        public String sourcedId = "";
        public String title = "";
    }

    /** A row of classes.csv. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    static final class ClassRow {
        public String sourcedId = "";
        public String title = "";
        public String classCode = "";
        public String courseSourcedId = "";
        public String schoolSourcedId = "";
        public String termSourcedIds = "";
    }

    /** A row of users.csv. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    static final class UserRow {
        public String sourcedId = "";
        public boolean enabledUser;
        public String role = "";
        public String username = "";
        public String email = "";
        public String givenName = "";
        public String familyName = "";
    }

    /** A row of enrollments.csv, all ten columns. */
    static final class EnrollmentRow {
        public String sourcedId = "";
        public String status = "";
        public String dateLastModified = "";
        public String classSourcedId = "";
        public String schoolSourcedId = "";
        public String userSourcedId = "";
        public String role = "";
        public @Nullable Boolean primary;
        public String beginDate = "";
        public String endDate = "";
    }

    private JacksonRows() {}

    static <T> void read(Path drop, String name, Class<T> type, Consumer<T> take) throws IOException {
        ObjectReader reader = CsvMapper.builder()
                .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
                .build()
                .readerFor(type)
                .with(CsvSchema.emptySchema().withHeader());
        try (MappingIterator<T> rows = reader.readValues(drop.resolve(name).toFile())) {
            while (rows.hasNextValue()) {
                take.accept(rows.nextValue());
            }
        }
    }

    /** Reads enrollments and lets them go. */
    static long enrollments(Path drop) throws IOException {
        long[] rows = {0};
        read(drop, "enrollments.csv", EnrollmentRow.class, row -> rows[0]++);
        return rows[0];
    }
}
