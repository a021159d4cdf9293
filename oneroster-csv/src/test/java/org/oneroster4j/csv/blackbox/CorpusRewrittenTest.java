package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.Profile;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.delta.Baseline;
import org.oneroster4j.csv.delta.Delta;
import org.oneroster4j.csv.write.DropWriter;
import org.oneroster4j.csv.write.WriteOptions;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.testing.Corpus;
import org.oneroster4j.testing.Records;

/** Real drops in the canonical layout say what they said before. */
class CorpusRewrittenTest {
    private static final ReadOptions STRICT =
            ReadOptions.defaults().withProfile(Profile.STRICT).withValidate(true);

    /** A drop of another version, all of whose files are delta. */
    private static final String CHANGES_ONLY = "moodle-v1p2-gotham";

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void corpusIsThere() {
        Corpus.assumeIsThere();
    }

    /** The full drops. */
    static Stream<String> drops() {
        return Corpus.drops().filter(name -> !name.equals(CHANGES_ONLY));
    }

    private static OneRosterDrop open(Path path, Collection<Finding> findings) throws IOException {
        return OneRosterDrop.open(path, STRICT, findings::add);
    }

    /** The drop after a delta in which nothing changed. */
    private OneRosterDrop rewritten(OneRosterDrop drop) throws IOException {
        OneRosterDrop nothing = OneRosterDrop.of(Map.of(), ReadOptions.defaults(), finding -> {});
        Path target = folder.resolve("rewritten");
        assertThat(Delta.apply(new Baseline(drop, Instant.EPOCH), nothing, target))
                .isPresent();
        return open(target, new ArrayList<>());
    }

    @ParameterizedTest
    @MethodSource("drops")
    void recordsAreTheSameWithoutStatusAndDateOfChange(String name) throws IOException {
        OneRosterDrop before = open(Corpus.folder(name), new ArrayList<>());
        OneRosterDrop after = rewritten(before);
        for (RosterFile<?> file : RosterFile.all()) {
            assertThat((List<?>) records(after, file)).isEqualTo(records(before, file));
        }
    }

    @Test
    void changesAreNotTakenForAFullDrop() throws IOException {
        List<Finding> findings = new ArrayList<>();
        OneRosterDrop nothing = OneRosterDrop.of(Map.of(), ReadOptions.defaults(), findings::add);
        OneRosterDrop changes = open(Corpus.folder(CHANGES_ONLY), new ArrayList<>());
        assertThat(Delta.apply(new Baseline(changes, Instant.EPOCH), nothing, folder.resolve("rewritten")))
                .isEmpty();
        assertThat(Opened.brief(findings)).contains("baseline-missing users.csv:0");
    }

    private static <T extends RosterRecord> List<T> records(OneRosterDrop drop, RosterFile<T> file) {
        return new Opened(drop, List.of())
                .records(opened -> opened.rows(file)).stream()
                        .filter(record -> RecordStatus.isLive(record.status()))
                        .map(record -> Records.with(record, "status", Optional.empty()))
                        .map(record -> Records.with(record, "dateLastModified", Optional.empty()))
                        .toList();
    }

    /** Files with nothing to be told of are written from their records as the same bytes. */
    @Test
    void soundFilesAreWrittenAsTheSameBytes() throws IOException {
        int same = 0;
        for (String name : drops().toList()) {
            try (Scratch scratch = new Scratch()) {
                Path first = scratch.path("first");
                OneRosterDrop nothing = OneRosterDrop.of(Map.of(), ReadOptions.defaults(), finding -> {});
                OneRosterDrop drop = open(Corpus.folder(name), new ArrayList<>());
                Delta.apply(new Baseline(drop, Instant.EPOCH), nothing, first);
                for (RosterFile<?> file : RosterFile.all()) {
                    String csv = file.file().fileName();
                    Optional<Table<?>> sound = sound(first, file);
                    if (sound.isPresent()) {
                        Path second = scratch.path(csv);
                        try (DropWriter writer = DropWriter.toFolder(second, WriteOptions.defaults())) {
                            Table.write(writer, List.of(sound.get()));
                        }
                        assertThat(second.resolve(csv)).hasSameTextualContentAs(first.resolve(csv));
                        assertThat(Files.size(second.resolve(csv))).isEqualTo(Files.size(first.resolve(csv)));
                        same++;
                    }
                }
            }
        }
        assertThat(same).isGreaterThan(20);
    }

    private static Optional<Table<?>> sound(Path folder, RosterFile<?> file) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Table<?> table = table(open(folder, findings), file);
        return findings.isEmpty() && !table.records().isEmpty() ? Optional.of(table) : Optional.empty();
    }

    private static <T extends RosterRecord> Table<T> table(OneRosterDrop drop, RosterFile<T> file) {
        List<String> own = new ArrayList<>(drop.header(file.file()));
        own.removeAll(file.header());
        return new Table<>(file.recordType(), ImportMode.BULK, own, List.of()).readFrom(drop);
    }
}
