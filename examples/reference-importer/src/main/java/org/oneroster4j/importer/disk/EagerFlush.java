package org.oneroster4j.importer.disk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

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
    /** Not a CompletableFuture: it ends with nothing where the memory does not suffice to say what it ended with. */
    private @Nullable FutureTask<Void> flushing;

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
        if (written - flushed >= step && (flushing == null || flushing.isDone())) {
            await();
            flushed = written;
            FutureTask<Void> next = new FutureTask<>(this::flushNow);
            start(next);
            flushing = next;
        }
    }

    /** In a thread of its own: one of a pool's would be taken from whatever else it is for. */
    private static void start(Runnable task) {
        Thread thread = new Thread(task, "impero flush");
        thread.setDaemon(true);
        thread.start();
    }

    private @Nullable Void flushNow() throws IOException {
        flush.run();
        return null;
    }

    private void await() throws IOException {
        @Nullable FutureTask<Void> task = flushing;
        // Thrown once: whoever closes the stream because of a failure would meet the same one again.
        flushing = null;
        if (task == null) {
            return;
        }
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("Told to stop while a file was flushed").initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException("A file could not be flushed", e);
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            await();
        }
    }
}
