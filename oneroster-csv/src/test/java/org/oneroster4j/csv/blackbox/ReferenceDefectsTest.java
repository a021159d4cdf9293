package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.oneroster4j.csv.Column;
import org.oneroster4j.csv.ColumnKind;
import org.oneroster4j.csv.Profile;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.finding.Finding;

/**
 * Every defect that a reference can have, in every column that refers: each gives its one finding, at its line, and no
 * other. What refers to what is written by hand, from section 6 of the specification.
 */
class ReferenceDefectsTest {
    /** File, column, target and, where the specification asks for one, the type of the target. */
    private static final List<String> REFERENCES = List.of(
            "academicSessions parentSourcedId academicSessions",
            "classes courseSourcedId courses",
            "classes schoolSourcedId orgs school",
            "classes termSourcedIds academicSessions",
            "classResources classSourcedId classes",
            "classResources resourceSourcedId resources",
            "courses schoolYearSourcedId academicSessions schoolYear",
            "courses orgSourcedId orgs",
            "courseResources courseSourcedId courses",
            "courseResources resourceSourcedId resources",
            "demographics sourcedId users",
            "enrollments classSourcedId classes",
            "enrollments schoolSourcedId orgs school",
            "enrollments userSourcedId users",
            "lineItems classSourcedId classes",
            "lineItems categorySourcedId categories",
            "lineItems gradingPeriodSourcedId academicSessions gradingPeriod",
            "orgs parentSourcedId orgs",
            "results lineItemSourcedId lineItems",
            "results studentSourcedId users student",
            "users orgSourcedIds orgs",
            "users agentSourcedIds users");

    private static final Set<String> KNOWN_TYPES = Set.of("schoolYear", "gradingPeriod", "school", "student");

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeSoundDrop() {
        SoundDrop.write(folder, ImportMode.BULK);
    }

    private static Stream<Arguments> columns() {
        return REFERENCES.stream().map(line -> line.split(" ", -1)).map(words -> {
            RosterFile<?> file = file(words[0]);
            Column column = column(file, words[1]);
            return Arguments.of(words[0], words[1], file, column);
        });
    }

    private static RosterFile<?> file(String base) {
        return RosterFile.all().stream()
                .filter(file -> SoundDrop.base(file).equals(base))
                .findFirst()
                .orElseThrow();
    }

