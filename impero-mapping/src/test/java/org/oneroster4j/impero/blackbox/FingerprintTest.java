package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.oneroster4j.impero.ConsoleStaff;
import org.oneroster4j.impero.EmptyGroups;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.NameTemplate;
import org.oneroster4j.impero.change.BrakeSettings;
import org.oneroster4j.impero.change.Fingerprint;
import org.oneroster4j.impero.change.GrowthLimit;
import org.oneroster4j.impero.change.RemovalLimit;

class FingerprintTest {
    private static final MappingSettings SETTINGS = MappingSettings.of(Identity.USERNAME, LocalDate.of(2026, 10, 15));

    @Test
    void sameInputAndSettingsHaveTheSameFingerprint() {
        MappingSettings again = SETTINGS.withMaxUsers(7)
                .withMaxUsers(SETTINGS.maxUsers())
                .withNameTemplate(NameTemplate.of(SETTINGS.nameTemplate().toString()));

        assertThat(Fingerprint.of("drop", again, BrakeSettings.DEFAULTS))
                .isEqualTo(Fingerprint.of("drop", SETTINGS, BrakeSettings.DEFAULTS));
    }

    @Test
    void everySettingChangesTheFingerprint() {
        List<MappingSettings> mappings = List.of(
                SETTINGS,
                SETTINGS.withIdentity(Identity.EMAIL),
                SETTINGS.withAsOf(SETTINGS.asOf().plusDays(1)),
                SETTINGS.withSchools("a, b"),
                SETTINGS.withSchools("a", "b"),
                SETTINGS.withMaxUsers(1),
                SETTINGS.withMaxClasses(1),
                SETTINGS.withEmptyGroups(EmptyGroups.KEEP),
                SETTINGS.withConsoleStaff(ConsoleStaff.ASSIGNED),
                SETTINGS.withNameTemplate(NameTemplate.of("{title}")));
        BrakeSettings defaults = BrakeSettings.DEFAULTS;
        RemovalLimit removal = new RemovalLimit(21, 10);
        List<BrakeSettings> brakes = List.of(
                defaults.withGroups(removal),
                defaults.withMembers(removal),
                defaults.withConsoleUsers(removal),
                defaults.withAccess(removal),
                defaults.withAccessGrowth(new GrowthLimit(50, 21)),
                defaults.withGroupsForOnePerson(51));
        Set<Fingerprint> all = new HashSet<>();
        mappings.forEach(mapping -> all.add(Fingerprint.of("drop", mapping, defaults)));
        brakes.forEach(brake -> all.add(Fingerprint.of("drop", SETTINGS, brake)));
        all.add(Fingerprint.of("another drop", SETTINGS, defaults));

        assertThat(all).hasSize(mappings.size() + brakes.size() + 1);
    }

    @Test
    void fingerprintIsTheSameOnEveryMachine() {
        assertThat(Fingerprint.of("", RemovalLimit.DEFAULT).sha256())
                .isEqualTo(Fingerprint.of("", new RemovalLimit(20, 10)).sha256())
                .hasSize(64);
    }

    @Test
    void whatIsNoSha256IsRefused() {
        assertThatThrownBy(() -> new Fingerprint("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fingerprint("G".repeat(64))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fingerprint("a".repeat(65))).isInstanceOf(IllegalArgumentException.class);
    }
}
