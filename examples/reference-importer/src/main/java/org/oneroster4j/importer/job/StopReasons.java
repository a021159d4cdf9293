package org.oneroster4j.importer.job;

import java.util.Comparator;
import java.util.List;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.model.finding.Effect;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingSummary;

/**
 * The codes that stop or hold a run, in the order in which they are reported (contract, section 1); behind them those of
 * deltas and brakes.
 */
final class StopReasons {
    private static final List<FindingCode> ORDER = List.of(
            ImperoCode.REQUIRED_FILE_MISSING,
            CsvFindingCode.DUPLICATE_FILE,
            CsvFindingCode.ZIP_UNREADABLE,
            CsvFindingCode.ZIP_UNSAFE_NAME,
            CsvFindingCode.ZIP_DUPLICATE_NAME,
            CsvFindingCode.ZIP_TOO_MANY_ENTRIES,
            CsvFindingCode.ZIP_TOO_LARGE,
            CsvFindingCode.UNSUPPORTED_VERSION,
            ImperoCode.DELTA_WITHOUT_BASELINE,
            ImperoCode.MISSING_HEADER,
            CsvFindingCode.DUPLICATE_HEADER,
            CsvFindingCode.UNDECODABLE_TEXT,
            CsvFindingCode.UNTERMINATED_QUOTE,
            CsvFindingCode.CELL_TOO_LONG,
            CsvFindingCode.TOO_MANY_COLUMNS,
            ImperoCode.TOO_MANY_MISSING_IDENTITIES,
            ImperoCode.TOO_MANY_DANGLING_ENROLLMENTS,
            ImperoCode.TOO_MANY_CONFLICTING_RECORDS,
            ImperoCode.NO_CURRENT_CLASSES,
            ImperoCode.NO_MEMBERS,
            ImperoCode.NO_STAFF,
            ImperoCode.NO_ACCESS,
            ImperoCode.TOO_MANY_USERS,
            ImperoCode.TOO_MANY_CLASSES,
            CsvFindingCode.BASELINE_MISSING,
            CsvFindingCode.DELTA_MODE_UNREADABLE,
            CsvFindingCode.DELTA_UNDATED,
            CsvFindingCode.DELTA_TOO_OLD,
            ImperoCode.TOO_MANY_GROUPS_REMOVED,
            ImperoCode.TOO_MANY_MEMBERS_REMOVED,
            ImperoCode.TOO_MANY_CONSOLE_USERS_REMOVED,
            ImperoCode.TOO_MANY_ACCESSES_REMOVED,
            ImperoCode.TOO_MANY_ACCESSES_ADDED,
            ImperoCode.TOO_MANY_GROUPS_FOR_ONE_PERSON);

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
