package org.oneroster4j.importer.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.RowFindingCode;
import org.oneroster4j.testing.FindingsPageContract;

/** The importer's page joins those of the libraries. */
class FindingsPageTest extends FindingsPageContract {
    FindingsPageTest() {
        super("What the importer can find", codes());
    }

    private static Map<String, List<? extends FindingCode>> codes() {
        Map<String, List<? extends FindingCode>> codes = new LinkedHashMap<>();
        codes.put("Rows", List.of(RowFindingCode.values()));
        codes.put("Reading the drop", List.of(CsvFindingCode.values()));
        codes.put("Mapping it to Impero", List.of(ImperoCode.values()));
        return codes;
    }
}
