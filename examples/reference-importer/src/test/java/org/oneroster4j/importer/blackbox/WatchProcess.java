package org.oneroster4j.importer.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.oneroster4j.importer.service.JobStatus;
import org.oneroster4j.importer.service.Service;

/** The service with one job, in a process of its own. */
final class WatchProcess implements AutoCloseable {
    private static final Pattern PUBLISHED = Pattern.compile("Published: ");

    private final Process process;
    private final Path log;
    private final Path state;

    private WatchProcess(Process process, Path log, Path state) {
        this.process = process;
        this.log = log;
        this.state = state;
    }

    /**
     * Starts it.
     *
     * @param command what starts it, so that the process itself is the service
     * @param log where its log is added to
     * @param state the state folder of the job
     */
    static WatchProcess start(List<String> command, Path log, Path state) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new WatchProcess(process, log, state);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as a power cut does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it as systemd does, and returns with what it ended. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new AssertionError("It does not stop\n" + log());
        }
        return process.exitValue();
    }

    String log() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how often it has published, in all its lives. */
    int publications() {
        return (int) PUBLISHED.matcher(log()).results().count();
    }

    /** Returns how the job is; absent before it looked for the first time. */
    Optional<JobStatus> job() throws IOException {
        return Service.statusOf(state);
    }

    /** Returns once something is so. */
    void await(String what, Callable<Boolean> isSo) throws Exception {
        Waiting.until(
                what,
                () -> {
                    if (!isAlive()) {
                        throw new AssertionError("The service has ended\n" + log());
                    }
                    return isSo.call();
                },
                this::log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
