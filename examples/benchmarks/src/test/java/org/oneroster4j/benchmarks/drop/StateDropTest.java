package org.oneroster4j.benchmarks.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.check.RosterCheck;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoMapper;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.StopChecks;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.Severity;

class StateDropTest {
    private static final MappingSettings SETTINGS = MappingSettings.of(Identity.USERNAME, StateDrop.AS_OF);

    @TempDir
    Path folder;

    private final List<Finding> findings = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void oneFullServerMayBePublishedUnderBothCaps(Ids ids) throws IOException {
        StateDrop small = new StateDrop(DropSize.SMALL.students(), ids, 1);
        small.write(folder);
        OneRosterDrop drop = OneRosterDrop.open(folder, ReadOptions.defaults(), findings::add);
        ImperoRoster roster = ImperoMapper.map(drop, SETTINGS, findings::add);

        assertThat(small.users()).isEqualTo(5_000);
        assertThat(small.classes()).isEqualTo(1_200);
        assertThat(roster.counts().users()).isEqualTo(5_000);
        assertThat(StopChecks.mayPublish(roster, SETTINGS, findings::add)).isTrue();
        assertThat(findings).noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsWrongWithIt(Ids ids) throws IOException {
        new StateDrop(1_500, ids, 1).write(folder);
        RosterCheck.check(OneRosterDrop.open(folder, ReadOptions.defaults().withValidate(true), findings::add));

        assertThat(findings).isEmpty();
    }

    @Test
    void seventhOfTheEnrollmentsOfStudentsIsOfAnotherTerm() throws IOException {
        new StateDrop(2_000, Ids.UUID, 1).write(folder);
        OneRosterDrop drop = OneRosterDrop.open(folder, ReadOptions.defaults(), findings::add);

        assertThat(ImperoMapper.map(drop, SETTINGS, findings::add).counts().members())
                .isEqualTo(2_000 * 6);
    }

    @ParameterizedTest
    @EnumSource
    void itHasAsManyRowsAsItSays(Ids ids) throws IOException {
        StateDrop drop = new StateDrop(2_345, ids, 1);
        drop.write(folder);

        assertThat(rows("users.csv")).hasSize(drop.users());
        assertThat(rows("classes.csv")).hasSize(drop.classes());
        assertThat(rows("enrollments.csv")).hasSize(drop.enrollments());
    }

    @Test
    void sameSeedMakesTheSameBytes() throws IOException {
        new StateDrop(300, Ids.ANY, 9).write(folder.resolve("a"));
        new StateDrop(300, Ids.ANY, 9).write(folder.resolve("b"));
        new StateDrop(300, Ids.ANY, 10).write(folder.resolve("c"));

        try (Stream<Path> files = Files.list(folder.resolve("a"))) {
            assertThat(files)
                    .hasSize(7)
                    .allSatisfy(file -> assertThat(
                                    Files.readString(folder.resolve("b").resolve(file.getFileName())))
                            .isEqualTo(Files.readString(file)));
        }
        assertThat(Files.readString(folder.resolve("c/users.csv")))
                .isNotEqualTo(Files.readString(folder.resolve("a/users.csv")));
    }

    @Test
    void idsAreUuidsUnlessTheyMayBeAnything() throws IOException {
        Pattern uuid = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12},.*");
        new StateDrop(300, Ids.UUID, 1).write(folder);
        assertThat(rows("users.csv")).allMatch(row -> uuid.matcher(row).matches());

        new StateDrop(300, Ids.ANY, 1).write(folder);
        assertThat(rows("users.csv"))
                .noneMatch(row -> uuid.matcher(row).matches())
                .anyMatch(row -> row.matches("\\d{7},.*"))
                .anyMatch(row -> row.contains("/"))
                .anyMatch(row -> row.matches("[^,]*@district.*"));
    }

    @Test
    void namesNeedQuotesAndHaveLettersOfManyLanguages() throws IOException {
        new StateDrop(1_000, Ids.UUID, 1).write(folder);

        assertThat(rows("users.csv"))
                .anyMatch(row -> row.contains("\"William \"\"Will\"\"\""))
                .anyMatch(row -> row.contains("\"Brown, Jr.\""))
                .anyMatch(row -> row.contains("Nguyễn"));
    }

    @Test
    void dropWithoutStudentsIsRefused() {
        assertThatThrownBy(() -> new StateDrop(0, Ids.UUID, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }

    private List<String> rows(String name) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(name));
        return lines.subList(1, lines.size());
    }
}
