package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oneroster4j.csv.DropCheck;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.Profile;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.check.RosterCheck;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.testing.Corpus;

/**
 * What is found in real drops, kept as text beside the tests, so that a change in behaviour is a visible difference. Run
 * with {@code -Dgolden.write=true} to write the files anew, and read the difference.
 */
class CorpusFindingsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @BeforeAll
    static void corpusIsThere() {
        Corpus.assumeIsThere();
    }

    @ParameterizedTest
    @MethodSource("org.oneroster4j.testing.Corpus#drops")
    void findingsAreThoseOfTheGoldenFile(String drop) throws IOException {
        Path golden = GOLDEN.resolve(drop.replace('/', '-') + ".txt");
        String found = Arrays.stream(Profile.values())
                .map(profile -> profile + "\n" + lines(drop, profile))
                .collect(Collectors.joining("\n"));
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, found, StandardCharsets.UTF_8);
        }

        assertThat(found).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    /** One line for each severity, code, file and column, with the lines on which it stands. */
    private static String lines(String drop, Profile profile) {
        Map<String, List<Long>> places = new LinkedHashMap<>();
        for (Finding finding : findings(drop, profile)) {
            String what = finding.severity().word() + " " + finding.code().code() + " "
                    + finding.location().fileName() + " " + finding.location().columnName();
            places.computeIfAbsent(what.strip(), key -> new ArrayList<>())
                    .add(finding.location().lineNumber().orElse(0));
        }
        return places.entrySet().stream()
                .map(entry -> entry.getKey() + " x" + entry.getValue().size() + " at "
                        + entry.getValue().stream()
                                .limit(12)
                                .map(String::valueOf)
                                .collect(Collectors.joining(" "))
                        + "\n")
                .sorted()
                .collect(Collectors.joining());
    }

    private static List<Finding> findings(String drop, Profile profile) {
        List<Finding> findings = new ArrayList<>();
        ReadOptions options = ReadOptions.defaults().withProfile(profile).withValidate(true);
        try {
            OneRosterDrop opened = OneRosterDrop.open(Corpus.folder(drop), options, findings::add);
            if (new DropCheck(opened).isSound(List.of(OneRosterFile.values()), findings::add)) {
                RosterCheck.check(opened);
            }
        } catch (IOException e) {
            throw new AssertionError(drop, e);
        }
        return findings;
    }
}
