package org.oneroster4j.importer.service;

import com.fasterxml.jackson.core.JacksonException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.oneroster4j.importer.disk.SmallJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers monitoring on this machine alone: {@code /health} with 200 while the service looks at its folders and nothing is in
 * the way, else 503, and {@code /metrics} in the text format of Prometheus.
 */
public final class HealthServer implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(HealthServer.class);
    private static final int BACKLOG = 16;
    /** Whoever asks sends its headers at once, and they are short. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int LONGEST_REQUEST = 8_192;

    private final ServerSocket server;
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
        server = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "health");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns the port. */
    public int port() {
        return server.getLocalPort();
    }

    private record Answer(int code, String reason, String type, String text) {
        static final Answer NOT_FOUND = new Answer(404, "Not Found", "text/plain", "There is /health and /metrics.\n");
    }

    /** One after the other, and asleep in between: the server of the JDK looks around each second. */
    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (IOException | RuntimeException e) {
                // Who asked has gone, or this is closed: neither is a matter of the service.
                LOG.debug("Nobody was answered", e);
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        String[] words = requestLine(socket).split(" ", -1);
        boolean isAsked = words.length == 3 && words[0].equals("GET");
        Answer answer = Answer.NOT_FOUND;
        if (isAsked && words[1].equals("/health")) {
            answer = health();
        } else if (isAsked && words[1].equals("/metrics")) {
            answer = metrics();
        }
        byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + answer.code() + " " + answer.reason() + "\r\nContent-Type: " + answer.type()
                + "; charset=utf-8\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    /** Reads to the end of the headers, and returns what is asked for; blank when nobody asks in time. */
    private static String requestLine(Socket socket) throws IOException {
        long begun = System.nanoTime();
        StringBuilder request = new StringBuilder();
        InputStream in = new BufferedInputStream(socket.getInputStream());
        while (request.indexOf("\r\n\r\n", Math.max(0, request.length() - 4)) < 0) {
            long left = PATIENCE.toMillis()
                    - Duration.ofNanos(System.nanoTime() - begun).toMillis();
            if (left <= 0 || request.length() >= LONGEST_REQUEST) {
                return "";
            }
            socket.setSoTimeout((int) left);
            int next = in.read();
            if (next < 0) {
                return "";
            }
            request.append((char) next);
        }
        return request.substring(0, request.indexOf("\r\n"));
    }

    private Answer health() {
        Service.Status now = status.get();
        boolean isWell = isAlive(now)
                && now.jobs().stream()
                        .noneMatch(job -> job.late() || job.state().equals(JobState.FAILED.word()));
        try {
            return new Answer(
                    isWell ? 200 : 503,
                    isWell ? "OK" : "Service Unavailable",
                    "application/json",
                    SmallJson.mapper().writeValueAsString(now) + "\n");
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
        return new Answer(200, "OK", "text/plain; version=0.0.4", text.toString());
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
        try {
            server.close();
        } catch (IOException e) {
            LOG.debug("The port could not be closed", e);
        }
    }
}
