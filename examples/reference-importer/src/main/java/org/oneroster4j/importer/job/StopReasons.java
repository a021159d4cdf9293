package org.oneroster4j.importer.job;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.impero.StopChecks;
import org.oneroster4j.model.finding.Effect;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingSummary;

/**
 * The codes that stop or hold a run, in the order in which they are reported (contract, section 1): those of the reader follow
 * {@code undecodable-text}, those about the order of deltas {@code delta-without-baseline}; last come those of change limits.
 */
final class StopReasons {
    private static final List<FindingCode> OF_FILES = List.of(
            ImperoCode.REQUIRED_FILE_MISSING,
            CsvFindingCode.NOT_A_FILE,
            CsvFindingCode.MANIFEST_FILE_LACKING,
            CsvFindingCode.DUPLICATE_FILE,
            CsvFindingCode.NOT_CSV,
            CsvFindingCode.OTHER_DELIMITER,
            CsvFindingCode.UNSUPPORTED_VERSION,
            CsvFindingCode.MANIFEST_UNREADABLE,
            ImperoCode.DELTA_WITHOUT_BASELINE,
            CsvFindingCode.BASELINE_MISSING,
            CsvFindingCode.DELTA_MODE_UNREADABLE,
            CsvFindingCode.DELTA_UNDATED,
            CsvFindingCode.DELTA_TOO_OLD,
            ImperoCode.MISSING_HEADER,
            ImperoCode.FILE_GONE,
            ImperoCode.COLUMN_EMPTIED,
            CsvFindingCode.DUPLICATE_HEADER,
            CsvFindingCode.PADDED_FILE,
            CsvFindingCode.UNDECODABLE_TEXT,
            CsvFindingCode.UNTERMINATED_QUOTE,
            CsvFindingCode.CELL_TOO_LONG,
            CsvFindingCode.ROW_TOO_LONG,
            CsvFindingCode.TOO_MANY_COLUMNS,
            CsvFindingCode.ZIP_UNREADABLE,
            CsvFindingCode.ZIP_UNSAFE_NAME,
            CsvFindingCode.ZIP_DUPLICATE_NAME,
            CsvFindingCode.ZIP_TOO_MANY_ENTRIES,
            CsvFindingCode.ZIP_TOO_LARGE);

    private static final List<FindingCode> OF_CHANGES = List.of(
            ImperoCode.TOO_MANY_GROUPS_REMOVED,
            ImperoCode.TOO_MANY_MEMBERS_REMOVED,
            ImperoCode.TOO_MANY_CONSOLE_USERS_REMOVED,
            ImperoCode.TOO_MANY_ACCESSES_REMOVED,
            ImperoCode.TOO_MANY_ACCESSES_ADDED,
            ImperoCode.TOO_MANY_GROUPS_FOR_ONE_PERSON);

    private static final List<FindingCode> ORDER = Stream.of(OF_FILES, StopChecks.CODES, OF_CHANGES)
            .flatMap(List::stream)
            .map(FindingCode.class::cast)
            .toList();

    private StopReasons() {}

    /** Returns the codes found that have an effect. */
    static List<FindingCode> of(FindingSummary findings, Effect effect) {
        return findings.codes().stream()
                .filter(code -> code.effect() == effect)
                .sorted(Comparator.comparingInt(StopReasons::place))
                .toList();
    }

    /** A code that the contract does not know comes last. */
    private static int place(FindingCode code) {
        int place = ORDER.indexOf(code);
        return place < 0 ? ORDER.size() : place;
    }
}
