package org.oneroster4j.csv.constraint;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A regular expression of ASCII characters that is simple enough to be checked by hand. */
sealed interface SimpleRegex {
    /** How many characters a set is of. */
    int ASCII = 128;

    /** So many characters out of a set, such as {@code [0-9a-f]{1,8}}; {@code max} is inclusive. */
    record Run(BitSet characters, int min, int max) implements SimpleRegex {}

    /** One of these texts, such as {@code KG|0[1-9]}. */
    record Words(Set<String> words) implements SimpleRegex {}

    /** Returns the expression; empty when it is not a simple one. */
    static Optional<SimpleRegex> of(String regexp) {
        return Optional.ofNullable(new Reader(regexp).read());
    }

    /** Reads from the left to the right, and gives up at the first thing that it does not know. */
    final class Reader {
        private static final int MAX_WORDS = 1_000;
        private static final String SPECIAL = "\\[](){}.*+?^$|";
        private static final String SPECIAL_IN_SET = "\\[]^&-";

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        @Nullable
        SimpleRegex read() {
            BitSet first = characters();
            if (first != null && at < text.length()) {
                Run run = run(first, text.substring(at));
                if (run != null) {
                    return run;
                }
            }
            at = 0;
            return words();
        }

        private static @Nullable Run run(BitSet characters, String quantifier) {
            if (quantifier.equals("+") || quantifier.equals("*")) {
                return new Run(characters, quantifier.equals("+") ? 1 : 0, Integer.MAX_VALUE);
            }
            if (!quantifier.matches("\\{[0-9]{1,9}(,[0-9]{0,9})?\\}")) {
                return null;
            }
            String[] limits = quantifier.substring(1, quantifier.length() - 1).split(",", -1);
            int min = Integer.parseInt(limits[0]);
            String max = limits[limits.length - 1];
            return new Run(characters, min, max.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(max));
        }

        private @Nullable SimpleRegex words() {
            List<String> words = new ArrayList<>();
            List<String> begun = List.of("");
            while (at < text.length()) {
                if (text.charAt(at) == '|') {
                    at++;
                    words.addAll(begun);
                    begun = List.of("");
                    continue;
                }
                BitSet next = characters();
                if (next == null || begun.size() * next.cardinality() > MAX_WORDS) {
                    return null;
                }
                begun = begun.stream()
                        .flatMap(start -> next.stream().mapToObj(c -> start + (char) c))
                        .toList();
            }
            words.addAll(begun);
            return new Words(words.stream().collect(Collectors.toUnmodifiableSet()));
        }

        /** One character or a set of them; null when it is something else. */
        private @Nullable BitSet characters() {
            BitSet set = new BitSet(ASCII);
            if (at < text.length() && text.charAt(at) == '[') {
                at++;
                return fill(set) ? set : null;
            }
            int one = character(SPECIAL);
            if (one < 0) {
                return null;
            }
            set.set(one);
            return set;
        }

        private boolean fill(BitSet set) {
            while (at < text.length() && text.charAt(at) != ']') {
                int first = character(SPECIAL_IN_SET);
                int last = first;
                if (at < text.length() && text.charAt(at) == '-') {
                    at++;
                    last = character(SPECIAL_IN_SET);
                }
                if (first < 0 || last < first) {
                    return false;
                }
                set.set(first, last + 1);
            }
            at++;
            return at <= text.length() && !set.isEmpty();
        }

        /** A character that stands for itself, or an escaped one that is neither a letter nor a digit; -1 otherwise. */
        private int character(String special) {
            boolean isEscaped = text.startsWith("\\", at);
            int position = isEscaped ? at + 1 : at;
            if (position >= text.length()) {
                return -1;
            }
            char c = text.charAt(position);
            boolean known = isEscaped ? !Character.isLetterOrDigit(c) : special.indexOf(c) < 0;
            at = position + 1;
            return known && c < ASCII ? c : -1;
        }
    }
}
