package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.testing.SchoolDrop;

/** What the last full drop had and the next one has not any more, so that more people would be let in. */
class LostColumnsTest {
    @TempDir
    Path folder;

    private Path config;

    @BeforeEach
    void fullDropIsPublished() throws IOException {
        config = Files.writeString(folder.resolve("none.yaml"), "json: true\n");
        school().toText().writeTo(folder.resolve("first"));
        assertThat(convert("first").exitCode()).isZero();
    }

    private static SchoolDrop school() {
        SchoolDrop drop = SchoolDrop.create()
                .school("1")
                .term("T1", "2026-08-01", "2026-12-20")
                .term("T0", "2025-08-01", "2026-06-20")
                .teacher("t1", Map.of("enabledUser", "true"))
                .schoolClass("c1")
                .enroll("t1", "c1", "teacher", Map.of("endDate", "2026-12-20"));
        for (int i = 1; i <= 5; i++) {
            drop = drop.student("s" + i, Map.of("enabledUser", "true")).enroll("s" + i, "c1", "student");
        }
        return drop;
    }

    private CommandLine convert(String drop) {
        return CommandLine.run(
                "convert",
                "--drop",
                folder.resolve(drop),
                "--out",
                folder.resolve("out"),
                "--state",
                folder.resolve("state"),
                "--identity",
                "username",
                "--config",
                config);
    }

    private List<String> reasonsOf(String file, UnaryOperator<String> change) throws IOException {
        school().toText().writeTo(folder.resolve("next"));
        Path path = folder.resolve("next").resolve(file);
        Files.writeString(path, change.apply(Files.readString(path)), StandardCharsets.UTF_8);
        return reasons(convert("next"));
    }

    private static List<String> reasons(CommandLine run) throws IOException {
        List<String> reasons = new ArrayList<>();
        new ObjectMapper().readTree(run.out()).path("reasons").forEach(reason -> reasons.add(reason.asText()));
        return reasons;
    }

    @Test
    void sameDropAgainLacksNothing() throws IOException {
        assertThat(reasonsOf("users.csv", text -> text)).isEmpty();
    }

    @Test
    void columnIsNotThereAnyMore() throws IOException {
        UnaryOperator<String> change = text -> text.replace("enabledUser", "metadata.was");

        assertIsReasonUnlessTheSenderLeavesTheColumnOut("missing-header", change);
        // The full drop without the column is stored now.
        Files.writeString(config, "json: true\n");
        assertThat(reasonsOf("users.csv", change)).isEmpty();
    }

    @Test
    void columnIsBlankInEveryRow() throws IOException {
        assertIsReasonUnlessTheSenderLeavesTheColumnOut("column-emptied", text -> text.replace(",true,", ",,"));
    }

    private void assertIsReasonUnlessTheSenderLeavesTheColumnOut(String reason, UnaryOperator<String> change)
            throws IOException {
        assertThat(reasonsOf("users.csv", change)).containsExactly(reason);
        Files.writeString(config, "json: true\nwithoutColumns: [users.enabledUser]\n");
        assertThat(reasonsOf("users.csv", change)).isEmpty();
    }

    /** The one end of six enrollments is more than a tenth of them. */
    @Test
    void columnThatHadAValueInATenthOfTheRowsIsBlank() throws IOException {
        assertThat(reasonsOf("enrollments.csv", text -> text.replace("2026-12-20", "")))
                .containsExactly("column-emptied");
    }

    @Test
    void sessionsAreGone() throws IOException {
        assertThat(reasonsOf(
                        "academicSessions.csv", text -> text.lines().findFirst().orElse("") + "\r\n"))
                .containsExactly("file-gone");
        school().manifest("file.academicSessions", "absent")
                .without("academicSessions.csv")
                .toText()
                .writeTo(folder.resolve("without"));
        assertThat(reasons(convert("without"))).containsExactly("file-gone");
    }
}
