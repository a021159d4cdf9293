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
import org.oneroster4j.csv.RowPolicy;
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
    void activeReplacesOrAddsAndTobedeletedIsKeptAsDeleted() {
        FileCounts counts = counts(
                full(SPEC, "c1,,,One", "c2,,,Two", "c3,,,Three", "c4,,,Four"),
                delta(
                        SPEC,
                        "c5,active," + TUESDAY + ",Five",
                        "c2,active," + WEDNESDAY + ",\"Two, again\"",
                        "c3,tobedeleted," + TUESDAY + ",",
                        "c1,inactive," + TUESDAY + ",Uno",
                        "c9,tobedeleted," + TUESDAY + ",Nine"));

        assertThat(result())
                .containsExactly(
                        SPEC,
                        "c1,tobedeleted,,Uno",
                        "c2,,,\"Two, again\"",
                        "c3,tobedeleted,,",
                        "c4,,,Four",
                        "c5,,,Five",
                        "c9,tobedeleted,,Nine");
        assertThat(counts).isEqualTo(new FileCounts(1, 1, 1, 3, 0, 6));
        assertThat(findings).isEmpty();
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
    void severalLiveRowsOfOneIdAreAllWrittenForTheMappingToJudge() {
        counts(
                full(SPEC, "c1,,,One"),
                delta(SPEC, "c1,active," + WEDNESDAY + ",late", " c1 ,active," + TUESDAY + ",early"));
        assertThat(result()).containsExactly(SPEC, "c1,,,late", " c1 ,,,early");
    }

    @Test
    void liveAndDeletedRowOfOneIdTakeTheRecordOut() {
        FileCounts counts = counts(
                full(SPEC, "c1,,,One"),
                delta(SPEC, "c1,active," + WEDNESDAY + ",late", "c1,tobedeleted," + TUESDAY + ",", "c2,active,,Two"));
        assertThat(result()).containsExactly(SPEC, "c1,tobedeleted,,One", "c2,,,Two");
        assertThat(counts).isEqualTo(new FileCounts(0, 0, 1, 0, 1, 2));
        assertThat(Opened.brief(findings)).containsExactly("delta-row-unreadable categories.csv:2  c1");
    }

    @Test
    void idThatDiffersByCaseTakesBothRecordsOutUnlessItIsStoredItself() {
        counts(
                full(SPEC, "C1,,,One", "c2,,,Two", "C2,,,Deux"),
                delta(SPEC, "c1,active," + TUESDAY + ",1", "c2,active," + TUESDAY + ",2"));
        assertThat(result()).containsExactly(SPEC, "C1,tobedeleted,,One", "c2,,,2", "C2,,,Deux", "c1,tobedeleted,,1");
        assertThat(Opened.brief(findings)).containsExactly("delta-row-unreadable categories.csv:2  c1");
    }

    @Test
    void bulkReplacesTheFileAndKeepsItsOwnColumns() {
        FileCounts counts =
                counts(full(SPEC + ",metadata.old", "c1,,,One,x"), sent("bulk", SPEC + ",metadata.new", "c2,,,Two,y"));
        assertThat(result()).containsExactly(SPEC + ",metadata.new", "c2,,,Two,y");
        assertThat(counts).isEqualTo(new FileCounts(1, 0, 0, 0, 0, 1));
    }

    @Test
    void fileThatTheDeltaDoesNotHaveStays() {
        OneRosterDrop empty = drop(Map.of("manifest.csv", lines("propertyName,value", "file.categories,absent")));
        Applied applied = apply(full(SPEC, "c1,,,One"), empty).orElseThrow();
        assertThat(result()).containsExactly(SPEC, "c1,,,One");
        assertThat(applied.at()).contains(MONDAY);
    }

    @Test
    void fileThatIsThereIsReadWhateverTheManifestSaysOfIt() {
        counts(full(SPEC, "c1,,,One"), sent("absent", SPEC, "c2,active," + TUESDAY + ",Two"));
        assertThat(result()).containsExactly(SPEC, "c2,,,Two");
    }

    @Test
    void fileOfWhichNothingIsLeftHasItsHeader() throws IOException {
        counts(full(SPEC, "c1,,,One"), sent("bulk", SPEC));
        assertThat(result()).containsExactly(SPEC);
        assertThat(Files.readString(target().resolve("manifest.csv"))).contains("file.categories,bulk\r\n");
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
    void statusStaysUnlessItIsActive() {
        FileCounts counts = counts(
                full(
                        SPEC,
                        "c1,retired," + TUESDAY + ",One",
                        "c2,Active," + TUESDAY + ",Two",
                        "c3,inactive,,Three",
                        "c4, ,x,Four"),
                delta(SPEC, "c5,active," + TUESDAY + ",Five"));
        assertThat(result())
                .containsExactly(SPEC, "c1,retired,,One", "c2,,,Two", "c3,inactive,,Three", "c4, ,,Four", "c5,,,Five");
        assertThat(counts).isEqualTo(new FileCounts(4, 0, 1, 0, 0, 5));
    }

    @Test
    void rowsWithoutAnIdAreCarriedAndRowsOfAWrongShapeStayOfOne() {
        counts(
                full(SPEC, ",,,None", "c1", "c2,,,Two,,", "c3,,,Three,more", "c4,,,\"a\nb, c\"", "c5,,,Five"),
                delta(SPEC, "c6,active," + TUESDAY + ",x"));
        assertThat(result())
                .containsExactly(SPEC, ",,,None", "c1,,,,?", "c2,,,,?", "c3,,,,?", "c4,,,,?", "c5,,,Five", "c6,,,x");
    }

    @Test
    void onlyColumnsThatOneOfBothHasAreWritten() {
        counts(
                full("sourcedId,title", "c1,One"),
                delta("sourcedId,status,dateLastModified,title", "c2,active," + TUESDAY + ",Two"));
        assertThat(result()).containsExactly(SPEC, "c1,,,One", "c2,,,Two");
    }

    @Test
    void recordThatOccursTwiceIsReplacedOnce() {
        FileCounts counts = counts(
                full(SPEC, "c1,,,One", "c2,,,Two", "c1,,,Uno", "c2,,,Due"),
                delta(SPEC, "c1,active," + TUESDAY + ",1", "c2,tobedeleted," + TUESDAY + ","));
        assertThat(result()).containsExactly(SPEC, "c1,,,1", "c2,tobedeleted,,");
        assertThat(counts).isEqualTo(new FileCounts(0, 1, 0, 1, 0, 2));
    }

    // Rows of the delta that take a record out

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c1,," + TUESDAY + ",x",
                "c1,gone," + TUESDAY + ",x",
                "c1,tobedeleted," + TUESDAY + ",x,y",
                "c1,active," + TUESDAY,
                "c1,active," + TUESDAY + ",\"x\"y"
            })
    void rowThatCannotBeReadTakesTheRecordOut(String row) {
        FileCounts counts = counts(full(SPEC, "c1,,,One"), delta(SPEC, "c2,active," + TUESDAY + ",Two", row));
        assertThat(result()).containsExactly(SPEC, "c1,tobedeleted,,One", "c2,,,Two");
        assertThat(counts.takenOut()).isOne();
        assertThat(Opened.brief(findings)).anyMatch(found -> found.startsWith("delta-row-unreadable categories.csv:3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",active," + TUESDAY + ",x", "\"c\u0007\",tobedeleted," + TUESDAY + ",x"})
    void rowWithoutAReadableIdIsReportedAndTakesNoRecordOut(String row) {
        counts(full(SPEC, "c1,,,One"), delta(SPEC, "c2,active," + TUESDAY + ",Two", row));
        assertThat(result()).containsExactly(SPEC, "c1,,,One", "c2,,,Two");
        assertThat(Opened.brief(findings)).anyMatch(found -> found.startsWith("delta-row-unreadable categories.csv:3"));
    }

    @Test
    void readableRowBringsARecordBack() {
        counts(full(SPEC, "c1,tobedeleted,,One"), delta(SPEC, "c1,active," + TUESDAY + ",Uno"));
        assertThat(result()).containsExactly(SPEC, "c1,,,Uno");
        assertThat(findings).isEmpty();
    }

    private FileCounts users(List<String> full, String... delta) {
        OneRosterDrop before = drop(Map.of("users.csv", lines(full.toArray(String[]::new))));
        OneRosterDrop changes = OneRosterDrop.of(
                Map.of(
                        "users.csv",
                        () -> new ByteArrayInputStream(lines(delta).getBytes(StandardCharsets.UTF_8)),
                        "manifest.csv",
                        () -> new ByteArrayInputStream(
                                lines("propertyName,value", "file.users,delta").getBytes(StandardCharsets.UTF_8))),
                ReadOptions.defaults().withRows(RowPolicy.DEFAULTS.withIdentity("username")),
                findings::add);
        return apply(before, changes).orElseThrow().of(OneRosterFile.USERS);
    }

    private List<String> writtenUsers() {
        return Arrays.asList(
                Scratch.files(target()).getOrDefault("users.csv", "").split("\r\n"));
    }

    @Test
    void roleThatCannotBeReadTakesTheRecordOutAndADeletedRecordNeedsNone() {
        String header = "sourcedId,status,dateLastModified,role";
        FileCounts counts = users(
                List.of(header, "u1,,,student", "u2,,,student"),
                header,
                "u1,active," + TUESDAY + ",wizard",
                "u2,tobedeleted," + TUESDAY + ",");
        assertThat(writtenUsers()).containsExactly(header, "u1,tobedeleted,,student", "u2,tobedeleted,,");
        assertThat(counts).isEqualTo(new FileCounts(0, 0, 0, 1, 1, 2));
        assertThat(Opened.brief(findings))
                .containsExactly("unreadable-value users.csv:2 role u1", "delta-row-unreadable users.csv:2  u1");
    }

    @Test
    void rowThatBlanksAColumnThatDecidesTakesTheRecordOut() {
        String header = "sourcedId,status,dateLastModified,enabledUser,role";
        users(
                List.of(header, "u1,,,false,teacher", "u2,,,,teacher", "u3,,,false,teacher"),
                header,
                "u1,active," + TUESDAY + ",,teacher",
                "u2,active," + TUESDAY + ",,student",
                "u3,active," + TUESDAY + ",true,teacher");
        assertThat(writtenUsers())
                .containsExactly(header, "u1,tobedeleted,,false,teacher", "u2,,,,student", "u3,,,true,teacher");
        assertThat(Opened.brief(findings)).containsExactly("delta-row-unreadable users.csv:2  u1");
    }

    @Test
    void idThatMayHaveBeenGivenToSomeoneElseTakesTheRecordOut() {
        String header = "sourcedId,status,dateLastModified,role,username,givenName,familyName";
        users(
                List.of(header, "u1,,,teacher,a.one,Ann,One", "u2,,,teacher,b.two,Bo,Two"),
                header,
                "u1,active," + TUESDAY + ",teacher,c.three,Cy,Three",
                "u2,active," + TUESDAY + ",teacher,b.married,Bo,Married");
        assertThat(writtenUsers())
                .containsExactly(header, "u1,tobedeleted,,teacher,a.one,Ann,One", "u2,,,teacher,b.married,Bo,Married");
        assertThat(Opened.brief(findings)).containsExactly("delta-row-unreadable users.csv:2  u1");
    }

    @Test
    void enrollmentWithoutAnIdTakesAllOfItsClassAndUserOutAndOneWhoseIdOccursTwiceAllOfThose() {
        String header = "sourcedId,status,dateLastModified,classSourcedId,userSourcedId,role";
        OneRosterDrop before = drop(Map.of(
                "enrollments.csv",
                lines(
                        header,
                        "e1,,,k1,t1,teacher",
                        ",,,k1,t1,aide",
                        "e2,,,k1,s1,student",
                        "e3,,,k2,t1,teacher",
                        "e3,,,k3,t1,teacher")));
        OneRosterDrop changes = drop(Map.of(
                "enrollments.csv",
                lines(header, ",active," + TUESDAY + ",k1,t1,teacher", "e3,active," + TUESDAY + ",k4,t1,teacher"),
                "manifest.csv",
                lines("propertyName,value", "file.enrollments,delta")));
        FileCounts counts = apply(before, changes).orElseThrow().of(OneRosterFile.ENROLLMENTS);
        assertThat(Scratch.files(target()).getOrDefault("enrollments.csv", "").split("\r\n"))
                .containsExactly(
                        header,
                        "e1,tobedeleted,,k1,t1,teacher",
                        ",tobedeleted,,k1,t1,aide",
                        "e2,,,k1,s1,student",
                        "e3,tobedeleted,,k2,t1,teacher",
                        "e3,tobedeleted,,k3,t1,teacher");
        assertThat(counts.takenOut()).isEqualTo(3);
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
    void dropInTheTargetIsNotWrittenOver() throws IOException {
        Files.createDirectory(target());
        Files.writeString(target().resolve("users.csv"), "x");
        assertThatThrownBy(() -> Delta.apply(null, sent("bulk", SPEC, "c1,,,One"), target()))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Scratch.files(target())).containsOnlyKeys("users.csv").containsValue("x");
    }
}
