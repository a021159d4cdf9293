package org.oneroster4j.importer.report.html;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.report.html.Report.Example;
import org.oneroster4j.importer.report.html.Report.FindingGroup;
import org.oneroster4j.model.finding.Effect;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingSummary;

/** The findings of a run code by code, root causes first. */
final class Findings {
    /** So many places of each code; {@code findings.csv} has more. */
    private static final int EXAMPLES = 10;

    /** What nobody has to look at for itself: it goes with its cause. */
    private static final Set<FindingCode> CONSEQUENCES = Set.of(
            ImperoCode.CLASS_NOT_TAKEN,
            ImperoCode.USER_LEFT_OUT,
            ImperoCode.GROUP_NOT_WRITTEN,
            ImperoCode.NOT_ENROLLED);

    private Findings() {}

    /**
     * Returns the codes found: what stopped or holds the run in the order of the reasons, what would stop it, and then the
     * worst first; of equals, what follows from others last, and what there is most of first.
     */
    static List<FindingCode> inOrder(RunResult run) {
        FindingSummary findings = run.findings();
        return findings.codes().stream()
                .sorted(Comparator.<FindingCode>comparingInt(code -> reason(run, code))
                        .thenComparing(code -> !stops(code))
                        .thenComparing(findings::severity)
                        .thenComparing(CONSEQUENCES::contains)
                        .thenComparing(Comparator.<FindingCode>comparingLong(findings::count)
                                .reversed())
                        .thenComparing(FindingCode::code))
                .toList();
    }

    private static int reason(RunResult run, FindingCode code) {
        int place = run.reasons().indexOf(code);
        return place < 0 ? run.reasons().size() : place;
    }

    /** Tells whether nothing is published with such a finding. */
    static boolean stops(FindingCode code) {
        return code.effect() == Effect.STOPS_RUN || code.effect() == Effect.HOLDS_RUN;
    }

    static List<FindingGroup> groups(RunResult run) {
        return inOrder(run).stream().map(code -> group(run, code)).toList();
    }

    private static FindingGroup group(RunResult run, FindingCode code) {
        List<Finding> kept = run.findings().kept(code);
        List<Finding> shown = kept.subList(0, Math.min(EXAMPLES, kept.size()));
        List<Example> examples = shown.stream().map(Findings::example).toList();
        long messages = examples.stream().map(Example::message).distinct().count();
        return new FindingGroup(
                code.code(),
                run.findings().severity(code).word(),
                stops(code) ? "root cause" : CONSEQUENCES.contains(code) ? "follows from others" : "",
                code.effect().words(),
                run.findings().count(code),
                examples.get(0).message(),
                code.definition().fix(),
                code.definition().example(),
                examples,
                messages > 1);
    }

    private static Example example(Finding finding) {
        return new Example(
                Texts.shown(finding.location().fileName()),
                Texts.line(finding.location()),
                Texts.shown(finding.location().columnName()),
                Texts.shown(finding.sourcedId()),
                Texts.shown(finding.message()));
    }
}
