package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.testing.SchoolDrop;

/** Making the validator takes longer than reading a school, so a program that reads a sound drop never loads it. */
class ValidatorIsNotLoadedTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void soundDropIsCheckedWithoutTheValidator() throws Exception {
        SoundDrop.write(folder, ImportMode.DELTA);

        assertThat(program())
                .contains("found 0")
                .anyMatch(line -> line.contains("org.oneroster4j.csv.constraint.DirectChecks "))
                .noneMatch(line -> line.contains("org.hibernate.validator."));
    }

    @Test
    void recordThatBreaksAConstraintIsExplainedByTheValidator() throws Exception {
        SchoolDrop.create().school("1", Map.of("name", " ")).toText().writeTo(folder);

        assertThat(program())
                .contains("found 1")
                .anyMatch(line -> line.contains("org.hibernate.validator.internal.engine.ValidatorImpl "));
    }

    /** What a program says that reads the folder, and which classes it loads. */
    private List<String> program() throws Exception {
        Path output = folder.resolve("output.txt");
        Process program = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ValidatorIsNotLoadedTest.class.getName(),
                        folder.toString()))
                .redirectError(new File("/dev/null").exists() ? new File("/dev/null") : new File("NUL"))
                .redirectOutput(output.toFile())
                .start();
        assertThat(program.waitFor()).isZero();
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }

    /** Reads all files of a folder and prints how much was found. */
    public static void main(String[] arguments) {
        Opened opened = Opened.in(Path.of(arguments[0]), ReadOptions.defaults().withValidate(true));
        for (RosterFile<?> file : RosterFile.all()) {
            opened.rows((OneRosterDrop drop) -> drop.rows(file));
        }
        System.out.println("found " + opened.findings().size());
    }
}
