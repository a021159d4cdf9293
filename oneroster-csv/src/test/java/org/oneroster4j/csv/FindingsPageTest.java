package org.oneroster4j.csv;

import java.util.List;
import java.util.Map;
import org.oneroster4j.testing.FindingsPageContract;

class FindingsPageTest extends FindingsPageContract {
    FindingsPageTest() {
        super("Findings of reading a drop", Map.of("", List.of(CsvFindingCode.values())));
    }
}
