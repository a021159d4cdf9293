package org.oneroster4j.csv.internal;

import java.io.Closeable;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.ReadAhead;

/**
 * The records of one file behind its header. Where there are many, another thread splits them while the caller looks at
 * those before: same records, in the same order, and what fails fails behind the same record. For one thread.
 */
public final class CsvRows implements Closeable {
    /** A file below is read before another thread would be under way. */
    private static final int MANY = 10_000;

    /** How many batches wait at most: enough that neither thread waits for the other at each. */
    private static final int WAITING = 4;

    private final CsvRecords records;
    private final String file;
    private final boolean mayReadAhead;
    private long untilAhead;
    private @Nullable Thread ahead;
    private final BlockingQueue<Batch> full = new ArrayBlockingQueue<>(WAITING);
    private final BlockingQueue<Batch> spent = new ArrayBlockingQueue<>(WAITING);
    private volatile boolean closed;
    private Batch batch = new Batch();
    private int index = -1;

    /** Goes on with records whose header was read; {@link #close} closes them. */
    public CsvRows(CsvRecords records, String file, ReadAhead readAhead) {
        this.records = records;
        this.file = file;
        mayReadAhead = readAhead == ReadAhead.ALWAYS
                || (readAhead == ReadAhead.AUTOMATIC && Runtime.getRuntime().availableProcessors() > 1);
        untilAhead = readAhead == ReadAhead.ALWAYS ? 0 : MANY;
    }

    /**
     * Returns the cells of the next record, an array that nobody may change; null at the end.
     *
     * @throws org.oneroster4j.csv.DropUnreadableException when the rest of the file cannot be read
     * @throws java.io.UncheckedIOException when the medium fails
     * @throws IllegalStateException when it was closed
     */
    public String @Nullable [] next() {
        if (closed) {
            throw new IllegalStateException(file + " was closed");
        }
        if (ahead == null) {
            if (!mayReadAhead || untilAhead-- > 0) {
                return records.next();
            }
            start();
        }
        if (++index >= batch.size && !batch.isLast()) {
            spent.offer(batch);
            batch = taken();
            index = 0;
        }
        return index < batch.size ? batch.cells[index] : batch.end();
    }

    private void start() {
        Thread thread = new Thread(this::readAhead, "oneroster read-ahead of " + file);
        thread.setDaemon(true);
        thread.start();
        ahead = thread;
    }

    /** What the other thread does, until the end, a failure, or {@link #close}. */
    private void readAhead() {
        try {
            boolean last = false;
            while (!last && !closed) {
                Batch free = spent.poll();
                Batch next = free == null ? new Batch() : free;
                next.fill(records);
                last = next.isLast();
                full.put(next);
            }
        } catch (InterruptedException e) {
            // Nobody but close() knows this thread.
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the other thread, which always has something to say in the end; an interrupt is left to the caller. */
    private Batch taken() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return full.take();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns the physical line on which the record starts that {@link #next} returned last. */
    public long firstLine() {
        return ahead == null ? records.firstLine() : batch.firstLines[index];
    }

    /** Returns the physical line on which it ends. */
    public long lastLine() {
        return ahead == null ? records.lastLine() : batch.lastLines[index];
    }

    /** Tells whether its quotes leave open where its cells end. */
    public boolean hasStrayQuote() {
        return quotes() == Records.STRAY_QUOTE;
    }

    /** Tells whether a cell without quotes has a quote in it. */
    public boolean hasBareQuote() {
        return quotes() == Records.BARE_QUOTE;
    }

    private int quotes() {
        return ahead == null ? records.quotes() : batch.quotes[index];
    }

    /** Tells whether the record is known to have no other characters than those of ASCII that can be printed. */
    public boolean isAscii() {
        return ahead == null ? records.isAscii() : batch.ascii[index];
    }

    /** Ends the other thread and releases the file. Waits for a read that is under way. Closing twice does nothing. */
    @Override
    public void close() {
        closed = true;
        if (ahead != null) {
            // It may wait for room, or for the medium, whose stream is closed anyway.
            ahead.interrupt();
            joined(ahead);
        }
        records.close();
    }

    private static void joined(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Some records, and perhaps what is behind the last of them. */
    private static final class Batch {
        private static final int RECORDS = 256;
        /** Records of long cells are few in a batch, so that what waits stays small. */
        private static final int CHARACTERS = 1 << 16;

        final String[][] cells = new String[RECORDS][];
        final long[] firstLines = new long[RECORDS];
        final long[] lastLines = new long[RECORDS];
        final int[] quotes = new int[RECORDS];
        final boolean[] ascii = new boolean[RECORDS];
        int size;
        private boolean last;
        private @Nullable Throwable failure;

        void fill(CsvRecords records) {
            size = 0;
            try {
                long characters = 0;
                while (size < RECORDS && characters < CHARACTERS) {
                    String @Nullable [] next = records.next();
                    if (next == null) {
                        last = true;
                        return;
                    }
                    for (String cell : next) {
                        characters += cell.length();
                    }
                    cells[size] = next;
                    firstLines[size] = records.firstLine();
                    lastLines[size] = records.lastLine();
                    quotes[size] = records.quotes();
                    ascii[size] = records.isAscii();
                    size++;
                }
            } catch (RuntimeException | Error e) {
                // It is thrown where the record behind these is asked for.
                failure = e;
                last = true;
            }
        }

        /** Tells whether nothing comes behind this batch. */
        boolean isLast() {
            return last;
        }

        /** What is behind the last record: null for the end of the file. */
        String @Nullable [] end() {
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
            return null;
        }
    }
}
