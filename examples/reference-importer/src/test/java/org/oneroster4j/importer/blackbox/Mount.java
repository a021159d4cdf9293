package org.oneroster4j.importer.blackbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A volume of its own, where the system lets the tests mount one; elsewhere they are skipped. Closed, it is gone. */
final class Mount implements Closeable {
    private final Path folder;

    private Mount(Path folder) {
        this.folder = folder;
    }

    /** Mounts a small volume in memory over a folder. */
    static Mount small(Path folder) throws IOException {
        return mount(folder, "-t", "tmpfs", "-o", "size=1m", "tmpfs");
    }

    /** Mounts a folder over itself, so that it can be made read-only. */
    static Mount itself(Path folder) throws IOException {
        return mount(folder, "--bind", folder.toString());
    }

    private static Mount mount(Path folder, String... how) throws IOException {
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(how));
        command.add(folder.toString());
        String said;
        try {
            said = run(command);
        } catch (IOException e) {
            said = "there is no mount";
        }
        assumeTrue(said.isEmpty(), "Nothing can be mounted here: " + said);
        return new Mount(folder);
    }

    /** Makes it read-only, or not any more. */
    void readOnly(boolean is) throws IOException {
        String said = run(List.of("mount", "-o", "remount,bind," + (is ? "ro" : "rw"), folder.toString()));
        if (!said.isEmpty()) {
            throw new IOException(said);
        }
    }

    /** Fills it to the last byte, with a file that is returned. */
    Path fill() throws IOException {
        Path file = folder.resolve(".filler");
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] piece = new byte[4_096];
            while (Files.getFileStore(folder).getUsableSpace() > 0) {
                out.write(piece);
            }
        }
        return file;
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return process.waitFor() == 0 ? "" : said + " (" + process.exitValue() + ")";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        String said = run(List.of("umount", folder.toString()));
        if (!said.isEmpty()) {
            throw new IOException(said);
        }
    }
}
