package org.oneroster4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the contract says of files and their columns. */
class OneRosterFileTest {
    /** By hand from R1 shape; status decides in every file. */
    private static final Map<OneRosterFile, List<String>> DECIDING = Map.of(
            OneRosterFile.USERS, List.of("status", "enabledUser"),
            OneRosterFile.CLASSES, List.of("status", "schoolSourcedId", "termSourcedIds"),
            OneRosterFile.ENROLLMENTS, List.of("status", "beginDate", "endDate"),
            OneRosterFile.ACADEMIC_SESSIONS, List.of("status", "startDate", "endDate"),
            OneRosterFile.MANIFEST, List.of());

    @ParameterizedTest
    @EnumSource
    void columnsThatDecideAreThoseOfTheContract(OneRosterFile file) {
        assertThat(file.decidingColumns()).isEqualTo(DECIDING.getOrDefault(file, List.of("status")));
    }

    @Test
    void mappingReadsSixFilesAndNeedsThree() {
        assertThat(OneRosterFile.ofRoster())
                .containsExactlyInAnyOrder(
                        OneRosterFile.USERS,
                        OneRosterFile.CLASSES,
                        OneRosterFile.ENROLLMENTS,
                        OneRosterFile.ACADEMIC_SESSIONS,
                        OneRosterFile.ORGS,
                        OneRosterFile.COURSES);
        assertThat(OneRosterFile.required())
                .containsExactlyInAnyOrder(OneRosterFile.USERS, OneRosterFile.CLASSES, OneRosterFile.ENROLLMENTS);
    }

    @Test
    void nameIsKnownWhereTheFileHasTheColumnOrTheSenderOwnsIt() {
        for (String known : List.of("enabledUser", "ENABLEDUSER", "metadata.x", "Metadata.", "sourcedId")) {
            assertThat(OneRosterFile.USERS.isKnownColumn(known)).as(known).isTrue();
        }
        for (String unknown : List.of("", "metadata", "enabled", "endDate", "enabledUser ")) {
            assertThat(OneRosterFile.USERS.isKnownColumn(unknown)).as(unknown).isFalse();
        }
        assertThat(OneRosterFile.CLASSES.isKnownColumn("termSourcedId"))
                .as("the name in OneRoster 1.0")
                .isFalse();
        assertThat(OneRosterFile.USERS.qualified("enabledUser")).isEqualTo("users.enabledUser");
    }
}
