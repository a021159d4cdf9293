package org.oneroster4j.importer.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Lets a disk take a long file while it is written: whoever flushes it in the end then waits for the last of it, and not for
 * all. What a flush fails with is thrown by the write behind it or by {@link #close}: a system that has told of bytes that
 * it could not keep tells nobody again. A short file is not flushed here at all. For one thread.
 */
final class EagerFlush extends OutputStream {
    /** Flushes what was written so far; called by another thread while more is written. */
    @FunctionalInterface
    interface Flush {
        void run() throws IOException;
    }

    private final OutputStream out;
    private final Flush flush;
    private final long step;
    private long written;
    private long flushed;
    private CompletableFuture<Void> flushing = CompletableFuture.completedFuture(null);

    /**
     * Makes a stream.
     *
     * @param out takes the bytes, and is closed with this stream
     * @param step the number of bytes behind which a flush is worth its while
     */
    EagerFlush(OutputStream out, Flush flush, long step) {
        this.out = out;
        this.flush = flush;
        this.step = step;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        out.write(bytes, from, count);
        written += count;
        if (written - flushed >= step && flushing.isDone()) {
            await();
            flushed = written;
            flushing = CompletableFuture.runAsync(this::flushNow, EagerFlush::start);
        }
    }

    /** In a thread of its own: one of a pool's would be taken from whatever else it is for. */
    private static void start(Runnable task) {
        Thread thread = new Thread(task, "impero flush");
        thread.setDaemon(true);
        thread.start();
    }

    private void flushNow() {
        try {
            flush.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await() throws IOException {
        try {
            flushing.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failed) {
                throw failed.getCause();
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            await();
        }
    }
}