    private static Column column(RosterFile<?> file, String name) {
        return file.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void set(RosterFile<?> file, int row, String column, String value) {
        set(file, ImportMode.BULK, row, column, value);
    }

    private void set(RosterFile<?> file, ImportMode mode, int row, String column, String value) {
        List<List<String>> rows = new ArrayList<>(SoundDrop.rows(file, mode));
        List<String> cells = new ArrayList<>(rows.get(row));
        cells.set(file.header().indexOf(column), SoundDrop.csv(value));
        rows.set(row, cells);
        SoundDrop.write(folder, file.file().fileName(), SoundDrop.text(rows));
    }

    private List<String> told(Profile profile) {
        return WholeDrop.of(folder, profile).brief();
    }

    /** The id of the row, which for demographics is the reference itself. */
    private static String id(RosterFile<?> file, Column column, int row, String value) {
        return column.kind() == ColumnKind.ID
                ? value
                : SoundDrop.filled(file, file.columns().get(0), row);
    }

    @Test
    void columnsThatReferAreThoseOfTheSpecification() {
        List<String> described = RosterFile.all().stream()
                .flatMap(file -> file.columns().stream()
                        .filter(column -> column.target().isPresent())
                        .map(column -> SoundDrop.base(file) + " " + column.name() + " "
                                + column.target().get().fileName().replace(".csv", "")
                                + column.targetType().map(type -> " " + type).orElse("")))
                .toList();
        assertThat(described).containsExactlyInAnyOrderElementsOf(REFERENCES);
        assertThat(REFERENCES)
                .allSatisfy(line -> assertThat(line.split(" ", -1))
                        .satisfiesAnyOf(
                                words -> assertThat(words).hasSize(3),
                                words -> assertThat(KNOWN_TYPES).contains(words[3])));
    }

    @Test
    void nothingIsToldOfTheSoundDrop() {
        assertThat(told(Profile.LENIENT)).isEmpty();
        assertThat(told(Profile.STRICT)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("columns")
    void unknownIdIsMissingInEveryRow(String base, String name, RosterFile<?> file, Column column) {
        for (int row = 1; row <= SoundDrop.ROWS; row++) {
            set(file, row, name, "nobody");
            String place =
                    "missing-record " + base + ".csv:" + (row + 1) + " " + name + " " + id(file, column, row, "nobody");
            assertThat(told(Profile.LENIENT)).containsExactly("warning " + place);
            assertThat(told(Profile.STRICT)).containsExactly("error " + place);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("columns")
    void idInOtherCaseIsAnother(String base, String name, RosterFile<?> file, Column column) {
        String id = SoundDrop.filled(file, column, 2).split(",", -1)[0].toUpperCase(Locale.ROOT);
        set(file, 2, name, id);
        assertThat(told(Profile.LENIENT))
                .containsExactly("warning missing-record " + base + ".csv:3 " + name + " " + id(file, column, 2, id));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("columns")
    void eachUnknownIdOfAListIsMissing(String base, String name, RosterFile<?> file, Column column) {
        if (column.kind() != ColumnKind.REFERENCES) {
            return;
        }
        set(file, 2, name, "nobody," + SoundDrop.filled(file, column, 2) + ",noone,nobody");
        String place = "warning missing-record " + base + ".csv:3 " + name + " " + id(file, column, 2, "");
        assertThat(told(Profile.LENIENT)).containsExactly(place, place);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("columns")
    void absentFileIsToldOnceForAllThatNameIt(String base, String name, RosterFile<?> file, Column column)
            throws IOException {
        OneRosterFile target = column.target().orElseThrow();
        if (target == file.file()) {
            return;
        }
        Files.delete(folder.resolve(target.fileName()));
        WholeDrop whole = WholeDrop.of(folder, Profile.LENIENT);
        List<Finding> told = whole.besidesCounters();
        assertThat(Opened.brief(told)).singleElement().asString().startsWith("reference-to-absent-file ");
        assertThat(told.get(0).severity().word()).isEqualTo("notice");
        assertThat(told.get(0).message()).contains(base + ".csv " + name + " ");
        assertThat(told(Profile.STRICT)).singleElement().asString().startsWith("error ");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("columns")
    void removedRowIsOneFindingWithAllThatNamedIt(String base, String name, RosterFile<?> file, Column column) {
        RosterFile<?> target = targetOf(column);
        List<List<String>> rows = new ArrayList<>(SoundDrop.rows(target, ImportMode.BULK));
        int row = targetRow(name);
        rows.remove(row);
        SoundDrop.write(folder, target.file().fileName(), SoundDrop.text(rows));

        List<Finding> told = WholeDrop.of(folder, Profile.LENIENT).besidesCounters();
        assertThat(told).singleElement().satisfies(finding -> {
            assertThat(finding.code().code()).isEqualTo("missing-record");
            assertThat(finding.details().get(0)).isEqualTo(target.file().fileName());
            assertThat(finding.message()).contains(base + ".csv " + name + " ");
        });
    }

    /** A row of the target that cells of this column name in the sound drop. */
    private static int targetRow(String column) {
        return switch (column) {
            case "schoolYearSourcedId", "parentSourcedId" -> 1;
            case "termSourcedIds" -> 3;
            default -> 2;
        };
    }

    private static RosterFile<?> targetOf(Column column) {
        return RosterFile.all().stream()
                .filter(other -> other.file() == column.target().orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("columns")
    void deletedRowIsToldOnce(String base, String name, RosterFile<?> file, Column column) {
        RosterFile<?> target = targetOf(column);
        int row = targetRow(name);
        set(target, row, "status", "tobedeleted");

        List<Finding> told = WholeDrop.of(folder, Profile.LENIENT).besidesCounters().stream()
                .filter(finding -> !finding.code().code().equals("bulk-with-status"))
                .toList();
        assertThat(told).singleElement().satisfies(finding -> {
            assertThat(finding.code().code()).isEqualTo("reference-to-deleted");
            assertThat(finding.message()).contains(target.file().fileName()).contains(base + ".csv " + name + " ");
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("columns")
    void rowThatCannotBeReadIsNotMissing(String base, String name, RosterFile<?> file, Column column) {
        RosterFile<?> target = targetOf(column);
        int row = targetRow(name);
        set(target, row, "status", "gone?");
        assertThat(told(Profile.LENIENT))
                .as(base)
                .containsExactly("error unreadable-value " + target.file().fileName() + ":" + (row + 1) + " status "
                        + SoundDrop.filled(target, target.columns().get(0), row));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("columns")
    void targetOfAnotherTypeIsTold(String base, String name, RosterFile<?> file, Column column) {
        if (column.targetType().isEmpty()) {
            return;
        }
        RosterFile<?> target = targetOf(column);
        String typeColumn = target.header().contains("role") ? "role" : "type";
        String right = column.targetType().get();
        int row = right.equals("schoolYear") ? 1 : 2;
        set(target, row, typeColumn, target.file() == OneRosterFile.ORGS ? "district" : other(right));

        List<Finding> told = WholeDrop.of(folder, Profile.STRICT).besidesCounters();
        assertThat(told)
                .filteredOn(finding -> finding.code().code().equals("reference-of-wrong-type"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity().word()).isEqualTo("error");
                    assertThat(finding.details()).contains(target.file().fileName(), right);
                    assertThat(finding.message()).contains(base + ".csv " + name + " ");
                });
        assertThat(told).hasSize(1);
    }

    private static String other(String type) {
        return type.equals("student") ? "teacher" : "semester";
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("columns")
    void deltaMayReferBack(String base, String name, RosterFile<?> file, Column column) {
        SoundDrop.write(folder, ImportMode.DELTA);
        set(file, ImportMode.DELTA, 2, name, "nobody");
        for (Profile profile : Profile.values()) {
            assertThat(told(profile))
                    .containsExactly("notice delta-refers-back " + base + ".csv:3 " + name + " "
                            + id(file, column, 2, "nobody"));
        }
    }

    @Test
    void deltaWithoutTheFileRefersBackOnce() throws IOException {
        SoundDrop.write(folder, ImportMode.DELTA);
        for (RosterFile<?> file : RosterFile.all()) {
            if (file.file() != OneRosterFile.ENROLLMENTS) {
                Files.delete(folder.resolve(file.file().fileName()));
            }
        }
        assertThat(told(Profile.LENIENT).stream()
                        .map(line -> line.split(" ", -1)[1])
                        .collect(Collectors.toList()))
                .containsOnly("delta-refers-back")
                .hasSize(3);
    }
}
