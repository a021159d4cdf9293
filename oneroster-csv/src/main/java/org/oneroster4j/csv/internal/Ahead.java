package org.oneroster4j.csv.internal;

import java.io.Closeable;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread that works ahead of the one that takes what it made: in batches, in the same order, and what fails there fails
 * here behind the same piece of work. For one taking thread.
 *
 * @param <B> the batches
 */
public final class Ahead<B extends Ahead.Batch> implements Closeable {
    /** How many batches wait at most: enough that neither thread waits for the other at each. */
    private static final int WAITING = 4;

    /** Some pieces of work, and perhaps what is behind the last of them. Used again when all of it was taken. */
    public abstract static class Batch {
        private int size;
        private boolean last;
        private @Nullable Throwable failure;

        /** Forgets what it has. */
        protected abstract void clear();

        /** Makes the next piece; false when there is none. Called by the thread that works ahead. */
        protected abstract boolean make(int place);

        /** Tells whether so many are enough; one always fits. */
        protected abstract boolean isFull(int made);

        private void fill() {
            size = 0;
            clear();
            try {
                while (!isFull(size)) {
                    if (!make(size)) {
                        last = true;
                        return;
                    }
                    size++;
                }
            } catch (RuntimeException | Error e) {
                // It is thrown where the piece behind these is asked for.
                failure = e;
                last = true;
            }
        }

        private void throwFailure() {
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
        }
    }

    private final Supplier<B> batches;
    private final Thread thread;
    private final BlockingQueue<B> full = new ArrayBlockingQueue<>(WAITING);
    private final BlockingQueue<B> spent = new ArrayBlockingQueue<>(WAITING);
    private volatile boolean closed;
    private volatile @Nullable Throwable died;
    private B batch;
    private int place = -1;

    /** Starts to work. */
    public Ahead(String name, Supplier<B> batches) {
        this.batches = batches;
        this.batch = batches.get();
        this.thread = new Thread(this::work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** What the other thread does, until the end, a failure, or {@link #close}. */
    private void work() {
        try {
            boolean last = false;
            while (!last && !closed) {
                B free = spent.poll();
                B next = free == null ? batches.get() : free;
                ((Batch) next).fill();
                last = ((Batch) next).last;
                full.put(next);
            }
        } catch (InterruptedException e) {
            // Nobody but close() knows this thread.
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // A batch cannot be made or passed on: the memory does not suffice. The other thread sees this one end.
            died = e;
        }
    }

    /**
     * Goes to the next piece of work.
     *
     * @return whether there is one: at {@link #place} of {@link #batch}. At the end and behind it {@code place} is the
     *     number of pieces in the last batch
     */
    public boolean next() {
        Batch current = batch;
        if (++place >= current.size && !current.last) {
            spent.offer(batch);
            batch = taken();
            current = batch;
            place = 0;
        }
        place = Math.min(place, current.size);
        return place < current.size;
    }

    /** Throws what failed, when {@link #next} found nothing more because of it. */
    public void throwFailure() {
        ((Batch) batch).throwFailure();
    }

    /** Returns the batch with the piece that {@link #next} went to. */
    public B batch() {
        return batch;
    }

    /** Returns where the piece that {@link #next} went to is in its batch. */
    public int place() {
        return place;
    }

    /** Waits for the other thread, which has something to say in the end or dies; an interrupt is left to the caller. */
    private B taken() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    boolean alive = thread.isAlive();
                    @Nullable B next = full.poll(1, TimeUnit.SECONDS);
                    if (next != null) {
                        return next;
                    }
                    if (!alive) {
                        throw dead();
                    }
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

    private RuntimeException dead() {
        if (died instanceof Error e) {
            throw e;
        }
        return died instanceof RuntimeException e
                ? e
                : new IllegalStateException("The thread that works ahead has ended");
    }

    /** Ends the other thread, and waits until it has ended. Closing twice does nothing. */
    @Override
    public void close() {
        closed = true;
        // It may wait for room, or for the medium, whose stream is closed anyway.
        thread.interrupt();
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
}
