package org.oneroster4j.csv.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Constraints that the model does not have today are checked as the validator checks them. */
class BuiltInProperties {
    /** One constraint on each kind of number. */
    public record Numbers(
            @Min(-1) @Max(2) int whole,
            @Min(Long.MIN_VALUE) @Max(Long.MAX_VALUE) long large,
            @Positive short positive,
            @PositiveOrZero byte notNegative,
            @Negative @Nullable Integer negative,
            @NegativeOrZero @Nullable Long notPositive) {}

    /** One constraint on each kind of text. */
    public record Texts(
            @NotBlank @Nullable String notBlank,
            @NotEmpty @Nullable String notEmpty,
            @Size(min = 1, max = 2) @Nullable String sized,

            @Pattern(regexp = "A+", flags = Pattern.Flag.CASE_INSENSITIVE) @Nullable
            String folded,

            @Pattern(regexp = "(a|b)+") @Pattern(regexp = ".{2}") @Nullable
            String twice) {}

    /** One constraint on each kind of container. */
    public record Containers(
            @NotEmpty @Nullable Set<@NotBlank String> set,
            @Size(max = 1) @Nullable List<@Size(min = 1) String> list,
            @NotEmpty @Nullable Map<@NotBlank String, @Size(max = 1) String> map,
            @Nullable List<List<@NotBlank String>> lists,
            Optional<@NotBlank String> optional) {}

    /** What else there is. */
    public record Others(
            @AssertTrue boolean yes,
            @AssertFalse @Nullable Boolean no,
            @Null @Nullable String nothing,
            Optional<@NotNull String> something) {}

    private static void assertAgree(Object record) {
        assertThat(DirectChecks.of(record.getClass()).accept(record)).isEqualTo(Engine.accepts(record));
    }

    @Provide
    Arbitrary<Integer> numbers() {
        return Arbitraries.integers().between(-3, 3);
    }

    @Provide
    Arbitrary<@Nullable String> texts() {
        return Arbitraries.strings()
                .withChars("aAb \u00A0\t\n".toCharArray())
                .ofMaxLength(3)
                .injectNull(0.1);
    }

    @Provide
    Arbitrary<@Nullable List<String>> lists() {
        return Arbitraries.strings()
                .withChars("a ".toCharArray())
                .ofMaxLength(2)
                .list()
                .ofMaxSize(2)
                .injectNull(0.1);
    }

    @Property
    void numbersAgree(
            @ForAll("numbers") int one,
            @ForAll("numbers") int two,
            @ForAll("numbers") int three,
            @ForAll boolean none) {
        assertAgree(new Numbers(
                one, two, (short) three, (byte) two, none ? null : (Integer) one, none ? null : (Long) (long) three));
    }

    @Property
    void textsAgree(
            @ForAll("texts") @Nullable String one,
            @ForAll("texts") @Nullable String two,
            @ForAll("texts") @Nullable String three) {
        assertAgree(new Texts(one, two, three, two, one));
        assertAgree(new Texts("a", two, "a", null, null));
        assertAgree(new Texts("a", "a", "a", one, three));
    }

    @Property
    void containersAgree(
            @ForAll("lists") @Nullable List<String> one,
            @ForAll("lists") @Nullable List<String> two,
            @ForAll("texts") @Nullable String key) {
        Set<String> set = one == null ? null : Set.copyOf(one);
        Map<String, String> map =
                one == null ? null : one.isEmpty() || key == null ? Map.of() : Map.of(key, one.get(0));
        List<List<String>> lists = one == null ? null : List.of(one, List.of("a"));
        Optional<String> optional = Optional.ofNullable(key);
        assertAgree(new Containers(set, two, map, lists, optional));
        assertAgree(new Containers(set, List.of(), Map.of("a", ""), List.of(), Optional.empty()));
        assertAgree(new Containers(Set.of("a"), two, Map.of("a", ""), List.of(), Optional.empty()));
        assertAgree(new Containers(Set.of("a"), List.of(), map, List.of(), Optional.empty()));
        assertAgree(new Containers(Set.of("a"), List.of(), Map.of("a", ""), lists, Optional.empty()));
        assertAgree(new Containers(Set.of("a"), List.of(), Map.of("a", ""), List.of(), optional));
    }

    @Property
    void othersAgree(@ForAll boolean one, @ForAll boolean two, @ForAll boolean none) {
        assertAgree(new Others(
                one, none ? null : (Boolean) two, one ? null : "a", two ? Optional.empty() : Optional.of("a")));
    }

    @Example
    void goodOnesAreAcceptedAtOnce() {
        assertThat(DirectChecks.of(Numbers.class).accept(new Numbers(2, 1, (short) 1, (byte) 0, -1, 0L)))
                .isTrue();
        assertThat(DirectChecks.of(Texts.class).accept(new Texts("a", "a", "aa", "aA", "ab")))
                .isTrue();
        assertThat(DirectChecks.of(Containers.class)
                        .accept(new Containers(
                                Set.of("a"), List.of("a"), Map.of("a", ""), List.of(List.of("a")), Optional.of("a"))))
                .isTrue();
        assertThat(DirectChecks.of(Others.class).accept(new Others(true, false, null, Optional.of("a"))))
                .isTrue();
    }
}
