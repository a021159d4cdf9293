package org.oneroster4j.testing;

import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.StringArbitrary;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.UserId;
import org.oneroster4j.model.constraint.CedsGrade;
import org.oneroster4j.model.constraint.EmailAddress;
import org.oneroster4j.model.constraint.EnrollmentRole;
import org.oneroster4j.model.constraint.Guid;

/** Values of components of records. */
final class RecordValues {
    private static final List<String> GRADES =
            List.of("IT", "PR", "PK", "TK", "KG", "01", "09", "13", "PS", "UG", "Other");

    /** What has a meaning in CSV, in spreadsheets or for whoever trims, decodes or counts characters. */
    private static final List<String> PIECES = List.of(
            "\"",
            "\"\"",
            ",",
            " ",
            "=1+1",
            "+",
            "-",
            "@",
            "#",
            "'",
            ";",
            "\\",
            "{",
            "}",
            ":",
            "NULL",
            "a",
            "B",
            "7",
            "\u00E9",
            "e\u0301",
            "\u00DF",
            "\u0130",
            "\uD83D\uDE00",
            "\uDBFF\uDFFD",
            "\u00A0",
            "\u200B",
            "\u202E",
            "\u3000",
            "\uFEFF",
            "\uFFFD",
            "\uFFFE");

    private RecordValues() {}

    /** Values of a type, within the constraints; those of a list can be told apart in it. */
    static Arbitrary<?> of(Class<?> type, List<Annotation> constraints, Class<?> component) {
        if (type == String.class) {
            return has(constraints, Guid.class)
                    ? ids()
                    : has(constraints, CedsGrade.class)
                            ? Arbitraries.of(GRADES)
                            : has(constraints, EmailAddress.class)
                                    ? addresses()
                                    : component == List.class ? items() : texts();
        }
        if (type == RoleType.class && has(constraints, EnrollmentRole.class)) {
            return Arbitraries.of(RoleType.ADMINISTRATOR, RoleType.PROCTOR, RoleType.STUDENT, RoleType.TEACHER);
        }
        return type.isEnum() ? Arbitraries.of(List.of(type.getEnumConstants())) : ofPlainType(type);
    }

    private static Arbitrary<?> ofPlainType(Class<?> type) {
        Map<Class<?>, Arbitrary<?>> byType = Map.of(
                LocalDate.class, dates(),
                Instant.class, instants(),
                Year.class, Arbitraries.integers().between(1, 9999).map(Year::of),
                Boolean.class, Arbitraries.of(true, false),
                BigDecimal.class, numbers(),
                UserId.class, userIds());
        Arbitrary<?> values = byType.get(type);
        // The type of metadata, which has no values of its own.
        return values == null ? Arbitraries.just(type) : values;
    }

    private static boolean has(List<Annotation> constraints, Class<? extends Annotation> type) {
        return constraints.stream().anyMatch(type::isInstance);
    }

    private static Arbitrary<String> ids() {
        StringArbitrary ids = Arbitraries.strings()
                .withCharRange('0', '9')
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withChars(".-_/@")
                .ofMinLength(1);
        return Arbitraries.frequencyOf(
                Tuple.of(9, ids.ofMaxLength(12)),
                Tuple.of(1, ids.ofMinLength(250).ofMaxLength(255)));
    }

    static Arbitrary<String> texts() {
        Arbitrary<String> pieces =
                Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(8).map(list -> String.join("", list));
        Arbitrary<String> any = Arbitraries.integers()
                .between(0x20, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .map(Character::toString)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(list -> String.join("", list));
        Arbitrary<String> lengthy = pieces.map(text -> text + "x".repeat(300));
        return Arbitraries.frequencyOf(Tuple.of(6, pieces), Tuple.of(3, any), Tuple.of(1, lengthy))
                .filter(text -> !CellText.isBlank(text) && !CellText.holdsControl(text));
    }

    /** Any text before the sign and after it: no more is asked of an address. */
    private static Arbitrary<String> addresses() {
        Arbitrary<String> part = texts().map(text -> text.replace("@", "")).filter(text -> !CellText.isBlank(text));
        return Combinators.combine(part, part).as((local, domain) -> local + "@" + domain);
    }

    private static Arbitrary<String> items() {
        return texts().map(text -> CellText.trimmed(text.replace(",", "."))).filter(text -> !text.isEmpty());
    }

    private static Arbitrary<UserId> userIds() {
        Arbitrary<String> parts = items().map(item -> item.replace('{', '(').replace('}', ')'));
        return Combinators.combine(parts.map(type -> type.replace(':', ';')), parts)
                .as(UserId::new);
    }

    private static Arbitrary<LocalDate> dates() {
        long first = LocalDate.of(1, 1, 1).toEpochDay();
        long last = LocalDate.of(9999, 12, 31).toEpochDay();
        Arbitrary<LocalDate> any = Arbitraries.longs().between(first, last).map(LocalDate::ofEpochDay);
        Arbitrary<LocalDate> near = Arbitraries.longs().between(-400, 400).map(Drops.AS_OF::plusDays);
        return Arbitraries.oneOf(any, near);
    }

    private static Arbitrary<Instant> instants() {
        long first = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
        long last = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
        Arbitrary<Instant> any = Arbitraries.longs().between(first, last).map(Instant::ofEpochMilli);
        Arbitrary<Instant> whole =
                Arbitraries.longs().between(0, 2_000_000_000L).map(Instant::ofEpochSecond);
        return Arbitraries.oneOf(any, whole);
    }

    /** Up to thirty digits before the point and behind it, noughts at the end among them. */
    private static Arbitrary<BigDecimal> numbers() {
        Arbitrary<BigInteger> digits = Arbitraries.bigIntegers()
                .between(
                        BigInteger.TEN.pow(30).negate().add(BigInteger.ONE),
                        BigInteger.TEN.pow(30).subtract(BigInteger.ONE));
        return Combinators.combine(digits, Arbitraries.integers().between(0, 30))
                .as(BigDecimal::new);
    }
}
