package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.RosterRows;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.FindingSummary;
import org.oneroster4j.model.finding.Severity;

/** A file is read in memory that does not grow with it: a million rows here, ten million in the profile {@code trust}. */
class LargeFileTest {
    private static final int ROWS = Integer.getInteger("large.rows", 1_000_000);

    @TempDir
    Path folder;

    @Test
    void fileIsReadInAHeapOf64Megabytes() throws IOException, InterruptedException {
        try (BufferedWriter rows = Files.newBufferedWriter(folder.resolve("enrollments.csv"), StandardCharsets.UTF_8)) {
            rows.write("sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,"
                    + "beginDate,endDate\n");
            for (int i = 0; i < ROWS; i++) {
                // Every row with something to tell, so that findings are among what must not pile up. No date proves
                // that the month is first, so that the file is read to its end for that, once.
                rows.write("enrollment-" + i + ",,,class-" + i % 1000 + ",school,user-" + i / 7
                        + ",Student,,8/1/2026,2026-12-20\n");
            }
        }
        Path output = folder.resolve("output.txt");
        Process reader = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LargeFileTest.class.getName(),
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(reader.waitFor()).as(Files.readString(output)).isZero();
        assertThat(Files.readString(output)).contains(ROWS + " rows, " + (2L * ROWS + 1) + " warnings");
    }

    /** Reads the enrollments of a folder. */
    public static void main(String[] arguments) throws IOException {
        FindingSummary findings = new FindingSummary();
        OneRosterDrop drop = OneRosterDrop.open(Path.of(arguments[0]), ReadOptions.defaults(), findings);
        long count = 0;
        try (RosterRows<Enrollment> rows = drop.enrollments()) {
            for (Row<Enrollment> row : rows) {
                count += row.record().isPresent() ? 1 : 0;
            }
        }
        System.out.println(count + " rows, " + findings.count(Severity.WARNING) + " warnings");
    }
}
