package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.DropCheck;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.Profile;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.testing.Drops;
import org.oneroster4j.testing.TextDrop;

/** Both profiles read the same; neither the order of rows nor that of columns changes what is read. */
class ProfileProperties {
    /** What was read of a drop: its records by file, as text, and what was found. */
    private record Read(Map<OneRosterFile, List<String>> records, List<Finding> findings) {
        static Read of(TextDrop drop, Profile profile) {
            Map<String, ByteSource> files = new HashMap<>();
            drop.bytes().forEach((name, bytes) -> files.put(name, () -> new ByteArrayInputStream(bytes)));
            List<Finding> findings = new ArrayList<>();
            OneRosterDrop opened = OneRosterDrop.of(
                    files, ReadOptions.defaults().withProfile(profile).withValidate(true), findings::add);
            new DropCheck(opened).files(List.of(OneRosterFile.values()), findings::add);
            Map<OneRosterFile, List<String>> records = new TreeMap<>();
            RosterFile.all().forEach(file -> records.put(file.file(), records(opened, file)));
            return new Read(records, findings);
        }

        private static List<String> records(OneRosterDrop drop, RosterFile<?> file) {
            List<String> records = new ArrayList<>();
            try (var rows = drop.rows(file)) {
                rows.forEach(row ->
                        records.add(row.record().map(ProfileProperties::content).orElse("rejected")));
            } catch (DropUnreadableException e) {
                records.add("unreadable");
            }
            return records;
        }
    }

    /** All that a record holds; its own text leaves people out. */
    private static String content(Object record) {
        StringBuilder content = new StringBuilder();
        for (var component : record.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(record);
                // Columns of the sender's own come in the order of the file.
                content.append(value instanceof Map<?, ?> map ? new TreeMap<>(map) : value)
                        .append('|');
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("A record has accessors", e);
            }
        }
        return content.toString();
    }

    @Property
    void profilesReadTheSameAndDifferInSeverityAlone(@ForAll("messy") TextDrop drop) {
        Read lenient = Read.of(drop, Profile.LENIENT);
        Read strict = Read.of(drop, Profile.STRICT);

        assertThat(strict.records()).isEqualTo(lenient.records());
        assertThat(strict.findings().stream()
                        .map(ProfileProperties::withoutSeverity)
                        .toList())
                .isEqualTo(lenient.findings().stream()
                        .map(ProfileProperties::withoutSeverity)
                        .toList());
    }

    private static Finding withoutSeverity(Finding finding) {
        return finding.as(finding.code().severity());
    }

    @Property
    void canonicalDropGivesNoFindingInEitherProfile(@ForAll("tidy") TextDrop drop) {
        for (Profile profile : Profile.values()) {
            // Tidy is what Impero's rules allow; canonical it is but for a blank enabledUser and "1, 3" as periods.
            assertThat(Read.of(drop, profile).findings())
                    .allMatch(finding -> List.of("enabledUser", "periods")
                            .contains(finding.location().columnName()));
        }
    }

    @Property
    void orderOfRowsAndColumnsChangesNoRecord(@ForAll("messy") TextDrop drop, @ForAll long seed) {
        Map<OneRosterFile, List<String>> straight =
                Read.of(drop, Profile.LENIENT).records();
        Map<OneRosterFile, List<String>> shuffled =
                Read.of(drop.shuffled(new Random(seed)), Profile.LENIENT).records();

        straight.forEach((file, records) ->
                assertThat(shuffled.get(file)).as(file.fileName()).containsExactlyInAnyOrderElementsOf(records));
    }

    @Provide
    Arbitrary<TextDrop> messy() {
        return Drops.messy();
    }

    @Provide
    Arbitrary<TextDrop> tidy() {
        return Drops.tidy();
    }
}
