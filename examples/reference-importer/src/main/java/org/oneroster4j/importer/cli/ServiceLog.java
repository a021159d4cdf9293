package org.oneroster4j.importer.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Where the service says what it does: on standard error, or in a file that is a new one each day. */
final class ServiceLog {
    private ServiceLog() {}

    /**
     * Turns the log of a command into that of a service.
     *
     * @param days how many days of files are kept
     */
    static void open(Optional<Path> file, int days) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        file.ifPresent(
                path -> context.putProperty("log.file", path.toAbsolutePath().toString()));
        context.putProperty("log.days", String.valueOf(days));
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        URL configuration = Objects.requireNonNull(
                ServiceLog.class.getResource(file.isPresent() ? "/logback-watch-file.xml" : "/logback-watch.xml"));
        try {
            configurator.doConfigure(configuration);
        } catch (JoranException e) {
            throw new IllegalStateException("The program's own configuration of the log can be read", e);
        }
    }
}
