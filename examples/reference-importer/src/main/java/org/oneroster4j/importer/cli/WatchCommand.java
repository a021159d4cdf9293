package org.oneroster4j.importer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.importer.config.ConfigException;
import org.oneroster4j.importer.config.WatchConfig;
import org.oneroster4j.importer.config.WatchPlan;
import org.oneroster4j.importer.disk.RealDisk;
import org.oneroster4j.importer.service.HealthServer;
import org.oneroster4j.importer.service.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The service. */
@Command(
        name = "watch",
        description = "Converts every drop that arrives in the folders of a configuration, until it is stopped.",
        footer = {"%nExamples:", "    ${ROOT-COMMAND-NAME} watch --config watch.yaml"},
        versionProvider = Main.Version.class,
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
    /** Whoever stops a service waits so long for what it is doing; what is not ended then is ended by the next start. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    /** A service that has not looked for so long is not alive, however long a conversion takes. */
    private static final Duration STALE = Duration.ofMinutes(5);

    private static final int STOPPED = 0;

    private final Clock clock;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description = "The YAML file with the jobs. The command config prints one to begin with.")
    @Nullable
    Path config;

    @Spec
    CommandSpec spec = CommandSpec.create();

    WatchCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        return new Run(spec.commandLine().getOut(), spec.commandLine().getErr(), clock).guarded(this::watch);
    }

    private int watch() throws ConfigException, IOException {
        WatchPlan plan = WatchConfig.read(Optional.ofNullable(config).orElseThrow());
        RealDisk disk = new RealDisk();
        plan.checkFolders(disk);
        ServiceLog.open(plan.service().logFile(), plan.service().logDays());
        try (Service service = new Service(plan, disk, clock, System::nanoTime)) {
            service.open();
            Thread stopping = new Thread(() -> stop(service), "stop");
            Runtime.getRuntime().addShutdownHook(stopping);
            Optional<HealthServer> health = health(plan, service);
            try {
                service.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                health.ifPresent(HealthServer::close);
            }
            return STOPPED;
        }
    }

    private Optional<HealthServer> health(WatchPlan plan, Service service) throws IOException {
        Optional<Integer> port = plan.service().httpPort();
        return port.isEmpty()
                ? Optional.empty()
                : Optional.of(new HealthServer(port.get(), service::status, clock, STALE));
    }

    private static void stop(Service service) {
        try {
            service.stop(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
