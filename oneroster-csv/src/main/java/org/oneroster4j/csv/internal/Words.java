package org.oneroster4j.csv.internal;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.UserId;

/** Words of cells that are more than the tokens of a vocabulary. */
final class Words {
    /** Version 1.0's word for {@code tobedeleted}. */
    private static final String INACTIVE = "inactive";

    private static final Map<String, Boolean> OTHER_BOOLEANS = Map.of("yes", true, "1", true, "no", false, "0", false);

    private Words() {}

    static @Nullable RecordStatus status(String text, Repairs repairs) {
        if (text.equalsIgnoreCase(INACTIVE)) {
            repairs.repaired(CsvFindingCode.STATUS_DEPRECATED);
            return RecordStatus.TOBEDELETED;
        }
        return (RecordStatus) Vocabularies.read(RecordStatus.class, text, repairs);
    }

    static @Nullable Boolean bool(String text, Repairs repairs) {
        String folded = text.toLowerCase(Locale.ROOT);
        boolean isTrue = folded.equals("true");
        if (isTrue || folded.equals("false")) {
            if (!folded.equals(text)) {
                repairs.repaired(CsvFindingCode.TOKEN_SPELLING, folded);
            }
            return isTrue;
        }
        @Nullable Boolean other = OTHER_BOOLEANS.get(folded);
        if (other != null) {
            repairs.repaired(CsvFindingCode.BOOLEAN_FORM);
        }
        return other;
    }

    /** Reads an item {@code {type:id}}; the id may hold colons. */
    static @Nullable UserId userId(String item) {
        int colon = item.indexOf(':');
        return item.startsWith("{") && item.endsWith("}") && colon > 0
                ? new UserId(item.substring(1, colon), item.substring(colon + 1, item.length() - 1))
                : null;
    }
}
