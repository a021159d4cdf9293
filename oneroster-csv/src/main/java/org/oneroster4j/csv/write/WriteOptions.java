package org.oneroster4j.csv.write;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a drop says of its sender.
 *
 * @param sourceSystemName {@code source.systemName} of the manifest, the system that writes the drop; absent by default
 * @param sourceSystemCode {@code source.systemCode}; absent by default
 */
@Value.Builder
public record WriteOptions(Optional<String> sourceSystemName, Optional<String> sourceSystemCode)
        implements WithWriteOptions {
    private static final WriteOptions DEFAULTS = new WriteOptions(Optional.empty(), Optional.empty());

    /** Refuses texts that a cell of the manifest cannot hold. */
    public WriteOptions {
        sourceSystemName.ifPresent(WriteOptions::refuse);
        sourceSystemCode.ifPresent(WriteOptions::refuse);
    }

    private static void refuse(String text) {
        TextRules.brokenByTrimmed(text).ifPresent(rule -> {
            throw new IllegalArgumentException("A value of the manifest " + rule);
        });
    }

    /** Returns the defaults; change them with the {@code with} methods. */
    public static WriteOptions defaults() {
        return DEFAULTS;
    }
}
