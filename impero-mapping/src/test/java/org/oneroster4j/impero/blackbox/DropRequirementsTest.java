package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

class DropRequirementsTest {
    private static final Optional<Identity> NONE = Optional.empty();
    private static final Map<OneRosterFile, List<String>> LEAST = Map.of(
            OneRosterFile.USERS, List.of("familyName", "givenName", "role", "sourcedId", "username"),
            OneRosterFile.CLASSES, List.of("sourcedId", "title"),
            OneRosterFile.ENROLLMENTS, List.of("classSourcedId", "userSourcedId", "role"));

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
        assertThat(met).isEqualTo(found.isEmpty());
        return found.stream()
                .map(finding -> finding.code().code() + " " + finding.location().fileName() + " " + finding.details())
                .toList();
    }

    @Test
    void threeFilesWithWhatTheMappingReadsAreEnough() {
        assertThat(reasons(DROP, NONE)).isEmpty();
        assertThat(reasons(DROP, Optional.of(Identity.USERNAME))).isEmpty();
    }

    @Test
    void columnOfTheChosenIdentityIsNeeded() {
        assertThat(reasons(DROP, Optional.of(Identity.EMAIL))).containsExactly("missing-header users.csv [email]");
    }

    @Test
    void eachOfTheThreeFilesIsNeeded() {
        LEAST.keySet()
                .forEach(file -> assertThat(reasons(DROP.without(file), NONE))
                        .containsExactly("required-file-missing " + file.fileName() + " [" + file.fileName() + "]"));
    }

    @Test
    void columnsAreNeededInFilesThatAreThere() {
        assertThat(reasons(DROP.with(OneRosterFile.ENROLLMENTS, "role"), NONE))
                .containsExactly(
                        "missing-header enrollments.csv [classSourcedId]",
                        "missing-header enrollments.csv [userSourcedId]");
        assertThat(reasons(DROP.with(OneRosterFile.ACADEMIC_SESSIONS, "sourcedId", "endDate"), NONE))
                .containsExactly("missing-header academicSessions.csv [startDate]");
        assertThat(reasons(DROP.with(OneRosterFile.ORGS, "x").with(OneRosterFile.COURSES, "y"), NONE))
                .isEmpty();
    }

    @Test
    void fileOfChangesAloneIsRefusedWhenTheMappingReadsIt() {
        Manifest delta = Manifest.builder()
                .putFiles(OneRosterFile.USERS, ImportMode.DELTA)
                .putFiles(OneRosterFile.RESULTS, ImportMode.DELTA)
                .putFiles(OneRosterFile.CLASSES, ImportMode.BULK)
                .build();

        assertThat(reasons(new Headers(LEAST, Optional.of(delta)), NONE))
                .containsExactly("delta-without-baseline users.csv [users.csv]");
    }
}
