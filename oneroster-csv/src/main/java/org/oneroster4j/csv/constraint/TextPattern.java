package org.oneroster4j.csv.constraint;

import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.Set;

/** Checks texts against a pattern: by hand where it is a simple one, since a matcher is garbage for every text. */
final class TextPattern {
    private TextPattern() {}

    /** Returns the check of texts. */
    static Check check(Pattern pattern) {
        Optional<SimpleRegex> simple =
                pattern.flags().length == 0 ? SimpleRegex.of(pattern.regexp()) : Optional.empty();
        return simple.map(TextPattern::byHand).orElseGet(() -> byMatcher(pattern));
    }

    private static Check byHand(SimpleRegex regex) {
        if (regex instanceof SimpleRegex.Run run) {
            return new RunCheck(run);
        }
        Set<String> words = ((SimpleRegex.Words) regex).words();
        return value -> value == null || words.contains((String) value);
    }

    private static Check byMatcher(Pattern pattern) {
        int flags = 0;
        for (Pattern.Flag flag : pattern.flags()) {
            flags |= flag.getValue();
        }
        java.util.regex.Pattern compiled = java.util.regex.Pattern.compile(pattern.regexp(), flags);
        return value -> value == null || compiled.matcher((String) value).matches();
    }
}
