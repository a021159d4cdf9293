package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.oneroster4j.csv.Profile;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.ImportMode;

/**
 * One defect at a time: every column of every data file, and every row of the manifest, with every defect that it admits,
 * in bulk and in delta, under both profiles. Each gives exactly the findings that {@link DefectTable} and its neighbours
 * ask for, at their line and column and of their severity, and no other. What is asked for is written by hand.
 */
class GeneratedDefectsTest {
    private static final int CASES = 29_492;
    private static final int SHOWN = 25;
    private static final List<ImportMode> MODES = List.of(ImportMode.BULK, ImportMode.DELTA);

    @TempDir
    private Path temporary = Path.of("");

    /** The root of a zip file system, which keeps what is written to it in memory: files would be opened 80,000 times. */
    private Path folder = Path.of("");

    @BeforeEach
    void openInMemory() throws IOException {
        Map<String, String> options = Map.of("create", "true", "compressionMethod", "STORED");
        folder = FileSystems.newFileSystem(temporary.resolve("drop.zip"), options)
                .getPath("/");
    }

    @AfterEach
    void close() throws IOException {
        folder.getFileSystem().close();
    }

    private static List<GeneratedCase> cases(RosterFile<?> file, ImportMode mode) {
        FileDefects defects = new FileDefects(file, mode);
        List<GeneratedCase> cases = new ArrayList<>(defects.cells());
        cases.addAll(LayoutDefects.of(defects));
        return cases;
    }

    private static Stream<Arguments> files() {
        return RosterFile.all().stream()
                .flatMap(file -> MODES.stream()
                        .flatMap(mode -> Arrays.stream(Profile.values())
                                .map(profile -> Arguments.of(file.file().fileName(), mode, profile, file))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("files")
    void everyDefectOfAFileGivesItsFinding(String name, ImportMode mode, Profile profile, RosterFile<?> file) {
        SoundDrop.write(folder, mode);
        FileDefects defects = new FileDefects(file, mode);
        // The check looks at no row, and the headers of these are sound: it would take half of the time.
        assertThat(differences(defects.cells(), profile, Told::ofRows)).as(name).isEmpty();
        assertThat(differences(LayoutDefects.of(defects), profile, Told::of))
                .as(name)
                .isEmpty();
    }

    private static Stream<Arguments> manifests() {
        return MODES.stream()
                .flatMap(mode -> Arrays.stream(Profile.values()).map(profile -> Arguments.of(mode, profile)));
    }

    @ParameterizedTest(name = "manifest.csv {0} {1}")
    @MethodSource("manifests")
    void everyDefectOfTheManifestGivesItsFinding(ImportMode mode, Profile profile) {
        SoundDrop.write(folder, mode);
        assertThat(differences(ManifestDefects.of(mode), profile, Told::of)).isEmpty();
    }

    private List<String> differences(List<GeneratedCase> cases, Profile profile, Told.Way way) {
        List<String> differences = new ArrayList<>();
        for (GeneratedCase one : cases) {
            one.writeTo(folder);
            List<String> told = way.told(folder, one.read(), profile);
            List<String> expected = one.told(profile);
            if (!told.equals(expected)) {
                explained(one, expected, told, differences);
            } else if (KnownExceptions.of(one).isPresent()) {
                differences.add(one.name() + "\n  is no exception any more: remove it from KnownExceptions");
            }
        }
        return differences.size() <= SHOWN ? differences : differences.subList(0, SHOWN);
    }

    private static void explained(
            GeneratedCase one, List<String> expected, List<String> told, List<String> differences) {
        List<String> missing = minus(expected, told);
        List<String> extra = minus(told, expected);
        boolean known = KnownExceptions.of(one)
                .filter(exception -> codes(missing).equals(exception.missing())
                        && codes(extra).equals(exception.extra()))
                .isPresent();
        if (!known) {
            differences.add(one.name() + "\n  missing " + missing + "\n  extra " + extra);
        }
    }

    private static List<String> minus(List<String> all, List<String> without) {
        List<String> rest = new ArrayList<>(all);
        without.forEach(rest::remove);
        return rest;
    }

    private static Set<String> codes(List<String> lines) {
        return Set.copyOf(
                lines.stream().map(line -> line.substring(0, line.indexOf(' '))).toList());
    }

    @ParameterizedTest
    @EnumSource(
            value = ImportMode.class,
            names = {"BULK", "DELTA"})
    void nothingIsToldOfTheSoundDrop(ImportMode mode) {
        SoundDrop.write(folder, mode);
        for (RosterFile<?> file : RosterFile.all()) {
            for (Profile profile : Profile.values()) {
                assertThat(Told.of(folder, file, profile)).isEmpty();
            }
        }
    }

    @Test
    void descriptionsAreThoseOfTheSpecification() {
        assertThat(RosterFile.all())
                .extracting(SoundDrop::base)
                .containsExactlyInAnyOrderElementsOf(SpecColumn.files());
        for (RosterFile<?> file : RosterFile.all()) {
            String base = SoundDrop.base(file);
            assertThat(file.columns())
                    .extracting(column -> new SpecColumn(base, column.name(), column.kind(), column.required()))
                    .isEqualTo(SpecColumn.of(base));
        }
    }

    @Test
    void everyAliasIsAmongTheDefects() {
        for (RosterFile<?> file : RosterFile.all()) {
            List<SpecColumn> columns = SpecColumn.of(SoundDrop.base(file));
            for (int i = 0; i < columns.size(); i++) {
                assertThat(LayoutDefects.aliasesOf(columns.get(i)))
                        .containsAll(file.columns().get(i).aliases());
            }
        }
    }

    @Test
    @DisplayName(CASES + " cases are generated, over 14 files, two modes and two profiles")
    void asManyCasesAsCounted() {
        long cases = 0;
        for (ImportMode mode : MODES) {
            cases += ManifestDefects.of(mode).size();
            for (RosterFile<?> file : RosterFile.all()) {
                cases += cases(file, mode).size();
            }
        }
        long profiles = Profile.values().length;
        assertThat(cases * profiles)
                .as("the number of generated cases, which the documentation states")
                .isEqualTo(CASES);
    }
}
