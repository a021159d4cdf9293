package org.oneroster4j.csv.blackbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Known exceptions: cases in which the product does not yet do what the table of defects asks for. Each says by how much
 * it differs, so that both its repair and another change show; when one is repaired, its entry has to go.
 */
final class KnownExceptions {
    /**
     * A defect of the product.
     *
     * @param cases the names of the cases in which it shows
     * @param missing codes that should be told and are not
     * @param extra codes that are told and should not be
     */
    record Known(Pattern cases, Set<String> missing, Set<String> extra) {
        Known(String cases, Set<String> missing, Set<String> extra) {
            this(Pattern.compile(cases), missing, extra);
        }
    }

    private static final Set<String> NONE = Set.of();

    static final List<Known> ALL = List.of(
            // Section 9 has seen sourceId, but a file without sourcedId stops a run by the contract (missing-header): a
            // column on which everything hangs is not guessed.
            new Known(
                    "users.csv .* sourcedId: header sourceId",
                    Set.of("header-alias"),
                    Set.of("required-header-lacking", "header-unknown", "unreadable-value")),
            // The contract names the files in which a header that stands twice stops a run, and the manifest is none.
            new Known("manifest.csv .* header .* twice", Set.of("duplicate-header"), NONE));

    private KnownExceptions() {}

    static Optional<Known> of(GeneratedCase one) {
        return ALL.stream()
                .filter(known -> known.cases().matcher(one.name()).matches())
                .findFirst();
    }
}
