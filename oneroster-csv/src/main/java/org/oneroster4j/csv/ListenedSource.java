package org.oneroster4j.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** The bytes of a file, telling somebody how many of them have been read. */
final class ListenedSource implements ByteSource {
    private final String file;
    private final ByteSource source;
    private final ReadListener listener;

    ListenedSource(String file, ByteSource source, ReadListener listener) {
        this.file = file;
        this.source = source;
        this.listener = listener;
    }

    @Override
    public InputStream open() throws IOException {
        return new Counted(source.open(), source.size());
    }

    @Override
    public OptionalLong size() throws IOException {
        return source.size();
    }

    private final class Counted extends FilterInputStream {
        private final OptionalLong size;
        private long count;
        private boolean ended;

        Counted(InputStream in, OptionalLong size) {
            super(in);
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            tell(one < 0 ? -1 : 1);
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            tell(read);
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            tell(skipped);
            return skipped;
        }

        /** A mark would let bytes be read, and counted, twice. */
        @Override
        public boolean markSupported() {
            return false;
        }

        private void tell(long read) {
            boolean isFirstEnd = read < 0 && !ended;
            ended |= read < 0;
            count += Math.max(read, 0);
            if (read > 0 || isFirstEnd) {
                listener.read(file, count, size, ended);
            }
        }
    }
}
