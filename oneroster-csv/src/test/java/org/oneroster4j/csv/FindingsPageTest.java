package org.oneroster4j.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.testing.FindingsPage;

/** The page of findings says what the code says. */
class FindingsPageTest {
    private static final Map<String, List<? extends FindingCode>> CODES = codes();

    private static Map<String, List<? extends FindingCode>> codes() {
        Map<String, List<? extends FindingCode>> codes = new LinkedHashMap<>();
        codes.put("", List.of(CsvFindingCode.values()));
        return codes;
    }

    @Test
    void pageIsGeneratedFromTheCode() throws IOException {
        String page = FindingsPage.of("Findings of reading a drop", CODES);

        assertThat(FindingsPage.inFile(Path.of("FINDINGS.md"), page)).isEqualTo(page);
    }

    @Test
    void codesAreKebabCaseAndDiffer() {
        List<String> names = new ArrayList<>();
        CODES.values().forEach(section -> section.forEach(code -> names.add(code.code())));

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }
}
