package org.oneroster4j.importer.service;

import com.fasterxml.jackson.core.JacksonException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.oneroster4j.importer.disk.SmallJson;

/**
 * Answers monitoring on this machine alone: {@code /health} with 200 while the service looks at its folders and nothing is in
 * the way, else 503, and {@code /metrics} in the text format of Prometheus. Clients that stall do not keep others waiting: each
 * has a thread, and at most ten seconds.
 */
public final class HealthServer implements Closeable {
    /**
     * The threads that answer at most. A client that stalls in the middle of its request holds one, until {@link #LIMITS} ends
     * it; they are made when they are needed.
     */
    private static final int THREADS = 64;

    private static final Duration IDLE = Duration.ofSeconds(10);

    /** Limits of the JDK's server, which has no other place for them than these properties, read when its first one is made. */
    private static final Map<String, String> LIMITS = Map.of(
            "sun.net.httpserver.maxReqTime", "10",
            "sun.net.httpserver.maxRspTime", "10",
            "jdk.httpserver.maxConnections", "200");

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Supplier<Service.Status> status;
    private final Clock clock;
    private final Duration stale;

    /**
     * Starts to listen on the loopback address.
     *
     * @param port the port, 0 for a free one
     * @param stale how old the status of a service is that no longer lives
     */
    public HealthServer(int port, Supplier<Service.Status> status, Clock clock, Duration stale) throws IOException {
        this.status = status;
        this.clock = clock;
        this.stale = stale;
        LIMITS.forEach((limit, value) -> {
            if (System.getProperty(limit) == null) {
                System.setProperty(limit, value);
            }
        });
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread worker = new Thread(work, "health");
                    worker.setDaemon(true);
                    return worker;
                });
        threads.allowCoreThreadTimeOut(true);
        server.setExecutor(threads);
        server.createContext("/health", exchange -> answer(exchange, "/health", this::health));
        server.createContext("/metrics", exchange -> answer(exchange, "/metrics", this::metrics));
        server.start();
    }

    /** Returns the port. */
    public int port() {
        return server.getAddress().getPort();
    }

    private record Answer(int code, String type, String text) {}

    private static void answer(HttpExchange exchange, String path, Supplier<Answer> make) throws IOException {
        try (exchange) {
            boolean isAsked = exchange.getRequestMethod().equals("GET")
                    && exchange.getRequestURI().getPath().equals(path);
            Answer answer = isAsked ? make.get() : new Answer(404, "text/plain", "There is /health and /metrics.\n");
            byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type() + "; charset=utf-8");
            exchange.sendResponseHeaders(answer.code(), bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }

    private Answer health() {
        Service.Status now = status.get();
        boolean isWell = isAlive(now)
                && now.jobs().stream()
                        .noneMatch(job -> job.late() || job.state().equals(JobState.FAILED.word()));
        try {
            return new Answer(
                    isWell ? 200 : 503, "application/json", SmallJson.mapper().writeValueAsString(now) + "\n");
        } catch (JacksonException e) {
            throw new IllegalStateException("Records become JSON", e);
        }
    }

    private boolean isAlive(Service.Status now) {
        return !now.time().isEmpty()
                && Duration.between(Instant.parse(now.time()), clock.instant()).compareTo(stale) < 0;
    }

    private Answer metrics() {
        StringBuilder text = new StringBuilder();
        Service.Status now = status.get();
        gauge(text, "up", "Whether the service looks at its folders.");
        text.append("oneroster_importer_up ").append(isAlive(now) ? 1 : 0).append('\n');
        gauge(text, "job_state", "The state that a job is in has the value 1.");
        for (JobStatus job : now.jobs()) {
            for (JobState state : JobState.values()) {
                line(
                        text,
                        "job_state",
                        job,
                        ",state=\"" + state.word() + "\"",
                        job.state().equals(state.word()) ? 1 : 0);
            }
        }
        gauge(text, "job_late", "Whether nothing was published for two of the usual intervals.");
        now.jobs().forEach(job -> line(text, "job_late", job, "", job.late() ? 1 : 0));
        gauge(text, "last_success_timestamp_seconds", "When something was published last.");
        now.jobs().stream()
                .filter(job -> job.lastSuccess() != null)
                .forEach(job -> line(
                        text,
                        "last_success_timestamp_seconds",
                        job,
                        "",
                        Instant.parse(Objects.requireNonNull(job.lastSuccess())).getEpochSecond()));
        gauge(text, "users", "People of the last drop.");
        counts(text, now, "users");
        gauge(text, "groups", "Groups of the last drop.");
        counts(text, now, "groups");
        return new Answer(200, "text/plain; version=0.0.4", text.toString());
    }

    private static void counts(StringBuilder text, Service.Status now, String what) {
        for (JobStatus job : now.jobs()) {
            if (job.counts() != null) {
                line(
                        text,
                        what,
                        job,
                        "",
                        what.equals("users")
                                ? job.counts().users()
                                : job.counts().groups());
            }
        }
    }

    private static void gauge(StringBuilder text, String name, String help) {
        text.append(String.format(
                        Locale.ROOT,
                        "# HELP oneroster_importer_%1$s %2$s%n# TYPE oneroster_importer_%1$s gauge%n",
                        name,
                        help)
                .replace("\r\n", "\n"));
    }

    private static void line(StringBuilder text, String name, JobStatus job, String more, long value) {
        text.append("oneroster_importer_")
                .append(name)
                .append("{job=\"")
                .append(job.name())
                .append('"')
                .append(more)
                .append("} ")
                .append(value)
                .append('\n');
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
