package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The self-contained jar. */
class JarIT {
    @TempDir
    Path folder;

    @Test
    void convertsTheSampleDropAndChecksIt() throws IOException, InterruptedException {
        Jar.Result converted = Jar.run(
                List.of(),
                "convert",
                "--drop",
                "sample-drop",
                "--out",
                folder.resolve("out"),
                "--identity",
                "username",
                "--as-of",
                "2026-10-15");
        Jar.Result checked = Jar.run(List.of(), "check", "--drop", "sample-drop");

        assertThat(converted.output()).startsWith("Published (as of 2026-10-15).");
        assertThat(converted.exitCode()).isZero();
        assertThat(checked.output()).startsWith("Checked: there are errors.").doesNotContain("WARN");
        assertThat(checked.exitCode()).isEqualTo(1);
    }

    @Test
    void millionEnrollmentsConvertIn128Megabytes() throws IOException, InterruptedException {
        int students = 1_000_000 / LargeDrop.CLASSES_OF_A_STUDENT + 1;
        LargeDrop.write(folder.resolve("drop"), students);
        Jar.Result run = Jar.run(
                List.of("-Xmx128m"),
                "convert",
                "--drop",
                folder.resolve("drop"),
                "--out",
                folder.resolve("out"),
                "--identity",
                "email",
                "--as-of",
                "2026-10-15",
                "--max-users",
                "1000000",
                "--max-classes",
                "1000000");

        assertThat(run.output())
                .contains(LargeDrop.classes(students) + " groups")
                .contains("0 errors");
        assertThat(run.exitCode()).isZero();
    }

    /** To load, set up and run what is not needed is a good part of a run that takes less than a second. */
    @Test
    void soundDropIsConvertedWithoutParserAndValidatorAndLog() throws IOException, InterruptedException {
        Path loaded = folder.resolve("loaded.txt");
        LargeDrop.write(folder.resolve("drop"), 100);
        Jar.Result run = Jar.run(
                List.of("-Xlog:class+load:file=" + loaded),
                "convert",
                "--drop",
                folder.resolve("drop"),
                "--out",
                folder.resolve("out"),
                "--report",
                folder.resolve("report"),
                "--identity",
                "email",
                "--as-of",
                "2026-10-15");

        assertThat(run.output()).startsWith("Published").contains("0 errors");
        assertThat(Files.readString(loaded))
                .contains("org.oneroster4j.csv.OneRosterDrop")
                .doesNotContain("com.univocity.", "org.hibernate.validator.", "ch.qos.logback.");
    }

    /** However many findings there are, the report has a few places of each code and is written as it is made. */
    @Test
    void millionFindingsAreReportedIn64Megabytes() throws IOException, InterruptedException {
        Path drop = folder.resolve("drop");
        try (LargeFiles files = new LargeFiles(drop)) {
            files.school("1", "School");
            for (int i = 0; i < 1_000_000; i++) {
                files.enrollment(i, 1, "1", "no role", i % 100);
            }
        }
        Path report = folder.resolve("report");
        Jar.Result run = Jar.run(List.of("-Xmx64m"), "check", "--drop", drop, "--report", report);

        assertThat(run.output()).contains("and 999999 more", "Checked: there are errors.");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(ReportPage.in(report).section("findings")).contains("1,000,000 errors", "And 999,990 more.");
        assertThat(Files.size(report.resolve("report.html"))).isLessThan(100_000);
    }

    /** In the profile trust 600,000 students and 4.2 million enrollments in 256 megabytes. */
    @Test
    void wholeDropIsCheckedInTheMemoryOfItsIds() throws IOException, InterruptedException {
        int students = Integer.getInteger("large.students", 60_000);
        int megabytes = Integer.getInteger("large.heap", 64);
        LargeDrop.write(folder.resolve("drop"), students);
        Jar.Result run = Jar.run(List.of("-Xmx" + megabytes + "m"), "check", "--drop", folder.resolve("drop"));

        assertThat(run.output())
                .contains("0 of " + students + " students")
                .contains("of " + LargeDrop.classes(students) + " classes")
                .contains("0 errors");
        assertThat(run.exitCode()).isZero();
    }

    /** In the profile trust 600,000 students, 40,000 staff, 1,000 schools and 4 million enrollments in 256 megabytes. */
    @Test
    void stateIsSharedOutOverServersInTheMemoryOfItsIds() throws IOException, InterruptedException {
        int students = Integer.getInteger("large.students", 60_000);
        int megabytes = Integer.getInteger("plan.heap", 40);
        StateDrop drop = StateDrop.write(folder.resolve("drop"), students);
        Jar.Result run = Jar.run(
                List.of("-Xmx" + megabytes + "m"),
                "plan",
                "--drop",
                folder.resolve("drop"),
                "--identity",
                "email",
                "--as-of",
                "2026-10-15",
                "--json");

        assertThat(run.err()).contains("Planned (as of 2026-10-15).");
        assertThat(run.exitCode()).isZero();
        List<String> placed = new ArrayList<>();
        for (JsonNode server : new ObjectMapper().readTree(run.out()).get("servers")) {
            Set<String> schools = new HashSet<>();
            server.get("schools").forEach(school -> schools.add(school.asText()));
            placed.addAll(schools);
            assertThat(server.get("users").asInt())
                    .isEqualTo(drop.people(schools))
                    .isLessThanOrEqualTo(5_000);
            assertThat(server.get("classes").asInt())
                    .isEqualTo(drop.classes(schools))
                    .isLessThanOrEqualTo(1_200);
        }
        assertThat(placed).containsExactlyInAnyOrderElementsOf(drop.schools());
    }
}
