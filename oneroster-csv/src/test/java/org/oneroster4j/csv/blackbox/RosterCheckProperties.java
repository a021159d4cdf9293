package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.Column;
import org.oneroster4j.csv.ColumnKind;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.Profile;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.check.RosterCheck;
import org.oneroster4j.csv.check.Sanity;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.testing.Drops;
import org.oneroster4j.testing.TextDrop;

/**
 * What the checks say of generated drops against plain counting: maps and lists of everything, written without a look at
 * the checks.
 */
class RosterCheckProperties {
    /** A row as plain data. */
    private record PlainRow(
            OneRosterFile file,
            String name,
            long line,
            String id,
            boolean live,
            boolean read,
            Map<String, String> cells) {}

    /** A drop with all of its rows in memory. */
    private record PlainDrop(OneRosterDrop drop, Map<OneRosterFile, List<PlainRow>> rows, Set<OneRosterFile> whole) {
        static PlainDrop of(TextDrop text) {
            OneRosterDrop drop = open(text, new ArrayList<>());
            Map<OneRosterFile, List<PlainRow>> rows = new TreeMap<>();
            Set<OneRosterFile> whole = new TreeSet<>();
            for (RosterFile<?> file : RosterFile.all()) {
                List<PlainRow> ofFile = new ArrayList<>();
                try {
                    read(drop, file, ofFile);
                    whole.add(file.file());
                } catch (DropUnreadableException e) {
                    assertThat(e.finding().code()).isNotNull();
                }
                rows.put(file.file(), ofFile);
            }
            return new PlainDrop(drop, rows, whole);
        }

        private static <T extends RosterRecord> void read(OneRosterDrop drop, RosterFile<T> file, List<PlainRow> into) {
            try (var rows = drop.rows(file)) {
                for (Row<T> row : rows) {
                    Map<String, String> cells = new LinkedHashMap<>();
                    drop.header(file.file()).forEach(name -> cells.put(name, CellText.trimmed(row.text(name))));
                    into.add(new PlainRow(
                            file.file(),
                            row.location().file(),
                            row.location().line(),
                            row.sourcedId(),
                            RecordStatus.isLive(row.status()),
                            row.record().isPresent(),
                            cells));
                }
            }
        }

        boolean isDelta(OneRosterFile file) {
            return drop.manifest()
                    .filter(said -> said.mode(file) == ImportMode.DELTA)
                    .isPresent();
        }

        List<PlainRow> live(OneRosterFile file) {
            return rows.getOrDefault(file, List.of()).stream()
                    .filter(row -> row.live() && row.read())
                    .toList();
        }
    }

    private static OneRosterDrop open(TextDrop text, List<Finding> findings) {
        Map<String, ByteSource> files = new HashMap<>();
        text.bytes().forEach((name, bytes) -> files.put(name, () -> new ByteArrayInputStream(bytes)));
        return OneRosterDrop.of(files, ReadOptions.defaults().withProfile(Profile.LENIENT), findings::add);
    }

    private static List<Finding> checked(TextDrop text) {
        List<Finding> findings = new ArrayList<>();
        RosterCheck.check(open(text, findings));
        return findings;
    }

    @Provide
    Arbitrary<TextDrop> messy() {
        return Drops.messy();
    }

    @Provide
    Arbitrary<TextDrop> tidy() {
        return Drops.tidy();
    }

    /** The first place of each id that nobody has, and how often it is named. */
    @Property
    void missingRecordsAreThoseThatNoRowDescribes(@ForAll("messy") TextDrop text) {
        PlainDrop plain = PlainDrop.of(text);
        Map<String, String> firsts = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (RosterFile<?> file : RosterFile.all()) {
            for (PlainRow row : plain.live(file.file())) {
                for (Column column : file.columns()) {
                    for (String id : missing(plain, file, column, row)) {
                        String key = column.target().orElseThrow() + " " + id;
                        firsts.putIfAbsent(key, row.name() + ":" + row.line() + " " + column.name());
                        counts.merge(key, 1, Integer::sum);
                    }
                }
            }
        }
        List<String> expected = firsts.keySet().stream()
                .map(key -> firsts.get(key) + " " + counts.get(key))
                .sorted()
                .toList();
        List<String> told = checked(text).stream()
                .filter(finding -> finding.code() == CsvFindingCode.MISSING_RECORD)
                .map(finding -> finding.location().fileName() + ":"
                        + finding.location().lineNumber().orElseThrow() + " "
                        + finding.location().columnName() + " "
                        + finding.details().get(1).replaceAll(" .*", ""))
                .sorted()
                .toList();
        assertThat(told).isEqualTo(expected);
    }

