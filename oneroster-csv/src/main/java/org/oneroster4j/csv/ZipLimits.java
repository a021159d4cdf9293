package org.oneroster4j.csv;

import jakarta.validation.constraints.Min;
import org.immutables.value.Value;

/**
 * What a zip may hold before it is refused, so that a small file cannot become one that fills the machine.
 *
 * @param maxEntries how many files and folders may be in it, 64 by default
 * @param maxBytes how many bytes they may unpack to, one alone or all together, 4 GiB by default
 * @param maxRatio how many times its packed size a file may unpack to, 250 by default; only asked of files above 1 MiB
 */
@Value.Builder
public record ZipLimits(
        @Min(1) int maxEntries,
        @Min(1) long maxBytes,
        @Min(1) int maxRatio) implements WithZipLimits {
    /** The defaults; change them with the {@code with} methods. */
    public static final ZipLimits DEFAULTS = new ZipLimits(64, 4L << 30, 250);

    /** Refuses limits that no zip could keep to. */
    public ZipLimits {
        if (maxEntries < 1) {
            throw new IllegalArgumentException("maxEntries is not at least 1: " + maxEntries);
        }
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes is not at least 1: " + maxBytes);
        }
        if (maxRatio < 1) {
            throw new IllegalArgumentException("maxRatio is not at least 1: " + maxRatio);
        }
    }
}
