package org.oneroster4j.csv.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.UnexpectedTypeException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import org.hibernate.validator.constraints.CompositionType;
import org.hibernate.validator.constraints.ConstraintComposition;
import org.junit.jupiter.api.Test;

/** What the direct checks do not know goes to the validator, good or bad. */
class FallbackTest {

    /** A constraint with one class that checks texts and another that checks numbers. */
    @Constraint(validatedBy = {UpperText.class, UpperNumber.class})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Upper {
        /** Returns the message. */
        String message() default "is not upper";

        /** Returns the groups. */
        Class<?>[] groups() default {};

        /** Returns the payload. */
        Class<? extends Payload>[] payload() default {};
    }

    /** Checks texts. */
    public static final class UpperText implements ConstraintValidator<Upper, String> {
        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value.equals(value.toUpperCase(Locale.ROOT));
        }
    }

    /** Checks numbers. */
    public static final class UpperNumber implements ConstraintValidator<Upper, Integer> {
        @Override
        public boolean isValid(Integer value, ConstraintValidatorContext context) {
            return value > 0;
        }
    }

    /** A constraint that one class checks, which asks its context for something even of a good value. */
    @Constraint(validatedBy = Curious.class)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Even {
        /** Returns the message. */
        String message() default "is odd";

        /** Returns the groups. */
        Class<?>[] groups() default {};

        /** Returns the payload. */
        Class<? extends Payload>[] payload() default {};
    }

    /** Checks numbers. */
    public static final class Curious implements ConstraintValidator<Even, Integer> {
        @Override
        public boolean isValid(Integer value, ConstraintValidatorContext context) {
            Objects.requireNonNull(context.getClockProvider());
            return value % 2 == 0;
        }
    }

    /** One of its parts is enough. */
    @ConstraintComposition(CompositionType.OR)
    @Pattern(regexp = "[0-9]+")
    @Pattern(regexp = "[a-z]+")
    @Constraint(validatedBy = {})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface DigitsOrLetters {
        /** Returns the message. */
        String message() default "is neither";

        /** Returns the groups. */
        Class<?>[] groups() default {};

        /** Returns the payload. */
        Class<? extends Payload>[] payload() default {};
    }

    /** Not checked unless asked for. */
    public interface Later {}

    /** With a constraint nobody heard of. */
    public record Unknown(@NotBlank String name, @Upper String code) {}

    /** With a check that needs its context. */
    public record NeedsContext(@Even int number) {}

    /** With a constraint of an engine's own making. */
    public record OfAnEngine(@DigitsOrLetters String code) {}

    /** With a built-in constraint that is not turned into a check. */
    public record Mail(@Email String address) {}

    /** With a constraint that is not asked about. */
    public record Grouped(@NotBlank(groups = Later.class) String name) {}

    /** With a rule on what is no component. */
    public record Derived(int first, int last) {
        /** Returns whether the numbers are in order. */
        @AssertTrue
        public boolean isInOrder() {
            return first <= last;
        }
    }

    /** With a rule that stands above it. */
    public record Inherits(String getName) implements Named {}

    /** Has a name. */
    public interface Named {
        /** Returns the name. */
        @NotBlank
        String getName();
    }

    /** With records in records in records. */
    public record Tree(@NotBlank String name, List<@Valid Tree> children) {}

    /** With a container that opens itself. */
    public record Opening(@NotNull OptionalInt number) {}

    /** Is no record. */
    public static final class Plain {
        @NotBlank
        private final String name;

        Plain(String name) {
            this.name = name;
        }

        /** Returns the name. */
        public String name() {
            return name;
        }
    }

    /** Cannot be looked into from here. */
    record Hidden(@NotBlank String name) {}

    /** With a constraint on what it is not for. */
    public record Misplaced(@Min(1) List<String> items) {}

    private static void assertIsLeftToTheValidator(Object good, Object bad) {
        assertThat(DirectChecks.of(good.getClass()).accept(good)).isFalse();
        assertThat(Constraints.violations(good)).isEmpty();
        assertThat(DirectChecks.of(bad.getClass()).accept(bad)).isFalse();
        assertThat(Constraints.violations(bad)).isNotEmpty();
    }

    @Test
    void unknownConstraintIsLeftToTheValidator() {
        assertIsLeftToTheValidator(new Unknown("a", "A"), new Unknown("a", "a"));
    }

    @Test
    void checkThatAsksItsContextIsLeftToTheValidator() {
        assertIsLeftToTheValidator(new NeedsContext(2), new NeedsContext(1));
    }

    @Test
    void constraintWithAMeaningOfAnEngineIsLeftToTheValidator() {
        assertIsLeftToTheValidator(new OfAnEngine("12"), new OfAnEngine("A"));
    }

    @Test
    void builtInConstraintWithoutACheckIsLeftToTheValidator() {
        assertIsLeftToTheValidator(new Mail("a@school.invalid"), new Mail("a"));
    }

    @Test
    void constraintOnAGetterIsLeftToTheValidator() {
        assertIsLeftToTheValidator(new Derived(1, 2), new Derived(2, 1));
        assertIsLeftToTheValidator(new Inherits("a"), new Inherits(" "));
    }

    @Test
    void recordsInsideRecordsOfRecordsAreLeftToTheValidator() {
        Tree good = new Tree("a", List.of(new Tree("b", List.of())));
        assertIsLeftToTheValidator(good, new Tree("a", List.of(new Tree(" ", List.of()))));
    }

    @Test
    void containerThatTheValidatorOpensIsLeftToIt() {
        assertIsLeftToTheValidator(new Opening(OptionalInt.of(1)), new Opening(OptionalInt.empty()));
    }

    @Test
    void whatIsNoPublicRecordIsLeftToTheValidator() {
        assertIsLeftToTheValidator(new Plain("a"), new Plain(" "));
        assertIsLeftToTheValidator(new Hidden("a"), new Hidden(" "));
    }

    @Test
    void groupThatIsNotAskedForIsLeftToTheValidator() {
        Grouped blank = new Grouped(" ");
        assertThat(DirectChecks.of(Grouped.class).accept(blank)).isFalse();
        assertThat(Constraints.violations(blank)).isEmpty();
    }

    @Test
    void whatTheValidatorRefusesToCheckIsRefused() {
        Misplaced misplaced = new Misplaced(List.of());
        assertThatThrownBy(() -> Constraints.violations(misplaced)).isInstanceOf(UnexpectedTypeException.class);
    }

    @Test
    void valueIsCheckedAsAComponentOfIts() {
        assertThat(Constraints.violationsOfValue(Unknown.class, "name", "a")).isEmpty();
        assertThat(Constraints.violationsOfValue(Unknown.class, "name", " ")).hasSize(1);
        assertThat(Constraints.violationsOfValue(Unknown.class, "code", "A")).isEmpty();
        assertThat(DirectChecks.of(Unknown.class).accept("name", "a")).isTrue();
        assertThatThrownBy(() -> Constraints.violationsOfValue(Unknown.class, "nobody", "a"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
