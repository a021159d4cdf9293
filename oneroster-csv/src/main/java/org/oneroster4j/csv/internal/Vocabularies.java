package org.oneroster4j.csv.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.model.Vocabulary;

/** Finds the constant of a vocabulary for a token, without regard to case: many feeds write {@code Scheduled}. */
final class Vocabularies {
    private static final ClassValue<Map<String, Enum<?>>> TOKENS = new ClassValue<>() {
        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> type) {
            return Arrays.stream(type.getEnumConstants())
                    .collect(Collectors.toUnmodifiableMap(
                            constant -> ((Vocabulary) constant).token().toLowerCase(Locale.ROOT),
                            constant -> (Enum<?>) constant));
        }
    };

    private Vocabularies() {}

    /** Returns the constant of a vocabulary that is known by its class alone, and says when its case is not right. */
    static @Nullable Object read(Class<?> vocabulary, String token, Repairs repairs) {
        @Nullable Enum<?> constant = TOKENS.get(vocabulary).get(token.toLowerCase(Locale.ROOT));
        if (constant != null) {
            String right = ((Vocabulary) constant).token();
            if (!right.equals(token)) {
                repairs.repaired(CsvFindingCode.TOKEN_SPELLING, right);
            }
        }
        return constant;
    }
}
