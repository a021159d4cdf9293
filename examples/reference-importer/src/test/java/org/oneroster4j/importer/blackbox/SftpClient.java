package org.oneroster4j.importer.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The client of OpenSSH, signed in, told what to do line by line. The first command that fails ends it. */
final class SftpClient implements AutoCloseable {
    private final Process process;
    private final Writer commands;
    private final Path log;

    SftpClient(ProcessBuilder client, Path log) throws IOException {
        this.log = log;
        process = client.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        commands = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Types a command. */
    SftpClient say(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        return this;
    }

    /** Uploads files in this order. */
    SftpClient put(List<Path> files) throws IOException {
        return say(files.stream().map(file -> "put " + file).collect(Collectors.joining("\n")));
    }

    /** Returns once it has said something. */
    void await(String said) throws Exception {
        Waiting.until(said, () -> log().contains(said), this::log);
    }

    /** The line breaks. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits until all is done, and returns with what it ended: 0 when nothing failed. */
    int end() throws IOException, InterruptedException {
        try {
            commands.close();
        } catch (IOException e) {
            // It has ended before it was told to; its exit code says why.
            assert !process.isAlive() || process.waitFor() != 0 : e;
        }
        return process.waitFor();
    }

    String log() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
