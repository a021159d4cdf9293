package org.oneroster4j.importer.service;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until it is time to look, or something has happened in a folder, or the service is to stop. Events only wake it
 * earlier: file systems lose them, and those of networks have none. For one thread, but for {@link #stop}.
 */
final class Waker {
    private static final Logger LOG = LoggerFactory.getLogger(Waker.class);

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Optional<WatchService> events;

    Waker(Iterable<Path> folders) {
        events = events(folders);
    }

    private static Optional<WatchService> events(Iterable<Path> folders) {
        try {
            WatchService service = FileSystems.getDefault().newWatchService();
            for (Path folder : folders) {
                folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            }
            return Optional.of(service);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info(
                    "There are no events of files here ({}): folders are looked at by the clock alone",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Waits for so long at most; an event ends it. */
    void await(Duration time) throws InterruptedException {
        if (events.isEmpty()) {
            stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
            return;
        }
        try {
            WatchKey key = events.get().poll(time.toNanos(), TimeUnit.NANOSECONDS);
            if (key != null) {
                key.pollEvents();
                key.reset();
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("Woken to stop");
        }
    }

    /** Tells whether the service is to stop. */
    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Ends all waiting, now and later. From any thread. */
    void stop() {
        stopped.countDown();
        if (events.isPresent()) {
            try {
                events.get().close();
            } catch (IOException e) {
                LOG.debug("Events of files could not be closed", e);
            }
        }
    }
}
