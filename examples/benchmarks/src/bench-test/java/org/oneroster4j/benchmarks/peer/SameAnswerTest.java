package org.oneroster4j.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.benchmarks.drop.Ids;
import org.oneroster4j.benchmarks.drop.StateDrop;
import org.oneroster4j.benchmarks.job.ChildMain;
import org.oneroster4j.benchmarks.job.Contender;
import org.oneroster4j.benchmarks.parts.Parts;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.layout.LayoutFile;
import org.oneroster4j.impero.layout.LayoutProfile;
import org.oneroster4j.impero.layout.LayoutWriter;

/** Whoever is slower must not be so because he does more. */
class SameAnswerTest {
    private static final List<String> FILES = List.of("groups.csv", "users.csv", "members.csv", "access.csv");

    @TempDir
    Path folder;

    private Path drop = Path.of("");
    private Path ours = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        drop = folder.resolve("drop");
        ours = Files.createDirectory(folder.resolve("ours"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"commons-csv-convert", "jackson-convert", "duckdb-ordered"})
    void conversionsGiveTheSameFilesInTheSameOrder(String name) throws Exception {
        for (Ids ids : Ids.values()) {
            Path theirs = convert(ids, name);
            for (String file : FILES) {
                assertThat(lines(theirs, file)).as(file).isEqualTo(lines(ours, file));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void duckDbGivesTheSameRowsInAnyOrder(Ids ids) throws Exception {
        Path theirs = convert(ids, "duckdb-any");
        for (String file : FILES) {
            assertThat(lines(theirs, file)).as(file).containsExactlyInAnyOrderElementsOf(lines(ours, file));
        }
    }

    @Test
    void tokenizersSeeTheSameRows() throws Exception {
        StateDrop described = new StateDrop(1_500, Ids.ANY, 5);
        described.write(drop);
        long rows = described.users() + described.classes() + (long) described.enrollments();

        assertThat(contender("raw").job().run(drop, folder)).isEqualTo(rows);
        assertThat(contender("fastcsv-raw").job().run(drop, folder)).isEqualTo(rows);
        assertThat(contender("typed-validated").job().run(drop, folder)).isEqualTo(rows);
        assertThat(contender("jackson-enrollments").job().run(drop, folder)).isEqualTo(described.enrollments());
        assertThat(contender("raw-enrollments").job().run(drop, folder)).isEqualTo(described.enrollments());
    }

    private Path convert(Ids ids, String name) throws Exception {
        new StateDrop(1_500, ids, 3).write(drop);
        ImperoRoster roster = new Parts(drop, false).map();
        LayoutWriter writer = new LayoutWriter(LayoutProfile.REFERENCE, Identity.USERNAME);
        for (LayoutFile file : LayoutProfile.REFERENCE.files()) {
            try (OutputStream out = Files.newOutputStream(ours.resolve(file.name()))) {
                writer.write(file, roster, out);
            }
        }
        Path theirs = Files.createDirectory(folder.resolve("theirs-" + ids));
        long rows = contender(name).job().run(drop, theirs);
        assertThat(rows).isEqualTo(roster.counts().members() + roster.counts().access());
        return theirs;
    }

    private static Contender contender(String name) {
        return ChildMain.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** DuckDB ends lines as Linux does. */
    private static List<String> lines(Path folder, String file) throws IOException {
        return Files.readString(folder.resolve(file)).lines().toList();
    }
}
