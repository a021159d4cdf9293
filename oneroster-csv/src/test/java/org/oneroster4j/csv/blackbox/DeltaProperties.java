package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.CellReader;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.delta.Applied;
import org.oneroster4j.csv.delta.Baseline;
import org.oneroster4j.csv.delta.Delta;
import org.oneroster4j.csv.write.DropWriter;
import org.oneroster4j.csv.write.WriteOptions;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.testing.Drops;
import org.oneroster4j.testing.TextDrop;

/** A delta brings a drop to where the sender's data are. */
class DeltaProperties {
    @Provide
    Arbitrary<List<Story<?>>> stories() {
        return Story.some();
    }

    @Provide
    Arbitrary<TextDrop> tidy() {
        return Drops.tidy();
    }

    @Provide
    Arbitrary<TextDrop> messy() {
        return Drops.messy();
    }

    private static OneRosterDrop open(Path path, Collection<Finding> findings) throws IOException {
        return OneRosterDrop.open(path, ReadOptions.defaults(), findings::add);
    }

    private static OneRosterDrop written(Path folder, Collection<Table<?>> tables) throws IOException {
        try (DropWriter drop = DropWriter.toFolder(folder, WriteOptions.defaults())) {
            Table.write(drop, tables);
        }
        return open(folder, new ArrayList<>());
    }

    private static OneRosterDrop full(Scratch scratch, List<Story<?>> stories, int day) throws IOException {
        List<Table<?>> tables = new ArrayList<>();
        stories.forEach(story -> tables.add(story.full(day)));
        return written(scratch.path("full" + day), tables);
    }

    private static OneRosterDrop sent(Scratch scratch, List<Story<?>> stories, int day) throws IOException {
        List<Table<?>> tables = new ArrayList<>();
        stories.forEach(story -> tables.add(story.sent(day)));
        return written(scratch.path("sent" + day), tables);
    }

    /** Reads the result, in which there is nothing to be told. */
    private static OneRosterDrop applied(Path target, OneRosterDrop baseline, OneRosterDrop delta, int day)
            throws IOException {
        Applied applied = Delta.apply(new Baseline(baseline, Story.at(day - 1)), delta, target)
                .orElseThrow();
        OneRosterDrop result = open(target, new ArrayList<>());
        applied.files().forEach((file, counts) -> assertThat(rows(result, file)).isEqualTo(counts.rows()));
        return result;
    }

    private static long rows(OneRosterDrop drop, OneRosterFile file) {
        long rows = 0;
        try (CellReader cells = drop.cells(RosterFile.of(file.recordType().orElseThrow()))) {
            while (cells.next()) {
                rows++;
            }
        }
        return rows;
    }

    private static void assertIsOfDay(OneRosterDrop drop, List<Story<?>> stories, int day) {
        for (Story<?> story : stories) {
            assertThat((Map<String, ?>) story.readFrom(drop)).isEqualTo(story.applied(day));
        }
    }

    @Property
    void appliedDeltaIsTheDropOfTheDayAndCanonical(@ForAll("stories") List<Story<?>> stories) throws IOException {
        try (Scratch scratch = new Scratch()) {
            Path target = scratch.path("applied");
            OneRosterDrop result = applied(target, full(scratch, stories, 0), sent(scratch, stories, 1), 1);
            assertIsOfDay(result, stories, 1);

            List<Table<?>> again = new ArrayList<>();
            stories.forEach(story -> again.add(live(story.full(1).readFrom(result))));
            Path rewritten = scratch.path("rewritten");
            written(rewritten, again);
            Map<String, String> expected = Scratch.files(target);
            expected.replaceAll((name, text) -> text.replaceAll("id\\d,tobedeleted,.*\r\n", ""));
            for (RosterFile<?> file : RosterFile.all()) {
                // The writer writes no file without rows, and says so in the manifest.
                if (expected.getOrDefault(file.file().fileName(), "").lines().count() == 1) {
                    expected.remove(file.file().fileName());
                    expected.computeIfPresent(
                            SoundDrop.MANIFEST,
                            (name, text) -> text.replace(
                                    file.file().manifestProperty() + ",bulk",
                                    file.file().manifestProperty() + ",absent"));
                }
            }
            assertThat(Scratch.files(rewritten)).isEqualTo(expected);
        }
    }

