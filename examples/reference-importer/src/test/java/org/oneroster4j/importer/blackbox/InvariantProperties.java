package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.oneroster4j.impero.ConsoleStaff;
import org.oneroster4j.impero.EmptyGroups;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.NameTemplate;
import org.oneroster4j.model.CellText;
import org.oneroster4j.testing.Drops;
import org.oneroster4j.testing.TextDrop;

/** What must hold of every output, whatever the input: said here without following the rules step by step. */
class InvariantProperties {
    private static final Set<String> STAFF = Set.of("teacher", "administrator", "aide", "proctor");

    @Property
    void accessIsOfStaffWithALiveEnrollmentAsStaffInThatClassOnThatDayWhateverTheSettings(
            @ForAll("messy") TextDrop drop, @ForAll("settings") MappingSettings settings) {
        Identity identity = settings.identity();
        InputTable users = InputTable.of(drop, "users.csv");
        InputTable enrollments = InputTable.of(drop, "enrollments.csv");
        Output output = Output.of(drop, settings);

        for (Map<String, String> access : output.rows("access.csv")) {
            Set<String> records = recordsOf(access, users, identity);
            assertThat(records).as("staff records behind %s", access).isNotEmpty();
            assertThat(enrollments.rows())
                    .as("an enrollment that gives %s", access)
                    .anyMatch(row -> isLive(row)
                            && records.contains(cell(row, "userSourcedId"))
                            && cell(row, "classSourcedId").equals(cell(access, "groupId"))
                            && cell(row, "role").equalsIgnoreCase(cell(access, "role"))
                            && coversTheDay(row));
        }
    }

    /** The ids of live staff records of the person: the one written, and those merged with it by R5. */
    private static Set<String> recordsOf(Map<String, String> access, InputTable users, Identity identity) {
        String key = CellText.key(access.getOrDefault(identity.column(), ""));
        return users.rows().stream()
                .filter(row -> isLive(row) && STAFF.contains(cell(row, "role").toLowerCase(Locale.ROOT)))
                .filter(row -> CellText.key(cell(row, identity.column())).equals(key))
                .map(row -> cell(row, "sourcedId"))
                .collect(Collectors.toSet());
    }

    private static boolean isLive(Map<String, String> row) {
        return cell(row, "status").isEmpty() || cell(row, "status").equalsIgnoreCase("active");
    }

    /** The generated dates that lie before the day begin with another year or month or a smaller day in any form. */
    private static boolean coversTheDay(Map<String, String> row) {
        return PlainDay.isNotAfter(cell(row, "beginDate"), Drops.AS_OF)
                && PlainDay.isNotBefore(cell(row, "endDate"), Drops.AS_OF);
    }

    @Property
    void guardiansParentsAndRelativesAreNowhere(@ForAll("messy") TextDrop drop, @ForAll Identity identity) {
        Set<String> others = new HashSet<>();
        Set<String> written = new HashSet<>();
        for (Map<String, String> row : InputTable.of(drop, "users.csv").rows()) {
            boolean unused = Set.of("guardian", "parent", "relative")
                    .contains(cell(row, "role").toLowerCase(Locale.ROOT));
            (unused ? others : written).add(cell(row, "sourcedId"));
        }
        others.removeAll(written);
        Output output = Output.of(drop, settings(identity));

        assertThat(output.column("users.csv", "userId")).noneMatch(others::contains);
        assertThat(output.column("members.csv", "userId")).noneMatch(others::contains);
        assertThat(output.column("access.csv", "userId")).noneMatch(others::contains);
    }

    @Property
    void orderOfRowsAndColumnsDoesNotMatter(
            @ForAll("messy") TextDrop drop, @ForAll Identity identity, @ForAll("randoms") Random random) {
        Conversion straight = Conversion.of(drop.bytes(), settings(identity));
        Conversion shuffled = Conversion.of(drop.shuffled(random).bytes(), settings(identity));

        assertThat(shuffled.state()).isEqualTo(straight.state());
        assertThat(Conversion.texts(shuffled.files())).isEqualTo(Conversion.texts(straight.files()));
        assertThat(shuffled.leftOut()).isEqualTo(straight.leftOut());
    }

