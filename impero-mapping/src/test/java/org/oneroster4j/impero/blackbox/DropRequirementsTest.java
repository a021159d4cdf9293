package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.oneroster4j.impero.DropRequirements;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.Manifest;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Roster;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.RosterRows;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.Severity;

class DropRequirementsTest {
    private static final Optional<Identity> NONE = Optional.empty();
    private static final Map<OneRosterFile, List<String>> LEAST = Map.of(
            OneRosterFile.USERS,
            List.of("familyName", "givenName", "role", "sourcedId", "username", "status", "enabledUser"),
            OneRosterFile.CLASSES,
            List.of("sourcedId", "title", "status", "schoolSourcedId", "termSourcedIds"),
            OneRosterFile.ENROLLMENTS,
            List.of("classSourcedId", "userSourcedId", "role", "status", "beginDate", "endDate"));

    /** Nothing but the headers of a drop and its manifest. */
    private record Headers(Map<OneRosterFile, List<String>> files, Optional<Manifest> manifest) implements Roster {
        Headers without(OneRosterFile file) {
            Map<OneRosterFile, List<String>> fewer = new HashMap<>(files);
            fewer.remove(file);
            return new Headers(fewer, manifest);
        }

        Headers with(OneRosterFile file, String... columns) {
            Map<OneRosterFile, List<String>> more = new HashMap<>(files);
            more.put(file, List.of(columns));
            return new Headers(more, manifest);
        }

        @Override
        public <T extends RosterRecord> RosterRows<T> rows(Class<T> type) {
            throw new AssertionError("The requirements are those of headers, and no row is read");
        }

        @Override
        public boolean has(OneRosterFile file) {
            return files.containsKey(file);
        }

        @Override
        public List<String> header(OneRosterFile file) {
            return files.getOrDefault(file, List.of());
        }
    }

    private static final Headers DROP = new Headers(LEAST, Optional.empty());

    private static List<String> reasons(Roster drop, Optional<Identity> identity) {
        List<Finding> found = new ArrayList<>();
        boolean met = DropRequirements.areMet(drop, identity, found::add);
        return reasons(met, found);
    }

    private static List<String> reasons(Roster drop, DropRequirements requirements) {
        List<Finding> found = new ArrayList<>();
        boolean met = true;
        for (OneRosterFile file : DropRequirements.READ) {
            met &= requirements.areMet(drop, file, found::add);
        }
        return reasons(met, found);
    }

    private static List<String> reasons(boolean met, List<Finding> found) {
        assertThat(met).isEqualTo(found.stream().noneMatch(finding -> finding.severity() == Severity.ERROR));
        return found.stream()
                .map(finding -> Stream.of(
                                finding.code().code(),
                                finding.location().fileName(),
                                finding.location().columnName())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void threeFilesWithWhatTheMappingReadsAreEnough() {
        assertThat(reasons(DROP, NONE)).isEmpty();
        assertThat(reasons(DROP, Optional.of(Identity.USERNAME))).isEmpty();
    }

    @Test
    void columnOfTheChosenIdentityIsNeeded() {
        assertThat(reasons(DROP, Optional.of(Identity.EMAIL))).containsExactly("missing-header users.csv email");
    }

    @Test
    void eachOfTheThreeFilesIsNeeded() {
        LEAST.keySet()
                .forEach(file -> assertThat(reasons(DROP.without(file), NONE))
                        .containsExactly("required-file-missing " + file.fileName()));
    }

    @Test
    void columnsAreNeededInFilesThatAreThere() {
        assertThat(reasons(DROP.with(OneRosterFile.ENROLLMENTS, "role", "status", "beginDate", "endDate"), NONE))
                .containsExactly(
                        "missing-header enrollments.csv classSourcedId",
                        "missing-header enrollments.csv userSourcedId");
        assertThat(reasons(DROP.with(OneRosterFile.ACADEMIC_SESSIONS, "sourcedId", "status", "endDate"), NONE))
                .containsExactly("missing-header academicSessions.csv startDate");
    }

    /** One cause is one finding: the header has none of them. */
    @Test
    void headerWithoutAnyOfItsColumnsIsReportedOnce() {
        assertThat(reasons(DROP.with(OneRosterFile.CLASSES, "status", "termSourcedIds", "schoolSourcedId"), NONE))
                .containsExactly("missing-header classes.csv sourcedId");
    }

    private static Headers withoutColumn(OneRosterFile file, String column) {
        List<String> columns = new ArrayList<>(LEAST.getOrDefault(file, List.of()));
        columns.remove(column);
        return DROP.with(file, columns.toArray(String[]::new));
    }

    @Test
    void columnThatDecidesIsNotThereWithAWarning() {
        LEAST.forEach((file, columns) -> file.decidingColumns()
                .forEach(column -> assertThat(reasons(withoutColumn(file, column), NONE))
                        .containsExactly("deciding-column-missing " + file.fileName() + " " + column)));
        assertThat(reasons(DROP.with(OneRosterFile.ORGS, "sourcedId").with(OneRosterFile.COURSES, "sourcedId"), NONE))
                .containsExactlyInAnyOrder(
                        "deciding-column-missing orgs.csv status", "deciding-column-missing courses.csv status");
    }

    @Test
    void columnThatDecidesMayBeMisspeltWhereANameIsNotKnown() {
        LEAST.forEach((file, columns) -> file.decidingColumns().forEach(column -> {
            List<String> names = new ArrayList<>(columns);
            names.set(names.indexOf(column), column + "Of1.0");
            Headers misspelt = DROP.with(file, names.toArray(String[]::new));

            assertThat(reasons(misspelt, NONE)).containsExactly("missing-header " + file.fileName() + " " + column);
            assertThat(reasons(misspelt, DropRequirements.of(NONE).withoutColumns(Set.of(file.qualified(column)))))
                    .isEmpty();
        }));
    }

    @Test
    void columnThatDecidesMayNotDisappear() {
        DropRequirements after = DropRequirements.of(NONE).after(LEAST);

        assertThat(reasons(DROP, after)).isEmpty();
        LEAST.forEach((file, columns) -> file.decidingColumns().forEach(column -> {
            Headers gone = withoutColumn(file, column);

            assertThat(reasons(gone, after)).containsExactly("missing-header " + file.fileName() + " " + column);
            assertThat(reasons(gone, after.withoutColumns(Set.of(file.qualified(column)))))
                    .isEmpty();
        }));
    }

    @Test
    void fileOfChangesAloneIsRefusedWhenTheMappingReadsIt() {
        Manifest delta = Manifest.builder()
                .putFiles(OneRosterFile.USERS, ImportMode.DELTA)
                .putFiles(OneRosterFile.RESULTS, ImportMode.DELTA)
                .putFiles(OneRosterFile.CLASSES, ImportMode.BULK)
                .build();

        assertThat(reasons(new Headers(LEAST, Optional.of(delta)), NONE))
                .containsExactly("delta-without-baseline users.csv");
    }
}
