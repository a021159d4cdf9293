package org.oneroster4j.csv.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.oneroster4j.model.constraint.CedsGrade;
import org.oneroster4j.model.constraint.Guid;

/** What is checked by hand is what the regular expression says. */
class SimpleRegexProperties {
    /** One for all texts, so that what one leaves behind is met by the next. */
    private static final byte[] SCRATCH = new byte[RunCheck.SCRATCH];

    private static final String PIECES = "ab019AZ-_.,/@ {}[]()|^&+*?$\\\n\u00E9";

    /** A pattern, for the sake of its annotation. */
    private static Pattern pattern(Class<?> constraint) {
        return constraint.getAnnotation(Pattern.class);
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings().withChars(PIECES.toCharArray()).ofMaxLength(9);
    }

    /** Expressions that are mostly simple ones. */
    @Provide
    Arbitrary<String> expressions() {
        Arbitrary<String> items =
                Arbitraries.of("a", "b", "0-9", "a-b", "\\-", ".", "/", "@", "\\.", "A-Z", "_", "0-1");
        Arbitrary<String> sets = items.list().ofMinSize(1).ofMaxSize(3).map(list -> "[" + String.join("", list) + "]");
        Arbitrary<String> quantifiers = Arbitraries.of("", "", "+", "*", "{2}", "{1,3}", "{0,}", "{2,}", "?", "+?");
        Arbitrary<String> runs = Combinators.combine(sets, quantifiers).as(String::concat);
        Arbitrary<String> letters = Arbitraries.of("a", "b", "0", "-", "\\.", "[01]", "[a-b]");
        Arbitrary<String> words = letters.list().ofMaxSize(3).map(list -> String.join("", list));
        return Arbitraries.oneOf(
                runs, words.list().ofMinSize(1).ofMaxSize(4).map(list -> String.join("|", list)), anything());
    }

    @Property(tries = 3000)
    void bothSayTheSameOfAnyText(
            @ForAll("expressions") String regexp, @ForAll("anything") String text, @ForAll("pieces") String near) {
        java.util.regex.Pattern compiled = compiled(regexp);
        Optional<SimpleRegex> simple = SimpleRegex.of(regexp);
        Assume.that(simple.isPresent());

        for (String one : List.of(text, near, "", "a", "ab", "0", "a\n")) {
            assertThat(accepts(simple.orElseThrow(), one))
                    .as("%s on %s", regexp, one)
                    .isEqualTo(compiled.matcher(one).matches());
        }
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.strings().withChars("ab01-.".toCharArray()).ofMaxLength(4);
    }

    private static java.util.regex.Pattern compiled(String regexp) {
        try {
            return java.util.regex.Pattern.compile(regexp);
        } catch (PatternSyntaxException e) {
            // Nobody can put that on a component.
            Assume.that(false);
            throw e;
        }
    }

    private static boolean accepts(SimpleRegex regex, String text) {
        if (regex instanceof SimpleRegex.Run run) {
            RunCheck check = new RunCheck(run);
            boolean accepts = check.accepts(text);
            if (text.chars().allMatch(c -> c < SimpleRegex.ASCII)) {
                assertThat(check.acceptsAscii(text, SCRATCH)).isEqualTo(accepts);
            }
            return accepts;
        }
        return ((SimpleRegex.Words) regex).words().contains(text);
    }

    @Example
    void patternsOfTheModelAreSimpleOnes() {
        assertThat(SimpleRegex.of(pattern(Guid.class).regexp())).get().isInstanceOf(SimpleRegex.Run.class);
        assertThat(SimpleRegex.of(pattern(CedsGrade.class).regexp())).get().isInstanceOf(SimpleRegex.Words.class);
    }

    /** One character, two, and each length at the borders, for every character that there is. */
    @Example
    void patternsOfTheModelSayTheSameOfEveryCharacter() {
        for (Pattern pattern : List.of(pattern(Guid.class), pattern(CedsGrade.class))) {
            java.util.regex.Pattern compiled = java.util.regex.Pattern.compile(pattern.regexp());
            SimpleRegex simple = SimpleRegex.of(pattern.regexp()).orElseThrow();
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                    .mapToObj(Character::toString)
                    .flatMap(c -> List.of(c, "0" + c, c + "3").stream())
                    .filter(text ->
                            accepts(simple, text) != compiled.matcher(text).matches())
                    .forEach(text -> {
                        throw new AssertionError(Arrays.toString(text.toCharArray()));
                    });
            for (int length : new int[] {0, 1, 254, 255, 256, 257}) {
                String text = "x".repeat(length);
                assertThat(accepts(simple, text))
                        .isEqualTo(compiled.matcher(text).matches());
            }
        }
    }

    @Example
    void othersAreLeftToAMatcher() {
        for (String regexp :
                List.of("(a|b)", "a+b", "[^a]", "[a&&b]", ".*", "\\d", "a?", "^a$", "[\\d]+", "[\u00E9]", "[a-")) {
            assertThat(SimpleRegex.of(regexp)).as(regexp).isEmpty();
        }
    }
}
