package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.change.BrakeSettings;
import org.oneroster4j.impero.layout.LayoutProfile;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.job.ImportJob;
import org.oneroster4j.importer.job.JobSettings;
import org.oneroster4j.importer.job.OutputFolder;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.job.RunState;
import org.oneroster4j.importer.job.StateSettings;
import org.oneroster4j.importer.state.StateFolder;
import org.oneroster4j.testing.SchoolDrop;

/** Whichever step on the disk fails: the output is one whole run's, and the state is of that run. */
class BrokenDiskTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Disk SOUND = new UnflushedDisk();

    @TempDir
    Path folder;

    private Map<String, String> first;
    private Map<String, String> second;
    private String firstRun;
    private String secondRun;

    /** Two days of a school, each converted where nothing fails. */
    @BeforeEach
    void twoDays() throws IOException {
        SchoolDrop.ofClasses(4).toText().writeTo(folder.resolve("first"));
        SchoolDrop.ofClasses(3).toText().writeTo(folder.resolve("second"));
        RunResult one = convert("first", folder.resolve("sound"), SOUND);
        first = Conversion.texts(Conversion.bytesOf(folder.resolve("sound/out")));
        RunResult two = convert("second", folder.resolve("sound"), SOUND);
        second = Conversion.texts(Conversion.bytesOf(folder.resolve("sound/out")));
        firstRun = one.comparison().orElseThrow().run().sha256();
        secondRun = two.comparison().orElseThrow().run().sha256();
        assertThat(second).isNotEqualTo(first);
    }

    private RunResult convert(String drop, Path place, Disk disk) {
        JobSettings settings = new JobSettings(
                folder.resolve(drop),
                Optional.of(place.resolve("out")),
                Optional.of(MappingSettings.of(Identity.USERNAME, DAY)),
                DAY,
                LayoutProfile.REFERENCE,
                false,
                false,
                false,
                Optional.of(new StateSettings(place.resolve("state"), BrakeSettings.DEFAULTS, true)));
        return new ImportJob(settings, Clock.systemUTC(), disk).convert();
    }

    /** What a run finds that has nothing to convert: it finishes or undoes what was begun, and no more. */
    private RunResult restart(Path place) {
        return convert("nowhere", place, SOUND);
    }

    private static String runOf(Path place) throws IOException {
        try (StateFolder state = StateFolder.look(place.resolve("state"), SOUND)) {
            return state.current().orElseThrow().edition().fingerprint();
        }
    }

    private static Map<String, String> output(Path place) throws IOException {
        return Conversion.texts(Conversion.bytesOf(place.resolve("out")));
    }

    /** Returns the run whose files the output folder has, all of them. */
    private String runOfOutput(Path place) throws IOException {
        Map<String, String> files = output(place);
        assertThat(files).isIn(first, second);
        return files.equals(first) ? firstRun : secondRun;
    }

    @ParameterizedTest
    @EnumSource(BreakingDisk.Failure.class)
    void outputAndStateAreOfOneRunWhicheverStepFails(BreakingDisk.Failure failure) throws IOException {
        boolean failed = true;
        int published = 0;
        int kept = 0;
        for (int step = 1; failed; step++) {
            Path place = Files.createDirectory(folder.resolve("place" + step));
            convert("first", place, SOUND);
            BreakingDisk disk = new BreakingDisk(step, failure);
            RunResult broken = convert("second", place, disk);
            failed = disk.hasFailed();
            if (failure == BreakingDisk.Failure.ONCE && broken.output() != OutputFolder.MIXED) {
                assertThat(runOfOutput(place))
                        .as("step %d", step)
                        .isEqualTo(broken.output() == OutputFolder.REPLACED ? secondRun : firstRun);
            }
            restart(place);

            String run = runOfOutput(place);
            assertThat(runOf(place)).as("step %d", step).isEqualTo(run);
            published += run.equals(secondRun) ? 1 : 0;
            kept += run.equals(firstRun) ? 1 : 0;
            assertThat(place).isDirectoryNotContaining("glob:**/.impero-staging*");

            RunResult again = convert("second", place, SOUND);
            assertThat(again.state()).isEqualTo(RunState.PUBLISHED);
            assertThat(output(place)).isEqualTo(second);
            assertThat(runOf(place)).isEqualTo(secondRun);
            try (var files = Files.list(place.resolve("state"))) {
                assertThat(files.map(file -> String.valueOf(file.getFileName())))
                        .as("nothing that holds names stays behind")
                        .allMatch(name -> name.startsWith("generation-")
                                || name.equals("lock")
                                || name.startsWith("last-run.json"));
            }
        }
        assertThat(published).isPositive();
        assertThat(kept).isGreaterThan(published);
    }

    @Test
    void nothingThatMayLastIsDoneBetweenTheFirstFileThatIsPutInPlaceAndTheLast() throws IOException {
        Path place = Files.createDirectory(folder.resolve("place"));
        convert("first", place, SOUND);
        BreakingDisk disk = new BreakingDisk(Integer.MAX_VALUE, BreakingDisk.Failure.ONCE);
        convert("second", place, disk);

        List<String> steps = disk.names();
        assertThat(steps.subList(steps.indexOf("put"), steps.lastIndexOf("put") + 1))
                .hasSize(4)
                .containsOnly("put");
        assertThat(steps.get(steps.lastIndexOf("put") + 1)).isEqualTo("forceNames");
    }

    @ParameterizedTest
    @EnumSource(BreakingDisk.Failure.class)
    void firstPublicationIsWholeOrNotThere(BreakingDisk.Failure failure) throws IOException {
        boolean failed = true;
        for (int step = 1; failed; step++) {
            Path place = Files.createDirectory(folder.resolve("place" + step));
            BreakingDisk disk = new BreakingDisk(step, failure);
            convert("first", place, disk);
            failed = disk.hasFailed();
            restart(place);

            assertThat(output(place)).as("step %d", step).isIn(Map.of(), first);
            convert("first", place, SOUND);
            assertThat(output(place)).isEqualTo(first);
            assertThat(runOf(place)).isEqualTo(firstRun);
        }
    }

    @Test
    void whatDoesNotChangeIsNotTouched() throws IOException {
        Path place = folder.resolve("sound");
        RunResult again = convert("second", place, SOUND);

        assertThat(again.placed().orElseThrow().files()).isZero();
        assertThat(again.placed().orElseThrow().unchanged()).isEqualTo(4);
    }

    @Test
    void fileThatSomebodyChangedIsWrittenAgain() throws IOException {
        Path place = folder.resolve("sound");
        Files.writeString(place.resolve("out/groups.csv"), "somebody's");
        RunResult again = convert("second", place, SOUND);

        assertThat(again.placed().orElseThrow().files()).isEqualTo(1);
        assertThat(output(place)).isEqualTo(second);
    }
}
