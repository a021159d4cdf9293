package org.oneroster4j.importer.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.oneroster4j.impero.layout.Rfc4180Writer;
import org.oneroster4j.importer.disk.ReportFile;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.report.html.Compared;
import org.oneroster4j.importer.report.html.HtmlReport;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingSummary;
import org.oneroster4j.model.finding.Severity;

/** Writes {@code report.html}, {@code summary.json} and {@code findings.csv} into the report folder. */
public final class ReportFolder {
    private static final List<String> COLUMNS =
            List.of("severity", "code", "file", "line", "column", "sourcedId", "message");

    private final Path folder;

    /** Makes the folder when it is not there. */
    public ReportFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Writes the files over those of an earlier run. */
    public void write(RunResult run) throws IOException {
        writePage(run);
        Files.writeString(folder.resolve("summary.json"), Summary.of(run).json(), StandardCharsets.UTF_8);
        try (Rfc4180Writer rows = new Rfc4180Writer(
                ReportFile.open(folder.resolve("findings.csv"), run.settings().showValues()),
                StandardCharsets.UTF_8,
                ',',
                "\r\n")) {
            rows.row(COLUMNS);
            FindingSummary findings = run.findings();
            for (FindingCode code : inOrder(findings)) {
                for (Severity severity : Severity.values()) {
                    List<Finding> kept = findings.kept(code, severity);
                    for (Finding finding : kept) {
                        rows.row(cells(finding));
                    }
                    long more = findings.count(code, severity) - kept.size();
                    if (more > 0) {
                        String message = "And " + more + " more of this code.";
                        rows.row(List.of(severity.word(), code.code(), "", "", "", "", message));
                    }
                }
            }
        }
    }

    /** Writes what a drop would change into {@code report.html}, and no other file. */
    public void write(Compared compared) throws IOException {
        HtmlReport.write(compared, page());
    }

    /** Writes {@code report.html} alone: of a drop that could not be compared. */
    public void writePage(RunResult run) throws IOException {
        HtmlReport.write(run, ChangeLines.release(run), page());
    }

    /** Returns the page. */
    public Path page() {
        return page(folder);
    }

    /** Returns the page of a report folder. */
    static Path page(Path folder) {
        return folder.resolve("report.html");
    }

    /** Returns the codes found, the worst first, then by name. */
    public static List<FindingCode> inOrder(FindingSummary findings) {
        return findings.codes().stream()
                .sorted(Comparator.comparing(findings::severity).thenComparing(FindingCode::code))
                .toList();
    }

    private static List<String> cells(Finding finding) {
        return List.of(
                finding.severity().word(),
                finding.code().code(),
                finding.location().fileName(),
                finding.location().lineNumber().isPresent()
                        ? String.valueOf(finding.location().lineNumber().getAsLong())
                        : "",
                finding.location().columnName(),
                finding.sourcedId(),
                finding.message());
    }
}
