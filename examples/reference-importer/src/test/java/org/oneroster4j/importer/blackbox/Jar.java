package org.oneroster4j.importer.blackbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The jar that a school gets, run as a school runs it. */
final class Jar {
    /** Options of a process that lives a second: it is looked at while it works, not while a compiler does. */
    static final List<String> QUICK =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-XX:-UsePerfData");

    private static final Path JAR = Path.of("target", "reference-importer.jar");

    /** What a process ended with and printed. */
    record Result(int exitCode, String out, String err) {
        /** Returns what it printed on both streams. */
        String output() {
            return out + err;
        }
    }

    private Jar() {}

    /** Runs the jar in a JVM of its own with these options. */
    static Result run(List<String> jvmOptions, Object... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("jar", ".out");
        Path err = Files.createTempFile("jar", ".err");
        try {
            int exitCode = start(jvmOptions, out, err, arguments).waitFor();
            return new Result(exitCode, text(out), text(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** Starts the jar, which prints into two files. */
    static Process start(List<String> jvmOptions, Path out, Path err, Object... arguments) throws IOException {
        return new ProcessBuilder(command(jvmOptions, arguments))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    /** Returns what runs the jar in a JVM of its own with these options. */
    static List<String> command(List<String> jvmOptions, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-jar");
        command.add(JAR.toAbsolutePath().toString());
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        return command;
    }
}
