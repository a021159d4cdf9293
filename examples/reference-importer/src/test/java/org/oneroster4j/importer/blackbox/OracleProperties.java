package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.oneroster4j.csv.RowPolicy;
import org.oneroster4j.csv.RowPolicy.BlankEnabledUser;
import org.oneroster4j.csv.RowPolicy.DateOrder;
import org.oneroster4j.csv.RowPolicy.LastRow;
import org.oneroster4j.csv.RowPolicy.ShortRows;
import org.oneroster4j.impero.AccessRole;
import org.oneroster4j.impero.ConsoleStaff;
import org.oneroster4j.impero.EmptyGroups;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.NameTemplate;
import org.oneroster4j.impero.Termless;
import org.oneroster4j.importer.oracle.PlainConversion;
import org.oneroster4j.testing.Drops;
import org.oneroster4j.testing.TextDrop;

/** The product agrees, byte for byte, with a second reading of the contract that shares no code with it. */
class OracleProperties {
    @Property
    void messyDropsConvertAsTheContractSays(
            @ForAll("messy") TextDrop drop,
            @ForAll("styles") TextDrop.Style style,
            @ForAll("settings") MappingSettings settings,
            @ForAll("readings") Conversion.Reading reading) {
        assertAgreement(drop.bytes(style), settings, reading);
    }

    @Property
    void tidyDropsConvertAsTheContractSays(
            @ForAll("tidy") TextDrop drop, @ForAll("settings") MappingSettings settings) {
        assertAgreement(drop.bytes(), settings);
    }

    static void assertAgreement(Map<String, byte[]> drop, MappingSettings settings) {
        assertAgreement(drop, settings, Conversion.Reading.DEFAULTS);
    }

    private static void assertAgreement(
            Map<String, byte[]> drop, MappingSettings settings, Conversion.Reading reading) {
        PlainConversion.Result expected = PlainConversion.convert(drop, plain(settings, reading));
        Conversion actual = Conversion.of(drop, settings, reading);
        assertThat(actual.state())
                .as("state; expected reasons %s", expected.reasons())
                .isEqualTo(expected.state());
        if (actual.summary().isEmpty()) {
            return;
        }
        assertThat(actual.summary().get().reasons()).isEqualTo(expected.reasons());
        if (expected.state().equals("published")) {
            assertThat(Conversion.texts(actual.files())).isEqualTo(Conversion.texts(expected.files()));
            assertThat(actual.files().keySet()).isEqualTo(expected.files().keySet());
            actual.files()
                    .forEach((name, bytes) -> assertThat(bytes)
                            .as(name)
                            .isEqualTo(expected.files().get(name)));
        } else {
            assertThat(actual.files()).isEmpty();
        }
        assertThat(new TreeMap<>(actual.summary().get().leftOut())).isEqualTo(new TreeMap<>(expected.leftOut()));
        assertThat(counts(actual)).isEqualTo(expected.counts());
    }

    private static Map<String, Integer> counts(Conversion actual) {
        var counts = actual.run().orElseThrow().counts();
        return Map.of(
                "groups", counts.groups(),
                "users", counts.users(),
                "students", counts.students(),
                "staff", counts.staff(),
                "members", counts.members(),
                "access", counts.access());
    }

    static PlainConversion.Settings plain(MappingSettings settings, Conversion.Reading reading) {
        return new PlainConversion.Settings(
                settings.identity().column(),
                settings.asOf(),
                settings.schools(),
                settings.maxUsers(),
                settings.maxClasses(),
                settings.emptyGroups() == EmptyGroups.KEEP,
                settings.consoleStaff() == ConsoleStaff.ASSIGNED,
                settings.nameTemplate().toString(),
                settings.honourEnrollmentDates(),
                settings.honourTerms(),
                settings.leadDays(),
                settings.lagDays(),
                settings.accessRoles().stream().map(role -> role.role().token()).collect(Collectors.toSet()),
                reading.rows().shortRows() == RowPolicy.ShortRows.BLANK,
                reading.rows().lastRow() == RowPolicy.LastRow.ACCEPT,
                switch (reading.rows().dateOrder()) {
                    case DETECT -> "";
                    case MONTH_FIRST -> "month-first";
                    case DAY_FIRST -> "day-first";
                },
                reading.rows().blankEnabledUser().name().toLowerCase(Locale.ROOT),
                settings.termless() == Termless.TAKE,
                settings.exclude(),
                reading.withoutColumns());
    }

