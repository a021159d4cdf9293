package org.oneroster4j.impero.layout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Encodes rows block by block, this thread one and another the next, and writes them in their order: the bytes, and the
 * row that cannot be written, are those of one thread. The other thread ends with the writing.
 */
final class Blocks {
    /** So many rows are some hundred kilobytes: enough not to wait for each other, and few to keep. */
    private static final int ROWS = 2_048;
    /** Below, another thread costs more than it does. */
    private static final int MANY = 10 * ROWS;
    /** How many blocks are encoded or wait to be written. */
    private static final int WINDOW = 4;

    /** Encodes some rows; called by several threads. */
    @FunctionalInterface
    interface Encoding {
        void encode(int from, int to, OutputStream target) throws IOException;
    }

    private final int rows;
    private final String file;
    private final Encoding encoding;
    private final Queue<ByteArrayOutputStream> spent = new ConcurrentLinkedQueue<>();
    private final Queue<FutureTask<ByteArrayOutputStream>> window = new ArrayDeque<>();
    private final BlockingQueue<FutureTask<ByteArrayOutputStream>> open = new LinkedBlockingQueue<>();
    private int next;

    private Blocks(int rows, String file, Encoding encoding) {
        this.rows = rows;
        this.file = file;
        this.encoding = encoding;
    }

    /** Tells whether two threads write so many rows sooner than one. */
    static boolean arePaying(int rows) {
        return rows >= MANY && Runtime.getRuntime().availableProcessors() > 1;
    }

    /** Writes rows. */
    static void write(int rows, String file, Encoding encoding, OutputStream out) throws IOException {
        new Blocks(rows, file, encoding).write(out);
    }

    private void write(OutputStream out) throws IOException {
        Thread other = new Thread(this::help, "impero rows of " + file);
        other.setDaemon(true);
        other.start();
        try {
            while (next < rows || !window.isEmpty()) {
                while (next < rows && window.size() < WINDOW) {
                    open();
                }
                FutureTask<ByteArrayOutputStream> first = window.remove();
                encodeUntilDone(first);
                ByteArrayOutputStream bytes = bytes(first);
                bytes.writeTo(out);
                bytes.reset();
                spent.add(bytes);
            }
        } finally {
            other.interrupt();
        }
    }

    private void open() {
        int from = next;
        int to = Math.min(rows, from + ROWS);
        FutureTask<ByteArrayOutputStream> task = new FutureTask<>(() -> {
            ByteArrayOutputStream free = spent.poll();
            ByteArrayOutputStream target = free == null ? new ByteArrayOutputStream(1 << 18) : free;
            encoding.encode(from, to, target);
            return target;
        });
        next = to;
        window.add(task);
        open.add(task);
    }

    /** Encodes a block, or while the other thread does that, those behind it. */
    private void encodeUntilDone(FutureTask<ByteArrayOutputStream> first) {
        while (!first.isDone()) {
            FutureTask<ByteArrayOutputStream> next = open.poll();
            if (next == null) {
                return;
            }
            next.run();
        }
    }

    private void help() {
        try {
            while (true) {
                open.take().run();
            }
        } catch (InterruptedException e) {
            // All is written, or what is left is not to be.
            Thread.currentThread().interrupt();
        }
    }

    private static ByteArrayOutputStream bytes(FutureTask<ByteArrayOutputStream> task) throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("Told to stop while rows were written").initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException("Rows could not be encoded", e);
        }
    }
}
