package org.oneroster4j.impero.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No two settings read alike, whatever kinds of values they have. */
class FingerprintOfValuesTest {
    record Texts(List<String> texts) {}

    record OtherTexts(List<String> texts) {}

    private static final class Elsewhere {
        record Texts(List<String> words) {}
    }

    record Mappings(Map<String, String> mappings) {}

    record Maybe(Optional<String> maybe, String text) {}

    private static String sha256(Record... settings) {
        return Fingerprint.of("drop", settings).sha256();
    }

    @Test
    void textsEndWhereTheyEnd() {
        assertThat(sha256(new Texts(List.of("a", "bc")))).isNotEqualTo(sha256(new Texts(List.of("ab", "c"))));
        assertThat(sha256(new Texts(List.of("a"))))
                .isNotEqualTo(sha256(new Texts(List.of("a", ""))))
                .isNotEqualTo(sha256(new Texts(List.of("a")), new Texts(List.of())))
                .isEqualTo(sha256(new Texts(List.of("a"))));
    }

    @Test
    void namesOfSettingsCount() {
        assertThat(sha256(new Texts(List.of("a")))).isNotEqualTo(sha256(new OtherTexts(List.of("a"))));
        assertThat(sha256(new Texts(List.of("a")))).isNotEqualTo(sha256(new Elsewhere.Texts(List.of("a"))));
    }

    @Test
    void keysAndValuesOfMappingsCount() {
        assertThat(sha256(new Mappings(Map.of("a", "b"))))
                .isNotEqualTo(sha256(new Mappings(Map.of("a", "c"))))
                .isNotEqualTo(sha256(new Mappings(Map.of("c", "b"))))
                .isNotEqualTo(sha256(new Mappings(Map.of())));
    }

    @Test
    void whatMayBeAbsentCounts() {
        assertThat(sha256(new Maybe(Optional.of("a"), "b")))
                .isNotEqualTo(sha256(new Maybe(Optional.of("b"), "b")))
                .isNotEqualTo(sha256(new Maybe(Optional.empty(), "b")));
    }
}
