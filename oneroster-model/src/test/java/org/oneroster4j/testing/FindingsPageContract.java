package org.oneroster4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneroster4j.model.finding.FindingCode;

/** What holds for the findings of every module: the page says what the code says, and no two codes have one name. */
public abstract class FindingsPageContract {
    private final String title;
    private final Map<String, List<? extends FindingCode>> codes;

    /**
     * Names the page.
     *
     * @param title its heading
     * @param codes its codes by what heads them
     */
    protected FindingsPageContract(String title, Map<String, List<? extends FindingCode>> codes) {
        this.title = title;
        this.codes = codes;
    }

    @Test
    void pageIsGeneratedFromTheCode() throws IOException {
        String page = FindingsPage.of(title, codes);

        assertThat(FindingsPage.inFile(Path.of("FINDINGS.md"), page)).isEqualTo(page);
    }

    @Test
    void codesAreKebabCaseAndDiffer() {
        List<String> names = new ArrayList<>();
        codes.values().forEach(section -> section.forEach(code -> names.add(code.code())));

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+(-[a-z0-9]+)*"));
    }
}
