package org.oneroster4j.model.finding;

import java.util.List;
import java.util.Map;
import org.oneroster4j.testing.FindingsPageContract;

class FindingsPageTest extends FindingsPageContract {
    FindingsPageTest() {
        super("Findings about rows", Map.of("", List.of(RowFindingCode.values())));
    }
}
