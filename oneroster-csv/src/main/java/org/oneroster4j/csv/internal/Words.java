package org.oneroster4j.csv.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.UserId;

/** Words of cells that are not the tokens of a vocabulary. Keys are lower case. */
final class Words {
    static final Map<String, RecordStatus> STATUSES = Map.of(
            "active", RecordStatus.ACTIVE,
            "tobedeleted", RecordStatus.TOBEDELETED,
            // Version 1.0's word for it.
            "inactive", RecordStatus.TOBEDELETED);

    static final Map<String, Boolean> BOOLEANS =
            Map.of("true", true, "yes", true, "1", true, "false", false, "no", false, "0", false);

    private Words() {}

    /** Reads an item {@code {type:id}}; the id may hold colons. */
    static @Nullable UserId userId(String item) {
        int colon = item.indexOf(':');
        return item.startsWith("{") && item.endsWith("}") && colon > 0
                ? new UserId(item.substring(1, colon), item.substring(colon + 1, item.length() - 1))
                : null;
    }
}
