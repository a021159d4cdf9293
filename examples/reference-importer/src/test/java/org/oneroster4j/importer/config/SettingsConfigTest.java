package org.oneroster4j.importer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oneroster4j.impero.AccessRole;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;

/** Settings of the mapping from a file: what they come to, and what is told of those that a constraint forbids. */
class SettingsConfigTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir
    Path folder;

    private RunOptions read(String yaml) throws IOException, ConfigException {
        return ConfigFile.read(Files.writeString(folder.resolve("importer.yaml"), yaml));
    }

    private List<String> told(String yaml) {
        ConfigException e = catchThrowableOfType(ConfigException.class, () -> read(yaml));
        assertThat(e).as("nothing is told of %s", yaml).isNotNull();
        String start = folder.resolve("importer.yaml") + ", ";
        return String.valueOf(e.getMessage())
                .lines()
                .map(line -> line.replace(start, ""))
                .toList();
    }

    @Test
    void keysBecomeTheSettings() throws IOException, ConfigException {
        RunOptions options = read("drop: d\nout: o\nidentity: email\nhonourEnrollmentDates: false\nhonourTerms: false\n"
                + "leadDays: 7\nlagDays: 3\naccessRoles: [proctor, teacher]\n");

        assertThat(RunPlan.of(options, RunPlan.Command.CONVERT, TODAY)
                        .settings()
                        .mapping())
                .contains(MappingSettings.of(Identity.EMAIL, TODAY)
                        .withHonourEnrollmentDates(false)
                        .withHonourTerms(false)
                        .withLeadDays(7)
                        .withLagDays(3)
                        .withAccessRoles(AccessRole.TEACHER, AccessRole.PROCTOR));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "leadDays: -1 # line 3: leadDays must be greater than or equal to 0.",
                "lagDays: -30 # line 3: lagDays must be greater than or equal to 0.",
                "maxUsers: 0 # line 3: maxUsers must be greater than or equal to 1.",
                "maxClasses: -5 # line 3: maxClasses must be greater than or equal to 1.",
                "accessRoles: [] # line 3: accessRoles must not be empty.",
                "accessRoles: student # line 3: accessRoles is none of teacher, aide, administrator, proctor.",
                "accessRoles: [teacher, guardian] # line 3: accessRoles is none of teacher, aide, administrator, proctor.",
                "accessRoles: [~] # line 3: accessRoles has a value of the wrong kind.",
                "leadDays: soon # line 3: leadDays has a value of the wrong kind.",
                "leadDays: 1.5 # line 3: leadDays has a value of the wrong kind.",
                "honourTerms: perhaps # line 3: honourTerms has a value of the wrong kind.",
                "honorTerms: true # line 3: honorTerms is not a known key."
            })
    void wrongValueIsToldWithItsKeyAndLine(String line, String message) {
        assertThat(told("identity: email\n\n" + line + "\n"))
                .singleElement()
                .asString()
                .startsWith(message);
    }

    @Test
    void allThatConstraintsForbidIsToldAtOnceInTheOrderOfTheLines() {
        assertThat(told("maxUsers: 0\nlagDays: -1\nleadDays: -2\naccessRoles: []\n"))
                .containsExactly(
                        "line 1: maxUsers must be greater than or equal to 1.",
                        "line 2: lagDays must be greater than or equal to 0.",
                        "line 3: leadDays must be greater than or equal to 0.",
                        "line 4: accessRoles must not be empty.");
    }

    @Test
    void whatTheCommandLineGetsWrongIsToldWithItsOptionAndAllElse() {
        RunOptions options = RunOptions.builder().maxUsers(0).maxClasses(-1).build();
        ConfigException e =
                catchThrowableOfType(ConfigException.class, () -> RunPlan.of(options, RunPlan.Command.CONVERT, TODAY));

        assertThat(String.valueOf(e.getMessage()).lines())
                .hasSize(5)
                .contains(
                        "--max-classes (maxClasses) must be greater than or equal to 1.",
                        "--max-users (maxUsers) must be greater than or equal to 1.");
        assertThat(catchThrowableOfType(
                        ConfigException.class,
                        () -> RunPlan.of(options.withDrop(folder), RunPlan.Command.CHECK, TODAY)))
                .as("check without an identity judges them too")
                .hasMessageContaining("--max-users");
    }
}
