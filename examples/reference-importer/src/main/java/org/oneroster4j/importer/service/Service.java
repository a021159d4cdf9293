package org.oneroster4j.importer.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.oneroster4j.importer.config.ConfigException;
import org.oneroster4j.importer.config.JobPlan;
import org.oneroster4j.importer.config.WatchPlan;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.disk.FolderLock;
import org.oneroster4j.importer.disk.SmallJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the jobs of a configuration until it is told to stop. For one thread; {@link #stop} and {@link #status} may be called
 * from any.
 */
public final class Service implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    /** The age of the status file tells that the service lives. */
    private static final Duration STATUS_EVERY = Duration.ofSeconds(60);

    private static final int RARER = 6;
    private static final Duration RAREST = Duration.ofSeconds(60);

    /**
     * How the service is, for monitoring.
     *
     * @param time when this was written
     * @param jobs how each job is
     */
    public record Status(
            @JsonProperty String time, @JsonProperty List<JobStatus> jobs) {}

    private static final String STATUS = "service.json";

    private final WatchPlan plan;
    private final Disk disk;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Waker waker;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<FolderLock> locks = new ArrayList<>();
    private final List<WatchedJob> jobs = new ArrayList<>();
    private long written;
    private volatile Status status = new Status("", List.of());

    /**
     * Makes a service.
     *
     * @param clock the time of day
     * @param nanos a clock that never jumps, such as {@link System#nanoTime}
     */
    public Service(WatchPlan plan, Disk disk, Clock clock, LongSupplier nanos) {
        this.plan = plan;
        this.disk = disk;
        this.clock = clock;
        this.nanos = nanos;
        this.waker = new Waker(plan.jobs().stream().map(Service::dropOf).toList());
    }

    /** Returns how a job was when a service last looked, by its state folder; absent before the first time. */
    public static Optional<JobStatus> statusOf(Path state) throws IOException {
        return SmallJson.read(state.resolve(STATUS), JobStatus.class);
    }

    /** Returns how the service was when it last looked. */
    public Status status() {
        return status;
    }

    /**
     * Takes the jobs for itself.
     *
     * @throws IOException when another service works on one of the jobs, or a state folder cannot be made
     * @throws ConfigException when a setting of a job is wrong
     */
    public void open() throws IOException, ConfigException {
        for (JobPlan job : plan.jobs()) {
            locks.add(lock(job));
            jobs.add(new WatchedJob(job, disk, clock, nanos, this::tell));
        }
        LOG.info("Watching {}", jobs.stream().map(WatchedJob::name).toList());
    }

    /** Looks at all jobs until {@link #stop}. */
    public void run() throws InterruptedException {
        try {
            while (!waker.isStopped()) {
                look();
                waker.await(pause());
            }
            LOG.info("Stopped");
        } finally {
            ended.countDown();
        }
    }

    /** Looks at all jobs once, and does for each what can be done now. */
    public void look() {
        for (WatchedJob job : jobs) {
            if (!waker.isStopped()) {
                job.look();
            }
        }
        Status before = status;
        status = statusOf();
        boolean due = written == 0 || nanos.getAsLong() - written >= STATUS_EVERY.toNanos();
        if (due || !isSame(before, status)) {
            write(status);
            written = nanos.getAsLong();
        }
    }

    /** While there is nothing to do it looks less often: an event of the first file wakes it, and else that is soon enough. */
    private Duration pause() {
        Duration poll = plan.service().poll();
        Duration rare = poll.multipliedBy(RARER);
        boolean idle = jobs.stream().allMatch(WatchedJob::isIdle);
        if (!idle || poll.compareTo(RAREST) >= 0) {
            return poll;
        }
        return rare.compareTo(RAREST) < 0 ? rare : RAREST;
    }

    /** Whoever asks while a job converts is told so. */
    private void tell() {
        status = statusOf();
        write(status);
    }

    /** Lets other services work on the jobs. */
    @Override
    public void close() throws IOException {
        for (FolderLock lock : locks) {
            lock.close();
        }
        locks.clear();
    }

    private static Path dropOf(JobPlan job) {
        return Optional.ofNullable(job.options().drop()).orElseThrow();
    }

    private static Path stateOf(JobPlan job) {
        return Optional.ofNullable(job.options().state()).orElseThrow();
    }

    private FolderLock lock(JobPlan job) throws IOException {
        Path state = stateOf(job);
        disk.makePrivate(state);
        Optional<FolderLock> lock = FolderLock.take(state.resolve("service.lock"));
        return lock.orElseThrow(() -> new IOException(
                "Another service works on the job " + job.name() + ": its state folder is " + state + "."));
    }

    private Status statusOf() {
        Instant now = clock.instant();
        Instant next = now.plus(pause());
        return new Status(
                now.toString(), jobs.stream().map(job -> job.status(next)).toList());
    }

    /** Tells whether nothing has changed but the time. */
    private static boolean isSame(Status one, Status other) {
        return one.jobs().stream()
                .map(Service::untimed)
                .toList()
                .equals(other.jobs().stream().map(Service::untimed).toList());
    }

    private static List<Object> untimed(JobStatus job) {
        return List.of(
                job.name(), job.state(), String.valueOf(job.detail()), String.valueOf(job.lastImport()), job.late());
    }

    private void write(Status now) {
        for (int i = 0; i < plan.jobs().size(); i++) {
            write(stateOf(plan.jobs().get(i)).resolve(STATUS), now.jobs().get(i));
        }
        plan.service().statusFile().ifPresent(file -> write(file, now));
    }

    private void write(Path file, Object value) {
        try {
            SmallJson.write(disk, file, value);
        } catch (IOException e) {
            LOG.warn(
                    "The status could not be written into {}: {}",
                    file.getFileName(),
                    e.getClass().getSimpleName());
        }
    }

    /** Ends {@link #run} as soon as what it does is done; waits for that, at most so long. */
    public boolean stop(Duration most) throws InterruptedException {
        waker.stop();
        jobs.forEach(WatchedJob::stopped);
        return ended.await(most.toNanos(), TimeUnit.NANOSECONDS);
    }
}
