package org.oneroster4j.importer.service;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.disk.SmallJson;
import org.oneroster4j.importer.job.RunState;
import org.oneroster4j.importer.state.LastRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the runs of a job ended, a line of JSON each, in the file {@code runs.jsonl} of the state folder. Runs that are older
 * than asked for are dropped. For one thread.
 */
final class History {
    private static final Logger LOG = LoggerFactory.getLogger(History.class);
    private static final ObjectWriter WRITER =
            SmallJson.mapper().writerFor(LastRun.class).without(SerializationFeature.INDENT_OUTPUT);
    private static final ObjectReader READER = SmallJson.mapper().readerFor(LastRun.class);

    private final Path file;
    private final Duration kept;
    private final Disk disk;
    private List<LastRun> runs = new ArrayList<>();

    History(Path state, Duration kept, Disk disk) {
        this.file = state.resolve("runs.jsonl");
        this.kept = kept;
        this.disk = disk;
    }

    /** Reads what is there. A line that nobody can read is dropped: the history decides nothing. */
    void open() throws IOException {
        runs = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                take(line);
            }
        } catch (NoSuchFileException e) {
            LOG.debug("There is no history yet");
        }
    }

    private void take(String line) {
        try {
            LastRun run = READER.readValue(line);
            Instant.parse(run.time());
            runs.add(run);
        } catch (JacksonException | DateTimeException e) {
            LOG.warn("A line of {} cannot be read, and is dropped", file.getFileName());
        }
    }

    /** Adds a run and drops those that are too old. */
    void add(LastRun run, Instant now) throws IOException {
        runs.add(run);
        Instant oldest = now.minus(kept);
        runs.removeIf(old -> Instant.parse(old.time()).isBefore(oldest));
        StringBuilder lines = new StringBuilder();
        for (LastRun each : runs) {
            lines.append(WRITER.writeValueAsString(each)).append('\n');
        }
        SmallJson.replace(disk, file, lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns how the last run ended. */
    Optional<LastRun> last() {
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
    }

    /** Returns when something was published last. */
    Optional<Instant> lastSuccess() {
        return runs.stream()
                .filter(run -> run.state().equals(RunState.PUBLISHED.word()))
                .map(run -> Instant.parse(run.time()))
                .max(Instant::compareTo);
    }
}
