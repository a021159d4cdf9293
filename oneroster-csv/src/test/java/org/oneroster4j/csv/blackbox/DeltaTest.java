package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.delta.Applied;
import org.oneroster4j.csv.delta.Baseline;
import org.oneroster4j.csv.delta.Delta;
import org.oneroster4j.csv.delta.FileCounts;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.finding.Finding;

/** Deltas row by row. */
class DeltaTest {
    private static final Instant MONDAY = Instant.parse("2026-10-05T00:00:00Z");
    private static final String TUESDAY = "2026-10-06T00:00:00.000Z";
    private static final String WEDNESDAY = "2026-10-07T00:00:00.000Z";
    private static final String SPEC = "sourcedId,status,dateLastModified,title";
    private static final String FULL = "categories.csv";

    @TempDir
    private Path folder = Path.of("");

    private final List<Finding> findings = new ArrayList<>();

    private OneRosterDrop drop(Map<String, String> files) {
        Map<String, ByteSource> sources = new HashMap<>();
        files.forEach((name, text) ->
                sources.put(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        return OneRosterDrop.of(sources, ReadOptions.defaults(), findings::add);
    }

    private OneRosterDrop full(String... rows) {
        return drop(Map.of(FULL, lines(rows)));
    }

    private OneRosterDrop delta(String... rows) {
        return sent("delta", rows);
    }

    private OneRosterDrop sent(String mode, String... rows) {
        return drop(Map.of(
                FULL,
                lines(rows),
                "manifest.csv",
                lines("propertyName,value", "oneroster.version,1.1", "file.categories," + mode)));
    }

    private static String lines(String... rows) {
        return String.join("\r\n", rows) + "\r\n";
    }

    private Path target() {
        return folder.resolve("target");
    }

    private Optional<Applied> apply(@Nullable OneRosterDrop full, OneRosterDrop delta) {
        try {
            return Delta.apply(full == null ? null : new Baseline(full, MONDAY), delta, target());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileCounts counts(OneRosterDrop full, OneRosterDrop delta) {
        return apply(full, delta).orElseThrow().of(OneRosterFile.CATEGORIES);
    }

    /** The rows of the result, without the header of the specification. */
    private List<String> result() {
        String text = Scratch.files(target()).getOrDefault(FULL, "");
        List<String> lines = Arrays.asList(text.split("\r\n", -1));
        return lines.subList(0, lines.size() - 1);
    }

    private void assertRefused(Optional<Applied> applied, String... told) {
        assertThat(applied).isEmpty();
        assertThat(Opened.brief(findings)).contains(told);
        assertThat(target()).doesNotExist();
    }

    @Test
    void activeReplacesOrAddsAndTobedeletedTakesAway() {
        FileCounts counts = counts(
                full(SPEC, "c1,,,One", "c2,,,Two", "c3,,,Three", "c4,,,Four"),
                delta(
                        SPEC,
                        "c5,active," + TUESDAY + ",Five",
                        "c2,active," + WEDNESDAY + ",\"Two, again\"",
                        "c3,tobedeleted," + TUESDAY + ",",
                        "c1,inactive," + TUESDAY + ",",
                        "c9,tobedeleted," + TUESDAY + ",Nine"));

        assertThat(result()).containsExactly(SPEC, "c2,,,\"Two, again\"", "c4,,,Four", "c5,,,Five");
        assertThat(counts).isEqualTo(new FileCounts(1, 1, 1, 2, 1, 0, 0));
        assertThat(Opened.brief(findings)).containsExactly("delta-delete-unknown categories.csv:6  c9");
    }

    @Test
    void newestDateIsThatOfTheResult() {
        Applied applied = apply(
                        full(SPEC, "c1,,,One"),
                        delta(SPEC, "c1,active," + WEDNESDAY + ",1", "c2,active," + TUESDAY + ",2"))
                .orElseThrow();
        assertThat(applied.at()).contains(Instant.parse(WEDNESDAY));
    }

    @Test
    void ofSeveralRowsOfOneIdTheOneChangedLastCounts() {
        counts(
                full(SPEC, "c1,,,One"),
                delta(
                        SPEC,
                        "c1,active," + WEDNESDAY + ",late",
                        "c1,tobedeleted," + TUESDAY + ",",
                        "c2,active," + TUESDAY + ",first",
                        " c2 ,active," + TUESDAY + ",second",
                        "c3,active," + TUESDAY + ",dated",
                        "c3,active,,undated"));
        assertThat(result()).containsExactly(SPEC, "c1,,,late", " c2 ,,,second", "c3,,,dated");
    }

    @Test
    void bulkReplacesTheFileAndKeepsItsOwnColumns() {
        FileCounts counts =
                counts(full(SPEC + ",metadata.old", "c1,,,One,x"), sent("bulk", SPEC + ",metadata.new", "c2,,,Two,y"));
        assertThat(result()).containsExactly(SPEC + ",metadata.new", "c2,,,Two,y");
        assertThat(counts).isEqualTo(new FileCounts(1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void fileThatTheDeltaDoesNotHaveStays() {
        OneRosterDrop empty = drop(Map.of("manifest.csv", lines("propertyName,value", "file.categories,absent")));
        Applied applied = apply(full(SPEC, "c1,,,One"), empty).orElseThrow();
        assertThat(result()).containsExactly(SPEC, "c1,,,One");
        assertThat(applied.at()).contains(MONDAY);
    }

    @Test
    void fileThatTheManifestDoesNotNameIsNotLookedAt() {
        counts(full(SPEC, "c1,,,One"), sent("absent", SPEC, "c2,active," + TUESDAY + ",Two"));
        assertThat(result()).containsExactly(SPEC, "c1,,,One");
        assertThat(Opened.brief(findings)).contains("delta-file-ignored categories.csv:0");
    }

    @Test
    void fileOfWhichNothingIsLeftIsNotWritten() throws IOException {
        counts(full(SPEC, "c1,,,One"), delta(SPEC, "c1,tobedeleted," + TUESDAY + ","));
        assertThat(Scratch.files(target())).containsOnlyKeys("manifest.csv");
        assertThat(Files.readString(target().resolve("manifest.csv"))).contains("file.categories,absent\r\n");
    }

    // What is carried over

    @Test
    void cellsAreCarriedAsTheyAre() {
        String defects =
                "c1,,, \"\"\"Zo\u00EB\"\" ".replace(" \"\"\"", "\" \"\"").concat("\"");
        counts(
                full("title,SOURCEDID,status,dateLastModified", "\" \"\"Zo\u00EB\"\" \",c1,,", "\"a\nb\",c2,,"),
                delta(SPEC, "c3,active," + TUESDAY + ",x"));
        assertThat(result()).containsExactly(SPEC, defects, "c2,,,\"a\nb\"", "c3,,,x");
    }

    @Test
    void columnsOfTheSendersOwnAndUnknownOnesStandAtTheEnd() {
        counts(
                full("tenant," + SPEC + ",metadata.a,", "t,c1,,,One,x,", "t,c2,,,Two,y,"),
                delta(SPEC + ",Metadata.A,metadata.b", "c2,active," + TUESDAY + ",2,n,m"));
        assertThat(result()).containsExactly(SPEC + ",metadata.a,metadata.b,tenant", "c1,,,One,x,,t", "c2,,,2,n,m,");
    }

    @Test
    void statusThatNobodyCanReadStaysAndADeletedRowGoes() {
        FileCounts counts = counts(
                full(
                        SPEC,
                        "c1,retired," + TUESDAY + ",One",
                        "c2,Active," + TUESDAY + ",Two",
                        "c3,inactive,,Three",
                        "c4, ,x,Four"),
                delta(SPEC, "c5,active," + TUESDAY + ",Five"));
        assertThat(result()).containsExactly(SPEC, "c1,retired,,One", "c2,,,Two", "c4,,,Four", "c5,,,Five");
        assertThat(counts).isEqualTo(new FileCounts(3, 0, 1, 1, 0, 0, 0));
    }

    @Test
    void rowsWithoutAnIdAndShortOnesAreCarried() {
        counts(full(SPEC, ",,,None", "c1", "c2,,,Two,,"), delta(SPEC, "c3,active," + TUESDAY + ",x"));
        assertThat(result()).containsExactly(SPEC, ",,,None", "c1,,,", "c2,,,Two", "c3,,,x");
    }

    @Test
    void rowsWhoseColumnsMayHaveShiftedAreLeftOutAndTold() {
        FileCounts counts = counts(
                full(SPEC, "c1,,,One,more", "c2,,,\"Two\"x", "c3,,,Three"), delta(SPEC, "c4,active," + TUESDAY + ",x"));
        assertThat(result()).containsExactly(SPEC, "c3,,,Three", "c4,,,x");
        assertThat(counts.leftOut()).isEqualTo(2);
        assertThat(Opened.brief(findings))
                .containsExactly("row-not-carried categories.csv:2  c1", "row-not-carried categories.csv:3  c2");
    }

    @Test
    void recordThatStandsTwiceIsReplacedOnce() {
        FileCounts counts = counts(
                full(SPEC, "c1,,,One", "c2,,,Two", "c1,,,Uno", "c2,,,Due"),
                delta(SPEC, "c1,active," + TUESDAY + ",1", "c2,tobedeleted," + TUESDAY + ","));
        assertThat(result()).containsExactly(SPEC, "c1,,,1");
        assertThat(counts).isEqualTo(new FileCounts(0, 1, 0, 3, 0, 0, 0));
    }

    // Rows of the delta that change nothing

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c1,," + TUESDAY + ",x",
                "c1,gone," + TUESDAY + ",x",
                ",active," + TUESDAY + ",x",
                "\"c\u0007\",tobedeleted," + TUESDAY + ",x",
                "c1,tobedeleted," + TUESDAY + ",x,y",
                "c1,active," + TUESDAY + ",\"x\"y"
            })
    void rowOfTheDeltaThatCannotBeReadChangesNothingAndIsTold(String row) {
        FileCounts counts = counts(full(SPEC, "c1,,,One"), delta(SPEC, "c2,active," + TUESDAY + ",Two", row));
        assertThat(result()).containsExactly(SPEC, "c1,,,One", "c2,,,Two");
        assertThat(counts.ignored()).isOne();
        assertThat(Opened.brief(findings)).anyMatch(told -> told.startsWith("delta-row-ignored categories.csv:3"));
    }

    @Test
    void recordThatCannotBeReadIsNotLetInAndOneThatIsGoneNeedNotBe() {
        String header = "sourcedId,status,dateLastModified,role";
        OneRosterDrop full = drop(Map.of("users.csv", lines(header, "u1,,,student", "u2,,,student")));
        OneRosterDrop delta = drop(Map.of(
                "users.csv",
                lines(header, "u1,active," + TUESDAY + ",wizard", "u2,tobedeleted," + TUESDAY + ","),
                "manifest.csv",
                lines("propertyName,value", "file.users,delta")));
        FileCounts counts = apply(full, delta).orElseThrow().of(OneRosterFile.USERS);
        assertThat(counts).isEqualTo(new FileCounts(1, 0, 0, 1, 0, 1, 0));
        assertThat(Opened.brief(findings))
                .containsExactly("unreadable-value users.csv:2 role u1", "delta-row-ignored users.csv:2  u1");
    }

    // Refusals

    @Test
    void deltaWithoutAFullDropIsRefused() {
        assertRefused(apply(null, delta(SPEC, "c1,active," + TUESDAY + ",x")), "baseline-missing categories.csv:0");
    }

    @Test
    void changesAreNoFullDrop() {
        assertRefused(
                apply(delta(SPEC, "c0,active," + TUESDAY + ",x"), delta(SPEC, "c1,active," + WEDNESDAY + ",x")),
                "baseline-missing categories.csv:0");
    }

    @Test
    void fullFilesNeedNoFullDropBeforeThem() {
        Applied applied = apply(null, sent("bulk", SPEC, "c1,,,One")).orElseThrow();
        assertThat(result()).containsExactly(SPEC, "c1,,,One");
        assertThat(applied.at()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-05T00:00:00.000Z", "2026-10-04"})
    void deltaThatIsNotNewerIsRefused(String date) {
        assertRefused(apply(full(SPEC, "c1,,,One"), delta(SPEC, "c1,active," + date + ",x")), "delta-too-old :0");
    }

    @Test
    void deltaWithoutAnyDateIsRefused() {
        assertRefused(apply(full(SPEC, "c1,,,One"), delta(SPEC, "c1,active,,x")), "delta-undated :0");
    }

    @Test
    void deltaThatDoesNotSayWhatItsFileIsIsRefused() {
        assertRefused(
                apply(full(SPEC, "c1,,,One"), sent("changes", SPEC, "c1,active," + TUESDAY + ",x")),
                "delta-mode-unreadable categories.csv:0");
    }

    @Test
    void columnThatStandsTwiceIsRefused() {
        assertRefused(
                apply(full(SPEC + ",mine,Mine", "c1,,,One,1,2"), delta(SPEC, "c1,active," + TUESDAY + ",x")),
                "duplicate-header categories.csv:1 column 6");
    }

    @Test
    void dropThatCannotBeReadLeavesNothingBehind() {
        OneRosterDrop full = full(SPEC, "c1,,,One", "c2,,,\"Two");
        OneRosterDrop delta = delta(SPEC, "c1,active," + TUESDAY + ",x");
        assertThatThrownBy(() -> apply(full, delta)).isInstanceOf(DropUnreadableException.class);
        assertThat(Scratch.files(target())).isEmpty();
    }

    @Test
    void rowsThatAQuoteSwallowsAreNotCarriedAsOneValue() {
        OneRosterDrop full = full(SPEC, "c1,,,\"One", "c2,,,Two", "c3,,,\"");
        OneRosterDrop delta = delta(SPEC, "c1,active," + TUESDAY + ",x");
        assertThatThrownBy(() -> apply(full, delta)).isInstanceOf(DropUnreadableException.class);
    }

    @Test
    void dropInTheTargetIsNotWrittenOver() throws IOException {
        Files.createDirectory(target());
        Files.writeString(target().resolve("users.csv"), "x");
        assertThatThrownBy(() -> Delta.apply(null, sent("bulk", SPEC, "c1,,,One"), target()))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Scratch.files(target())).containsOnlyKeys("users.csv").containsValue("x");
    }

    // Composition

    @Test
    void composedDeltaHasTheLastRowOfEachRecord() throws IOException {
        boolean composed = Delta.compose(
                delta(
                        SPEC,
                        "c1,active," + TUESDAY + ",1",
                        "c2,active," + TUESDAY + ",2",
                        "c3,tobedeleted," + TUESDAY + ","),
                delta(SPEC, "c2,tobedeleted," + WEDNESDAY + ",", "c3,active," + WEDNESDAY + ",3"),
                target());
        assertThat(composed).isTrue();
        assertThat(result())
                .containsExactly(
                        SPEC,
                        "c1,active," + TUESDAY + ",1",
                        "c2,tobedeleted," + WEDNESDAY + ",",
                        "c3,active," + WEDNESDAY + ",3");
        assertThat(Files.readString(target().resolve("manifest.csv"))).contains("file.categories,delta\r\n");
    }

    @Test
    void fullFileOfWhichNothingIsLeftStaysAFullFile() throws IOException {
        OneRosterDrop first = sent("bulk", SPEC, "c1,,,One");
        assertThat(Delta.compose(first, delta(SPEC, "c1,tobedeleted," + TUESDAY + ","), target()))
                .isTrue();
        assertThat(result()).containsExactly(SPEC);
        OneRosterDrop composed = OneRosterDrop.open(target(), ReadOptions.defaults(), findings::add);
        Path applied = folder.resolve("applied");
        assertThat(Delta.apply(new Baseline(full(SPEC, "c7,,,Seven"), MONDAY), composed, applied))
                .isPresent();
        assertThat(Scratch.files(applied)).containsOnlyKeys("manifest.csv");
    }

    @Test
    void deltasAreComposedInTheirOrder() throws IOException {
        OneRosterDrop late = delta(SPEC, "c1,active," + WEDNESDAY + ",1");
        OneRosterDrop early = delta(SPEC, "c1,active," + TUESDAY + ",1");
        assertThat(Delta.compose(late, early, target())).isFalse();
        assertRefused(Optional.empty(), "delta-too-old :0");
    }
}