    private static <T extends RosterRecord> Table<T> live(Table<T> table) {
        return new Table<>(
                table.type(),
                table.mode(),
                table.metadata(),
                table.records().stream()
                        .filter(record -> RecordStatus.isLive(record.status()))
                        .toList());
    }

    @Property
    void twoDeltasOneAfterTheOtherAreTheDropOfTheDay(@ForAll("stories") List<Story<?>> stories) throws IOException {
        try (Scratch scratch = new Scratch()) {
            OneRosterDrop full = full(scratch, stories, 0);
            OneRosterDrop first = sent(scratch, stories, 1);
            OneRosterDrop second = sent(scratch, stories, 2);
            OneRosterDrop inSteps =
                    applied(scratch.path("step2"), applied(scratch.path("step1"), full, first, 1), second, 2);
            assertIsOfDay(inSteps, stories, 2);
        }
    }

    /** A manifest alone says that nothing changed. */
    private static OneRosterDrop nothing(Path folder) throws IOException {
        return written(folder, List.of());
    }

    private static OneRosterDrop of(TextDrop drop) {
        Map<String, ByteSource> files = new HashMap<>();
        drop.bytes().forEach((name, bytes) -> files.put(name, () -> new ByteArrayInputStream(bytes)));
        return OneRosterDrop.of(files, ReadOptions.defaults(), finding -> {});
    }

    @Property
    void emptyDeltaChangesNoRecord(@ForAll("tidy") TextDrop text) throws IOException {
        try (Scratch scratch = new Scratch()) {
            OneRosterDrop before = of(text);
            OneRosterDrop after = applied(scratch.path("once"), before, nothing(scratch.path("nothing")), 1);
            for (RosterFile<?> file : RosterFile.all()) {
                assertThat((List<?>) new Opened(after, List.of()).records(drop -> drop.rows(file)))
                        .isEqualTo(new Opened(before, List.of()).records(drop -> drop.rows(file)));
            }
            applied(scratch.path("twice"), after, nothing(scratch.path("nothing again")), 1);
            assertThat(Scratch.files(scratch.path("twice"))).isEqualTo(Scratch.files(scratch.path("once")));
        }
    }

    /** What nobody can read is there as before, cell by cell, under each name that the file had. */
    @Property
    void emptyDeltaLosesNoCellOfADropWithDefects(@ForAll("messy") TextDrop text) throws IOException {
        try (Scratch scratch = new Scratch()) {
            OneRosterDrop before = of(text);
            Path target = scratch.path("applied");
            if (Delta.apply(new Baseline(before, Story.at(0)), nothing(scratch.path("nothing")), target)
                    .isEmpty()) {
                // Refused for a column that stands twice, and nothing is written.
                assertThat(target).doesNotExist();
                return;
            }
            OneRosterDrop after = open(target, new ArrayList<>());
            for (RosterFile<?> file : RosterFile.all()) {
                List<String> columns = new ArrayList<>(before.header(file.file()));
                columns.removeAll(Arrays.asList("", "status", "dateLastModified"));
                assertThat(cells(after, file, columns)).isEqualTo(cells(before, file, columns));
            }
        }
    }

    private static List<List<String>> cells(OneRosterDrop drop, RosterFile<?> file, Collection<String> columns) {
        List<List<String>> rows = new ArrayList<>();
        try (CellReader cells = drop.cells(file)) {
            while (cells.next()) {
                if (cells.fits() && RecordStatus.isLive(cells.status())) {
                    rows.add(columns.stream()
                            .map(column -> cells.cell(cells.position(column)))
                            .toList());
                }
            }
        }
        return rows;
    }
}
