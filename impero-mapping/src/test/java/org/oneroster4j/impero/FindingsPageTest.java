package org.oneroster4j.impero;

import java.util.List;
import java.util.Map;
import org.oneroster4j.testing.FindingsPageContract;

class FindingsPageTest extends FindingsPageContract {
    FindingsPageTest() {
        super("Findings of the mapping to Impero", Map.of("", List.of(ImperoCode.values())));
    }
}