    @Provide
    Arbitrary<TextDrop> messy() {
        return Drops.messy();
    }

    @Provide
    Arbitrary<TextDrop> tidy() {
        return Drops.tidy();
    }

    @Provide
    Arbitrary<TextDrop.Style> styles() {
        return TextDrop.Style.arbitrary();
    }

    @Provide
    Arbitrary<Conversion.Reading> readings() {
        return Combinators.combine(
                        Arbitraries.of(ShortRows.REJECT, ShortRows.REJECT, ShortRows.BLANK),
                        Arbitraries.of(LastRow.REJECT, LastRow.REJECT, LastRow.ACCEPT),
                        Arbitraries.of(DateOrder.DETECT, DateOrder.DETECT, DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST),
                        Arbitraries.of(BlankEnabledUser.class),
                        Arbitraries.of("users.enabledUser", "classes.termSourcedIds", "enrollments.status")
                                .set())
                .as((shortRows, lastRow, dates, blank, columns) -> new Conversion.Reading(
                        new RowPolicy(shortRows, lastRow, dates, blank, Optional.empty()), columns));
    }

    @Provide
    Arbitrary<MappingSettings> settings() {
        return Combinators.combine(
                        Arbitraries.of(Identity.class),
                        Drops.schoolFilter(),
                        Arbitraries.of(3, 8, 5000, 5000, 5000),
                        Arbitraries.of(2, 5, 1200, 1200, 1200),
                        Arbitraries.of(EmptyGroups.class),
                        Arbitraries.of(ConsoleStaff.class),
                        Arbitraries.of(
                                        "{title}[ ({classCode})]",
                                        "{title}[ ({classCode})]",
                                        "{courseTitle|title}[, {teachers}][ {schoolName}]",
                                        "[{title} ]{periods}",
                                        "{classCode|courseCode|sourcedId} {schoolId}{title}")
                                .map(NameTemplate::of))
                .as((identity, schools, users, classes, empty, staff, names) -> MappingSettings.of(
                                identity, Drops.AS_OF)
                        .withSchools(schools)
                        .withMaxUsers(users)
                        .withMaxClasses(classes)
                        .withEmptyGroups(empty)
                        .withConsoleStaff(staff)
                        .withNameTemplate(names))
                .flatMap(OracleProperties::withTimesAndRoles);
    }

    /** The defaults as a rule: they are what most schools run by. */
    private static Arbitrary<MappingSettings> withTimesAndRoles(MappingSettings settings) {
        Arbitrary<Set<AccessRole>> roles = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(settings.accessRoles())),
                Tuple.of(1, Arbitraries.of(AccessRole.class).set().ofMinSize(1)));
        return Combinators.combine(
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(0, 0, 1, 30, 200),
                        Arbitraries.of(0, 0, 1, 30, 200),
                        roles,
                        Arbitraries.of(Termless.LEAVE_OUT, Termless.LEAVE_OUT, Termless.TAKE),
                        Drops.someIds().set().ofMaxSize(3))
                .as((dates, terms, lead, lag, given, termless, exclude) -> settings.withHonourEnrollmentDates(dates)
                        .withHonourTerms(terms)
                        .withLeadDays(lead)
                        .withLagDays(lag)
                        .withAccessRoles(given)
                        .withTermless(termless)
                        .withExclude(exclude));
    }
}
