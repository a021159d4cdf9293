package org.oneroster4j.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file that is opened once: whoever opens it after another has read no more than its beginning gets the same
 * stream, with what was read before it. Further on, and while another has it, it is opened anew. Safe for several threads.
 */
final class KeptSource implements ByteSource, Closeable {
    /** As much as is read for a header, or to see what a file is. */
    private static final int BEGINNING = 1 << 16;

    private final ByteSource source;
    /** Null when no stream is open, or another has it. */
    private @Nullable Kept waiting;

    private boolean closed;

    KeptSource(ByteSource source) {
        this.source = source;
    }

    @Override
    public InputStream open() throws IOException {
        @Nullable Kept kept = taken();
        return new View(kept == null ? new Kept(source.open()) : kept);
    }

    private synchronized @Nullable Kept taken() {
        Kept kept = waiting;
        waiting = null;
        return kept;
    }

    @Override
    public OptionalLong size() throws IOException {
        return source.size();
    }

    private void giveBack(Kept kept) throws IOException {
        synchronized (this) {
            if (!kept.isPassed && !closed && waiting == null) {
                waiting = kept;
                return;
            }
        }
        kept.in.close();
    }

    /** Closes the stream that waits. From here on each stream is closed by those who opened it. */
    @Override
    public void close() throws IOException {
        @Nullable Kept kept;
        synchronized (this) {
            closed = true;
            kept = waiting;
            waiting = null;
        }
        if (kept != null) {
            kept.in.close();
        }
    }

    /** A stream and what was read of it, for one thread at a time. */
    private static final class Kept {
        private final InputStream in;
        private byte[] beginning = new byte[BEGINNING];
        private int known;
        private boolean ended;
        /** Whether more was read than the beginning, or reading has failed. */
        private boolean isPassed;

        Kept(InputStream in) {
            this.in = in;
        }

        private void pass() {
            isPassed = true;
            beginning = new byte[0];
        }

        /** Reads a piece of the beginning that is not known yet. */
        private void readOn() throws IOException {
            boolean read = false;
            try {
                int count = in.read(beginning, known, beginning.length - known);
                ended = count < 0;
                known += Math.max(0, count);
                read = true;
            } finally {
                isPassed |= !read;
            }
        }
    }

    private final class View extends InputStream {
        private final Kept kept;
        private int position;
        private boolean isClosed;

        View(Kept kept) {
            this.kept = kept;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!isAtUnknown()) {
                int count = Math.min(length, kept.known - position);
                System.arraycopy(kept.beginning, position, target, offset, count);
                position += count;
                return count;
            }
            if (kept.ended) {
                return -1;
            }
            kept.pass();
            return kept.in.read(target, offset, length);
        }

        /** Tells whether the next byte is none of the beginning. */
        private boolean isAtUnknown() throws IOException {
            if (isClosed) {
                throw new IOException("The stream is closed");
            }
            while (!kept.isPassed && position == kept.known && !kept.ended && kept.known < BEGINNING) {
                kept.readOn();
            }
            return kept.isPassed || position == kept.known;
        }

        @Override
        public long skip(long bytes) throws IOException {
            if (bytes <= 0 || (isAtUnknown() && kept.ended)) {
                return 0;
            }
            if (!isAtUnknown()) {
                int count = (int) Math.min(bytes, kept.known - position);
                position += count;
                return count;
            }
            kept.pass();
            return kept.in.skip(bytes);
        }

        @Override
        public void close() throws IOException {
            if (!isClosed) {
                isClosed = true;
                giveBack(kept);
            }
        }
    }
}
