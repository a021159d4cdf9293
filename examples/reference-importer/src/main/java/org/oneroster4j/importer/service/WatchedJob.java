package org.oneroster4j.importer.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.UnknownSchoolException;
import org.oneroster4j.importer.arrival.Arrival;
import org.oneroster4j.importer.arrival.Arrival.Progress;
import org.oneroster4j.importer.arrival.Claims;
import org.oneroster4j.importer.arrival.DropFile;
import org.oneroster4j.importer.arrival.DropFolder;
import org.oneroster4j.importer.arrival.Listing;
import org.oneroster4j.importer.arrival.Trouble;
import org.oneroster4j.importer.config.ArrivalSettings;
import org.oneroster4j.importer.config.ConfigException;
import org.oneroster4j.importer.config.DailyWindow;
import org.oneroster4j.importer.config.JobPlan;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.job.Exhaustion;
import org.oneroster4j.importer.job.ImportJob;
import org.oneroster4j.importer.job.JobSettings;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.job.RunState;
import org.oneroster4j.importer.publish.Publisher;
import org.oneroster4j.importer.report.ReportFolder;
import org.oneroster4j.importer.state.ApprovedRun;
import org.oneroster4j.importer.state.HeldRun;
import org.oneroster4j.importer.state.LastRun;
import org.oneroster4j.importer.state.StateException;
import org.oneroster4j.importer.state.StateFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One job of the service. Each {@link #look} does what can be done now and returns; it never waits, and nothing that a drop
 * or a disk does to it ends the service. For one thread.
 */
final class WatchedJob {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedJob.class);
    private static final Duration ALOUD_AGAIN = Duration.ofHours(24);

    private final JobPlan plan;
    private final ArrivalSettings how;
    private final Path state;
    private final Disk disk;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Runnable importing;
    private final Claims claims;
    private final Works works;
    private final Attempts attempts;
    private final Arrival arrival;
    private final Backoff backoff = new Backoff();
    private final Backoff looks = new Backoff();
    private final Said said;
    private final History history;
    private boolean recovered;
    private JobState doing = JobState.IDLE;
    private @Nullable String detail;
    private @Nullable String rejection;
    private @Nullable Instant late;
    private final Instant started;

    /**
     * Makes a job.
     *
     * @param importing is run when a conversion begins, which may last
     */
    WatchedJob(JobPlan plan, Disk disk, Clock clock, LongSupplier nanos, Runnable importing) throws ConfigException {
        this.plan = plan;
        this.how = plan.arrival();
        this.disk = disk;
        this.clock = plan.options().in(clock);
        this.nanos = nanos;
        this.importing = importing;
        JobSettings settings = plan.plan(LocalDate.now(this.clock)).settings();
        this.state = settings.state().orElseThrow().folder();
        DropFolder folder = new DropFolder(settings.drop(), how.maxDropBytes());
        boolean stays = how.stays();
        this.said = new Said(LOG, plan.name());
        this.claims = new Claims(
                state.resolve("work"), folder, disk, stays, state.resolve(Works.HELD), state.resolve(Works.REJECTED));
        this.works = new Works(state, claims, disk, said::info);
        this.attempts = new Attempts(claims);
        this.arrival = new Arrival(folder, how.settle(), stays);
        this.history = new History(state, Duration.ofDays(how.historyDays()), disk);
        this.started = clock.instant();
    }

    /** Returns the name of the job. */
    String name() {
        return plan.name();
    }

    /** Tells whether there is nothing to do. */
    boolean isIdle() {
        return doing == JobState.IDLE;
    }

    /** Does what can be done now. */
    void look() {
        if (looks.isOver(nanos.getAsLong())) {
            lookNow();
        }
        sayIfLate();
    }

    private void lookNow() {
        try {
            recover();
            if (!convertApproved() && !convertTaken() && arrive()) {
                convertTaken();
            }
            looks.worked();
        } catch (StateException e) {
            inTheWay(String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            inTheWay("The drop folder is not there, or a file in it went away.");
        } catch (UnknownSchoolException | ConfigException e) {
            inTheWay(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            inTheWay(e);
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            inTheWay(cause == null ? new IOException(e) : cause);
        } catch (RuntimeException | Error e) {
            unforeseen(e);
        }
    }

    /** Whatever a drop does must not take the other jobs with it, neither by a failure nor by trying again at once. */
    private void unforeseen(Throwable failure) {
        recovered = false;
        looks.failed(nanos.getAsLong());
        if (Exhaustion.isCauseOf(failure)) {
            inTheWay(Exhaustion.sentence(failure));
        } else {
            LOG.error("{}: The program has a defect", plan.name(), failure);
            inTheWay("The program has a defect: " + failure.getClass().getSimpleName() + ". Please report it.");
        }
    }

    /** What a crash left comes first: nothing else is done before output, state and claimed files are those of one run. */
    private void recover() throws IOException, ConfigException {
        if (!recovered) {
            Path out = plan.plan(LocalDate.now(clock)).settings().out().orElseThrow();
            new Publisher(out, disk).recover();
            claims.recover();
            works.recover();
            history.open();
            recovered = true;
        }
    }

    /** An approval that somebody has given since releases the drop that is held. */
    private boolean convertApproved() throws IOException, ConfigException {
        Optional<Path> held = works.held();
        if (held.isEmpty() || !backoff.isOver(nanos.getAsLong()) || !isApproved()) {
            return false;
        }
        said.info("The held drop is approved.");
        convert(held.get());
        return true;
    }

    private boolean isApproved() throws IOException {
        return StateFolder.read(state, disk, folder -> {
            Optional<HeldRun> held = folder.held();
            Optional<ApprovedRun> approved = folder.approved();
            return held.isPresent()
                    && approved.isPresent()
                    && held.get().fingerprint().equals(approved.get().fingerprint());
        });
    }

    private boolean convertTaken() throws IOException, ConfigException {
        Optional<Path> next = works.next();
        if (next.isEmpty() || !backoff.isOver(nanos.getAsLong())) {
            return false;
        }
        Optional<DailyWindow> closed = how.window().filter(window -> !window.isOpen(LocalTime.now(clock)));
        if (closed.isPresent()) {
            waiting(
                    JobState.SETTLING,
                    "A drop has come and waits for " + closed.get().from() + ".");
            return false;
        }
        convert(next.get());
        return true;
    }

    private void convert(Path drop) throws IOException, ConfigException {
        boolean ended = false;
        try {
            if (attempts.areUsedUp(drop)) {
                setAside(drop);
            } else {
                attempt(drop);
            }
            ended = true;
        } finally {
            if (!ended) {
                backoff.failed(nanos.getAsLong());
            }
        }
    }

    private void attempt(Path drop) throws IOException, ConfigException {
        waiting(JobState.IMPORTING, null);
        said.info("Converting.");
        importing.run();
        ImportJob job = new ImportJob(plan.settings(LocalDate.now(clock), drop), clock, disk);
        attempts.begin(drop);
        RunResult run;
        boolean exhausted = false;
        try {
            run = job.convert();
            report(run);
            exhausted = job.isExhausted();
        } catch (RuntimeException | Error e) {
            exhausted = Exhaustion.isCauseOf(e);
            throw e;
        } finally {
            attempts.ended(exhausted);
        }
        if (exhausted && attempts.areUsedUp(drop)) {
            setAside(drop);
        } else {
            took(drop, run);
        }
    }

    /** A drop that ends the process, or exhausts its memory, would hold up all jobs again and again. */
    private void setAside(Path drop) throws IOException, ConfigException {
        String reason =
                "The drop is set aside in the folder " + Works.REJECTED + " of the state folder: twice its conversion"
                        + " ended the service or exhausted its memory of " + Exhaustion.megabytes()
                        + " MB, and nothing was published."
                        + " Check the drop, or give Java more memory, such as -Xmx1g, and upload it again.";
        RunResult run = new ImportJob(plan.settings(LocalDate.now(clock), drop), clock, disk)
                .setAside(reason, works.isHeld(drop));
        report(run);
        history.add(run.remembered(clock.instant()), clock.instant());
        works.rejected(drop);
        backoff.worked();
        said.warn(reason);
        rejection = reason;
        waiting(JobState.IDLE, reason);
    }

    /** Counts a conversion that is cut off because the service stops against no drop. From any thread. */
    void stopped() {
        try {
            attempts.stopped();
        } catch (IOException e) {
            LOG.warn(
                    "{}: It could not be noted that the service was told to stop: {}",
                    plan.name(),
                    e.getClass().getSimpleName());
        }
    }

    private void report(RunResult run) throws ConfigException {
        if (plan.options().report() != null) {
            try {
                new ReportFolder(plan.options().report()).write(run);
            } catch (IOException | OutOfMemoryError e) {
                said.warn("The report could not be written: " + e.getClass().getSimpleName() + ".");
            }
        }
    }

    private void took(Path drop, RunResult run) throws IOException {
        String counts = run.counts().groups() + " groups, " + run.counts().users() + " users";
        String reasons = run.reasons().stream().map(code -> code.code()).collect(Collectors.joining(", "));
        if (run.state() != RunState.FAILED) {
            backoff.worked();
            history.add(run.remembered(clock.instant()), clock.instant());
        }
        switch (run.state()) {
            case PUBLISHED -> {
                works.published(drop);
                String placed = run.placed()
                        .map(files -> " " + files.files() + " files were replaced, " + files.unchanged()
                                + " are as they were.")
                        .orElse("");
                said.info("Published: " + counts + "." + placed);
                waiting(JobState.IDLE, works.hasRejected() ? rejection : null);
            }
            case HELD -> held(drop, reasons);
            case REJECTED -> {
                works.rejected(drop);
                rejection = "The last drop was rejected: " + reasons + ".";
                said.warn("Rejected: " + reasons + ". Nothing was published; what was, stays.");
                waiting(JobState.IDLE, rejection);
            }
            default -> {
                backoff.failed(nanos.getAsLong());
                inTheWay(run.failure().orElse("The run failed."));
            }
        }
    }

    private void held(Path drop, String reasons) throws IOException {
        if (works.held(drop)) {
            said.warn("Held: " + reasons + ". Nothing was published. Look at `status`, then `approve` it or mend it.");
            waiting(JobState.HELD, "A brake holds the drop: " + reasons + ".");
        } else {
            said.warn("Held: " + reasons + ". Other drops that wait are converted first, then this one again.");
            waiting(JobState.SETTLING, "Other drops are converted before the one that a brake holds.");
        }
    }

    /** Tells whether a drop was taken. */
    private boolean arrive() throws IOException {
        List<DropFile> last = works.last();
        Progress progress = arrival.look(last, nanos.getAsLong());
        if (progress instanceof Progress.Complete complete) {
            return take(complete.listing());
        }
        if (progress instanceof Progress.Incomplete incomplete) {
            return incomplete(incomplete);
        }
        if (progress instanceof Progress.Settling) {
            said.info("A drop is arriving.");
            waiting(JobState.SETTLING, "A drop is arriving.");
        } else if (progress instanceof Progress.Refused refused) {
            inTheWay("The drop folder is not touched: " + sentence(refused.troubles()));
        } else if (doing != JobState.HELD && works.next().isEmpty()) {
            waiting(works.held().isPresent() ? JobState.HELD : JobState.IDLE, doing == JobState.IDLE ? detail : null);
        }
        return false;
    }

    private boolean incomplete(Progress.Incomplete incomplete) throws IOException {
        String missing = String.join("; ", incomplete.missing());
        boolean waitedFor = incomplete.still().compareTo(how.missingFile()) >= 0;
        if (waitedFor && incomplete.listing().isPresent()) {
            said.warn("Taken all the same, after " + how.missingFile().toMinutes() + " minutes: " + missing + ".");
            return take(incomplete.listing().get());
        }
        String sentence = "The drop is not complete: " + missing + ".";
        if (waitedFor) {
            said.warn(sentence + " It has not changed for " + how.missingFile().toMinutes()
                    + " minutes and is not converted.");
        } else {
            said.info(sentence);
        }
        waiting(JobState.SETTLING, sentence);
        return false;
    }

    private boolean take(Listing listing) throws IOException {
        List<DropFile> files = listing.files().values().stream().toList();
        boolean taken = claims.take(listing);
        if (taken) {
            works.remember(files);
            said.info("A drop of " + files.size() + " files is complete.");
            waiting(JobState.SETTLING, "A drop is complete.");
        } else {
            said.info("The drop changed while it was taken.");
        }
        arrival.startAgain();
        return taken;
    }

    private static String sentence(Map<String, Trouble> troubles) {
        return troubles.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(trouble -> (trouble.getKey().isEmpty() ? "it" : trouble.getKey()) + " "
                        + trouble.getValue().sentence())
                .collect(Collectors.joining("; ", "", "."));
    }

    private void waiting(JobState state, @Nullable String sentence) {
        doing = state;
        detail = sentence;
    }

    /** What was begun on a disk that fails is finished or undone before anything else is begun. */
    private void inTheWay(IOException e) {
        recovered = false;
        // The message of such a one begins with the name of a file, which its sender has chosen.
        @Nullable String reason = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        String what = reason == null ? "" : " (" + reason + ")";
        inTheWay("A folder could not be read or written: " + e.getClass().getSimpleName() + what + ".");
    }

    private void inTheWay(String sentence) {
        said.warn(sentence);
        waiting(JobState.FAILED, sentence);
    }

    /** Silence is the worst failure: a sender that has stopped is found by nobody. */
    private void sayIfLate() {
        Instant now = clock.instant();
        Instant since = history.lastSuccess().orElse(started);
        boolean isLate = Duration.between(since, now).compareTo(how.longestSilence()) > 0;
        if (!isLate) {
            late = null;
        } else if (late == null || Duration.between(late, now).compareTo(ALOUD_AGAIN) >= 0) {
            late = now;
            LOG.warn(
                    "{}: Nothing was published since {}. Does ClassLink still export, and does it reach this folder?",
                    plan.name(),
                    since);
        }
    }

    /** Returns how the job is. */
    JobStatus status(Instant nextCheck) {
        Optional<LastRun> last = history.last();
        int maxUsers = Optional.ofNullable(plan.options().maxUsers()).orElse(MappingSettings.DEFAULT_MAX_USERS);
        int maxClasses = Optional.ofNullable(plan.options().maxClasses()).orElse(MappingSettings.DEFAULT_MAX_CLASSES);
        return new JobStatus(
                plan.name(),
                doing.word(),
                detail,
                clock.instant().toString(),
                nextCheck.toString(),
                last.map(LastRun::time).orElse(null),
                last.map(LastRun::state).orElse(null),
                history.lastSuccess().map(Instant::toString).orElse(null),
                last.map(LastRun::counts).orElse(null),
                last.map(run -> percent(run.counts().users(), maxUsers)).orElse(null),
                last.map(run -> percent(run.counts().groups(), maxClasses)).orElse(null),
                late != null);
    }

    private static int percent(int number, int of) {
        return (int) (100L * number / of);
    }
}
