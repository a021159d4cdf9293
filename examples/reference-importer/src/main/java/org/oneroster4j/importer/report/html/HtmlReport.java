package org.oneroster4j.importer.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.oneroster4j.importer.disk.ReportFile;
import org.oneroster4j.importer.disk.Sha256;
import org.oneroster4j.importer.job.RunResult;

/**
 * Writes {@code report.html}: one file that needs no other, opens without a network, and lets no script run but its own. The
 * page is written as it is made, and its size is bounded whatever the drop holds.
 */
public final class HtmlReport {
    private static final String PAGE = "report.jte";

    /** They were made into classes when this was built. */
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    private HtmlReport() {}

    /**
     * Writes the report of a run over that of an earlier one.
     *
     * @param release how a run that is held is released, in sentences; none when it is not held
     * @throws IOException when the file cannot be written
     */
    public static void write(RunResult run, List<String> release, Path file) throws IOException {
        write(Reports.of(run, release), file, run.settings().showValues());
    }

    /**
     * Writes what a drop would change over an earlier report.
     *
     * @throws IOException when the file cannot be written
     */
    public static void write(Compared compared, Path file) throws IOException {
        write(Reports.of(compared), file, compared.run().settings().showValues());
    }

    private static void write(Report report, Path file, boolean isPersonal) throws IOException {
        try (Writer page =
                new BufferedWriter(new OutputStreamWriter(ReportFile.open(file, isPersonal), StandardCharsets.UTF_8))) {
            write(report, page);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Loads the classes that write a page, which takes as long as writing a small one. */
    public static void load() {
        TEMPLATES.prepareForRendering(PAGE);
    }

    static void write(Report report, Writer page) {
        String style = resource("report.css");
        String script = resource("report.js");
        TEMPLATES.render(
                PAGE,
                Map.of(
                        "report", report,
                        "style", style,
                        "script", script,
                        "policy", policy(style, script)),
                new WriterOutput(page));
    }

    /** What the browser lets the page do: nothing but what stands in it, known by its hash. */
    private static String policy(String style, String script) {
        return "default-src 'none'; style-src 'sha256-" + hash(style) + "'; script-src 'sha256-" + hash(script)
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        return Base64.getEncoder().encodeToString(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
