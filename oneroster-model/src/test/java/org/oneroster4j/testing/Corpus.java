package org.oneroster4j.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Real drops that nobody here wrote. They lie beside a checkout in the folder {@code ../shared/corpus} of the project's
 * root, whose place the build hands to the tests; where they are not, tests that need them are skipped and say so.
 */
public final class Corpus {
    private static final Path FOLDER = Path.of(System.getProperty("corpus.folder", "missing"));

    private Corpus() {}

    /** Returns the names of the drops, for {@code @MethodSource}. */
    public static Stream<String> drops() {
        return Stream.of(
                "classlink-demo",
                "edfi-lms-toolkit-1p1",
                "gospelnerd-school-small",
                "moodle-minimal",
                "moodle-v1p2-gotham",
                "oat-sa-sample",
                "oneroster-mocker-headers",
                "rjeike-snapshots/0-base",
                "rjeike-snapshots/1-update-course",
                "rjeike-snapshots/2-add-course",
                "rjeike-snapshots/3-delete-course",
                "rjeike-snapshots/4-add-class",
                "roster-hub-en",
                "sds-v2");
    }

    /** Returns the folder of a drop. */
    public static Path folder(String drop) {
        return FOLDER.resolve(drop);
    }

    /** Returns a folder beside that of the drops, which may not be there either. */
    public static Path beside(String folder) {
        return FOLDER.resolveSibling(folder);
    }

    /** Skips the test, and says so, where the corpus is not there. */
    public static void assumeIsThere() {
        assumeTrue(
                Files.isDirectory(folder("classlink-demo")),
                () -> "SKIPPED: the corpus of real drops is not at " + FOLDER);
    }
}
