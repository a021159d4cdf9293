package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.RowFindingCode;

/** A code that no test of this module names is a code that nobody has seen raised: a new one needs a test. */
class EveryCodeIsRaisedTest {
    /** Lists name codes and raise none. */
    private static final Set<String> LISTS =
            Set.of("Expected.java", "KnownExceptions.java", "EveryCodeIsRaisedTest.java");

    private static final String SOURCES = sources();

    private static String sources() {
        Path root = Path.of(System.getProperty("project.root", ".."));
        try (Stream<Path> files = Files.walk(root.resolve("oneroster-csv/src/test/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !LISTS.contains(String.valueOf(file.getFileName())))
                    .map(EveryCodeIsRaisedTest::text)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<FindingCode> codes() {
        return Stream.<FindingCode[]>of(CsvFindingCode.values(), RowFindingCode.values())
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void codeIsNamedInATest(FindingCode code) {
        Enum<?> constant = (Enum<?>) code;
        List<String> names = List.of(
                constant.getDeclaringClass().getSimpleName() + "." + constant.name(),
                '"' + code.code() + '"',
                '"' + code.code() + ' ',
                "\"notice " + code.code() + ' ',
                "\"warning " + code.code() + ' ');
        assertThat(names)
                .as(code.code() + " is raised in a test below src/test/java")
                .anyMatch(EveryCodeIsRaisedTest::isNamed);
    }

    /** Behind a name must not stand more of it: {@code DATE_FORM} is not named by {@code DATE_FORMAT}. */
    private static boolean isNamed(String name) {
        for (int at = SOURCES.indexOf(name); at >= 0; at = SOURCES.indexOf(name, at + 1)) {
            int end = at + name.length();
            char next = end < SOURCES.length() ? SOURCES.charAt(end) : ' ';
            if (name.endsWith(" ") || name.endsWith("\"") || !Character.isJavaIdentifierPart(next)) {
                return true;
            }
        }
        return false;
    }
}
