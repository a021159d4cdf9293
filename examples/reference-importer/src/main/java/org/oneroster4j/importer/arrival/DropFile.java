package org.oneroster4j.importer.arrival;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;

/**
 * A file as a listing sees it. Two listings with equal ones have seen the same file unwritten; a client that preserves times
 * still changes the size or the key.
 *
 * @param name its name in the folder
 * @param size its length in bytes
 * @param modifiedNanos when it was written last, nanoseconds since 1970 as far as the file system tells
 * @param key what the file system knows it by; blank where it has no such thing
 */
public record DropFile(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) long size,
        @JsonProperty(required = true) long modifiedNanos,
        @JsonProperty(required = true) String key)
        implements Comparable<DropFile> {
    private static final Comparator<DropFile> ORDER = Comparator.comparing(DropFile::name)
            .thenComparingLong(DropFile::size)
            .thenComparingLong(DropFile::modifiedNanos)
            .thenComparing(DropFile::key);

    /** Compares by name first: thousands of names whose hashes collide can be uploaded, and a table needs an order for them. */
    @Override
    public int compareTo(DropFile other) {
        return ORDER.compare(this, other);
    }

    /** Tells whether it is the same file unwritten, wherever it was moved or copied to. */
    boolean hasContentOf(DropFile other, long toleranceNanos) {
        return name.equals(other.name)
                && size == other.size
                && Math.abs(modifiedNanos - other.modifiedNanos) <= toleranceNanos;
    }
}
