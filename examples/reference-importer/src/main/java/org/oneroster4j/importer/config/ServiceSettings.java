package org.oneroster4j.importer.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the service does for all its jobs. The names of the components are keys of the file of {@code watch}. What a value
 * must be is said by the constraints, which {@link WatchConfig} checks.
 *
 * @param pollSeconds how often the drop folders are looked at, whatever the events of the file system say
 * @param httpPort the port for health and metrics, always on the loopback interface alone; none if absent
 * @param statusFile the file whose age tells that the service lives; none if absent
 * @param logFile where the log goes; to standard error if absent
 * @param logDays how many days of logs are kept
 */
@Value.Builder
public record ServiceSettings(
        @Min(1) @Max(300) int pollSeconds,
        Optional<@Min(1024) @Max(65535) Integer> httpPort,
        Optional<Path> statusFile,
        Optional<Path> logFile,
        @Min(1) int logDays)
        implements WithServiceSettings {
    /** The keys of the file, in the order of the components. */
    static final List<String> KEYS = List.of("pollSeconds", "httpPort", "statusFile", "logFile", "logDays");

    /** Unless told otherwise. */
    public static final ServiceSettings DEFAULTS =
            new ServiceSettings(10, Optional.empty(), Optional.empty(), Optional.empty(), 30);

    /** Returns how often the drop folders are looked at. */
    public Duration poll() {
        return Duration.ofSeconds(pollSeconds);
    }
}