    @Property
    void namesOfGroupsDifferWhateverTheCase(@ForAll("messy") TextDrop drop) {
        List<String> names = Output.of(drop, settings(Identity.USERNAME)).column("groups.csv", "groupName");

        assertThat(names.stream().map(CellText::key).toList()).doesNotHaveDuplicates();
        assertThat(names).noneMatch(String::isBlank);
    }

    @Property
    void linksReferToWhatIsWritten(@ForAll("messy") TextDrop drop, @ForAll Identity identity) {
        Output output = Output.of(drop, settings(identity));
        List<String> groups = output.column("groups.csv", "groupId");
        Map<String, String> kinds = new HashMap<>();
        output.rows("users.csv").forEach(row -> kinds.put(cell(row, "userId"), cell(row, "kind")));

        assertThat(groups).containsAll(output.column("members.csv", "groupId"));
        assertThat(groups).containsAll(output.column("access.csv", "groupId"));
        assertThat(output.column("members.csv", "userId")).allMatch(id -> "student".equals(kinds.get(id)));
        assertThat(output.column("access.csv", "userId")).allMatch(id -> "staff".equals(kinds.get(id)));
        assertThat(output.column("users.csv", identity.column()))
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    @Property
    void capsAreNeverExceededInWhatIsWritten(
            @ForAll("messy") TextDrop drop, @ForAll("caps") int users, @ForAll("caps") int classes) {
        Output output =
                Output.of(drop, settings(Identity.EMAIL).withMaxUsers(users).withMaxClasses(classes));

        assertThat(output.rows("users.csv")).hasSizeLessThanOrEqualTo(users);
        assertThat(output.rows("groups.csv")).hasSizeLessThanOrEqualTo(classes);
    }

    @Property
    void everyRowIsWrittenMergedOrCountedAsLeftOut(@ForAll("messy") TextDrop drop, @ForAll Identity identity) {
        Conversion conversion = Conversion.of(drop.bytes(), settings(identity));
        // A drop that was not mapped has no counts.
        Assume.that(conversion.run().orElseThrow().roster().isPresent());
        int rows = 0;
        for (String file : List.of("users.csv", "classes.csv", "enrollments.csv")) {
            rows += (int)
                    drop.rows(file).stream().filter(row -> !isWhollyEmpty(row)).count();
        }
        int leftOut = conversion.leftOut().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        var counts = conversion.run().orElseThrow().counts();
        int written = counts.users() + counts.groups() + counts.members() + counts.access();

        assertThat(written + leftOut + conversion.run().orElseThrow().rowsMerged())
                .isEqualTo(rows);
    }

    private static boolean isWhollyEmpty(List<String> row) {
        return row.stream().allMatch(cell -> CellText.trimmed(cell).isEmpty());
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static MappingSettings settings(Identity identity) {
        return MappingSettings.of(identity, Drops.AS_OF);
    }

    /** Any settings at all, as far as they decide who is let in; the caps high enough that something is written. */
    @Provide
    Arbitrary<MappingSettings> settings() {
        return Combinators.combine(
                        Arbitraries.of(Identity.class),
                        Drops.schoolFilter(),
                        Arbitraries.of(EmptyGroups.class),
                        Arbitraries.of(ConsoleStaff.class),
                        Arbitraries.of("{title}", "{classCode|title}[ {teachers}]", "Class"))
                .as((identity, schools, emptyGroups, consoleStaff, template) -> settings(identity)
                        .withSchools(schools)
                        .withEmptyGroups(emptyGroups)
                        .withConsoleStaff(consoleStaff)
                        .withNameTemplate(NameTemplate.of(template)));
    }

    @Provide
    Arbitrary<TextDrop> messy() {
        return Drops.messy();
    }

    @Provide
    Arbitrary<Integer> caps() {
        return Arbitraries.integers().between(1, 12);
    }

    @Provide
    Arbitrary<Random> randoms() {
        return Arbitraries.longs().map(Random::new);
    }
}
