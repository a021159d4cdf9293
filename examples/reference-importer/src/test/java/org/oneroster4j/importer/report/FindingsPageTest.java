package org.oneroster4j.importer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.RowFindingCode;
import org.oneroster4j.testing.FindingsPage;

/** The page of findings says what the code says. */
class FindingsPageTest {
    private static final Map<String, List<? extends FindingCode>> CODES = codes();

    private static Map<String, List<? extends FindingCode>> codes() {
        Map<String, List<? extends FindingCode>> codes = new LinkedHashMap<>();
        codes.put("Rows", List.of(RowFindingCode.values()));
        codes.put("Reading the drop", List.of(CsvFindingCode.values()));
        codes.put("Mapping it to Impero", List.of(ImperoCode.values()));
        return codes;
    }

    @Test
    void pageIsGeneratedFromTheCode() throws IOException {
        String page = FindingsPage.of("What the importer can find", CODES);

        assertThat(FindingsPage.inFile(Path.of("FINDINGS.md"), page)).isEqualTo(page);
    }

    @Test
    void codesAreKebabCaseAndDiffer() {
        List<String> names = new ArrayList<>();
        CODES.values().forEach(section -> section.forEach(code -> names.add(code.code())));

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }
}
