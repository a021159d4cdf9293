package org.oneroster4j.model.compact;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.Row;

/**
 * What rows say, as SHA-256 of the trimmed text of some columns: 32 bytes a row. Rows that differ
 * cannot be made to have the same digest; with a hash of 64 bits they can. Not safe for use by several threads.
 */
public final class RowDigests {
    /** How many longs a SHA-256 takes. */
    private static final int LONGS = 4;

    private final List<String> columns;
    private final LongColumn digests = new LongColumn();
    private final MessageDigest sha256;
    private int size;

    /**
     * Makes an empty list.
     *
     * @param columns the names of the columns that are compared
     */
    public RowDigests(List<String> columns) {
        this.columns = List.copyOf(columns);
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Adds a row and returns its place, from 0. */
    public int add(Row<?> row) {
        int place = size;
        set(place, row);
        return place;
    }

    /** Puts a row in a place, of which there may be none before it yet. */
    public void set(int place, Row<?> row) {
        size = Math.max(size, place + 1);
        long[] digest = digest(row);
        for (int i = 0; i < LONGS; i++) {
            digests.set(place * LONGS + i, digest[i]);
        }
    }

    /** Tells whether a row says the same as the one in a place. */
    public boolean isEqual(int place, Row<?> row) {
        long[] digest = digest(row);
        for (int i = 0; i < LONGS; i++) {
            if (digests.get(place * LONGS + i) != digest[i]) {
                return false;
            }
        }
        return true;
    }

    /** Forgets all rows. */
    public void clear() {
        digests.clear();
        size = 0;
    }

    private long[] digest(Row<?> row) {
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
        for (String column : columns) {
            byte[] text = CellText.trimmed(row.text(column)).getBytes(StandardCharsets.UTF_16BE);
            sha256.update(length.putInt(0, text.length).array());
            sha256.update(text);
        }
        long[] digest = new long[LONGS];
        ByteBuffer.wrap(sha256.digest()).asLongBuffer().get(digest);
        return digest;
    }
}
