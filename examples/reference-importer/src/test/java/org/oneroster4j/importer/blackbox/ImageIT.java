package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image with a Java of its own, made as the guide says, where there is no other Java. In the profile trust. */
class ImageIT {
    @TempDir
    Path folder;

    @Test
    void imageConvertsTheSampleDropWithoutAnotherJava() throws IOException, InterruptedException {
        assumeTrue(Boolean.getBoolean("image"), "-Dimage=true is not set: no image is made");
        Path java = Path.of(System.getProperty("java.home"), "bin");
        assumeTrue(Files.exists(java.resolve("jlink")), "This Java has no jlink: no image is made");
        assumeTrue(File.separatorChar == '/', "The launcher is for Linux");
        Path root = Path.of(System.getProperty("project.root", "../.."));
        Path image = folder.resolve("image");
        Path maker = Path.of("examples", "reference-importer", "service", "Image.java");

        assertThat(run(root, List.of(java.resolve("java").toString(), maker.toString(), image.toString())))
                .contains(" is ready.");
        String launcher = image.resolve("bin/oneroster-importer").toString();
        assertThat(run(folder, List.of(launcher, "--version"))).startsWith("reference-importer ");
        assertThat(run(
                        folder,
                        List.of(
                                launcher,
                                "convert",
                                "--drop",
                                Path.of("sample-drop").toAbsolutePath().toString(),
                                "--out",
                                "out",
                                "--identity",
                                "username",
                                "--as-of",
                                "2026-10-15")))
                .contains("Published");
        assertThat(Conversion.texts(Conversion.bytesOf(folder.resolve("out"))))
                .isEqualTo(
                        Conversion.texts(Conversion.bytesOf(Path.of("src", "test", "resources", "sample-expected"))));
        assertThat(run(folder, List.of(launcher, "config"))).contains("jobs:");
    }

    /** Without anything on the path but the shell's own tools. */
    private static String run(Path where, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/nowhere:/usr/bin:/bin");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
