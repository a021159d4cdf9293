package org.oneroster4j.benchmarks.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs processes one after the other and says what each took. Processor time and memory come from Linux's {@code /proc};
 * elsewhere they are 0.
 */
final class Processes {
    private static final Path CHILDREN = Path.of("/proc/self/stat");
    private static final int POLL_MILLIS = 10;

    /** Processor time counts in these, whatever the machine: the kernel's interface to programs. */
    private static final double TICKS_A_SECOND = 100;

    private final Path folder;

    /**
     * Makes a runner.
     *
     * @param folder where the logs of the processes go
     */
    Processes(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs a Java process to its end.
     *
     * @param name what its logs are called by
     * @param limit after which it is ended, with exit code -1
     */
    Cost java(String name, List<String> arguments, Duration limit) {
        Path collections = folder.resolve(name + ".gc.log");
        ProcessBuilder builder = new ProcessBuilder();
        builder.command()
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().add(CollectionLog.option(collections));
        builder.command().addAll(arguments);
        File output = folder.resolve(name + ".log").toFile();
        builder.redirectErrorStream(true).redirectOutput(output);
        try {
            Files.deleteIfExists(collections);
            return measured(builder, collections, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was interrupted", e);
        }
    }

    private static Cost measured(ProcessBuilder builder, Path collections, Duration limit)
            throws IOException, InterruptedException {
        double before = userSecondsOfEndedChildren();
        long start = System.nanoTime();
        Process process = builder.start();
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        double peak = 0;
        boolean ended = false;
        while (!ended) {
            ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            peak = Math.max(peak, peakMegabytes(status));
            if (!ended && System.nanoTime() - start > limit.toNanos()) {
                process.destroyForcibly().waitFor();
                return new Cost(-1, limit.toSeconds(), 0, peak, 0);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double user = userSecondsOfEndedChildren() - before;
        double allocated = Files.exists(collections) ? CollectionLog.megabytes(collections) : 0;
        return new Cost(process.exitValue(), seconds, user, peak, allocated);
    }

    /** The sixteenth of the numbers of a process; the name before them is in brackets and may hold anything. */
    private static double userSecondsOfEndedChildren() throws IOException {
        if (!Files.exists(CHILDREN)) {
            return 0;
        }
        String stat = Files.readString(CHILDREN);
        List<String> numbers = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        return Long.parseLong(numbers.get(13)) / TICKS_A_SECOND;
    }

    /** The line is missing as a process ends, and the file before long: the last look before that is the peak. */
    private static double peakMegabytes(Path status) {
        try {
            return Files.readAllLines(status, StandardCharsets.UTF_8).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            // "No such process", while the file is read.
            return 0;
        }
    }
}