    private static List<String> missing(PlainDrop plain, RosterFile<?> file, Column column, PlainRow row) {
        if (column.target().isEmpty()) {
            return List.of();
        }
        OneRosterFile target = column.target().get();
        boolean judged = plain.drop().has(target)
                && plain.whole().contains(target)
                && !plain.isDelta(target)
                && !plain.isDelta(file.file());
        List<String> missing = new ArrayList<>();
        String cell = row.cells().getOrDefault(column.name(), "");
        boolean list = column.kind() == ColumnKind.REFERENCES;
        for (String item : list ? cell.split(",", -1) : new String[] {cell}) {
            String id = CellText.trimmed(item);
            boolean there = plain.rows().getOrDefault(target, List.of()).stream()
                    .anyMatch(other -> other.id().equals(id));
            if (judged && !id.isEmpty() && !CellText.holdsControl(id) && !there) {
                missing.add(id);
            }
        }
        return missing;
    }

    @Property
    void repeatedIdsAreThoseOfEarlierRows(@ForAll("messy") TextDrop text) {
        PlainDrop plain = PlainDrop.of(text);
        List<String> expected = new ArrayList<>();
        plain.rows().forEach((file, rows) -> {
            Map<String, List<PlainRow>> byId = new LinkedHashMap<>();
            Set<String> keys = new TreeSet<>();
            for (PlainRow row : rows) {
                if (!row.read() || row.id().isEmpty() || !plain.whole().contains(file)) {
                    continue;
                }
                List<PlainRow> before = byId.computeIfAbsent(row.id(), id -> new ArrayList<>());
                boolean newKey = keys.add(CellText.composed(row.id()).toLowerCase(Locale.ROOT));
                String place = " " + row.name() + ":" + row.line();
                if (!before.isEmpty()) {
                    List<PlainRow> liveBefore =
                            before.stream().filter(PlainRow::live).toList();
                    boolean differs = row.live()
                            && !liveBefore.isEmpty()
                            && !liveBefore.get(0).cells().equals(row.cells());
                    expected.add((differs ? "conflicting-id" : "repeated-id") + place);
                } else if (!newKey) {
                    expected.add("id-differs-by-case" + place);
                }
                before.add(row);
            }
        });
        List<String> told = checked(text).stream()
                .filter(finding -> Set.of(
                                CsvFindingCode.REPEATED_ID,
                                CsvFindingCode.CONFLICTING_ID,
                                CsvFindingCode.ID_DIFFERS_BY_CASE)
                        .contains(finding.code()))
                .map(finding -> finding.code().code() + " "
                        + finding.location().fileName() + ":"
                        + finding.location().lineNumber().orElseThrow())
                .toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property
    void countersAddUp(@ForAll("tidy") TextDrop text) {
        PlainDrop plain = PlainDrop.of(text);
        Sanity sanity = RosterCheck.check(open(text, new ArrayList<>())).orElseThrow();
        List<PlainRow> enrollments = plain.live(OneRosterFile.ENROLLMENTS);
        List<PlainRow> students = plain.live(OneRosterFile.USERS).stream()
                .filter(user -> "student".equals(user.cells().get("role")))
                .toList();
        List<PlainRow> classes = plain.live(OneRosterFile.CLASSES);

        assertThat(sanity.total().students()).isEqualTo(students.size());
        assertThat(sanity.total().studentsWithoutEnrollments()).isEqualTo((int) students.stream()
                .filter(student -> enrollments.stream()
                        .noneMatch(row -> student.id().equals(row.cells().get("userSourcedId"))))
                .count());
        assertThat(sanity.total().classes()).isEqualTo(classes.size());
        assertThat(sanity.total().classesWithoutTeachers()).isEqualTo((int) classes.stream()
                .filter(held -> enrollments.stream()
                        .noneMatch(row -> held.id().equals(row.cells().get("classSourcedId"))
                                && "teacher".equals(row.cells().get("role"))))
                .count());
        assertThat(sanity.schools().stream()
                        .mapToInt(school -> school.classes())
                        .sum())
                .isEqualTo(classes.size());
    }
}
