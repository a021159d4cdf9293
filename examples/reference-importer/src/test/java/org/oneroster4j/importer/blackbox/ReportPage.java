package org.oneroster4j.importer.blackbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code report.html} as somebody reads it who looks at the words alone. */
record ReportPage(String html) {
    static ReportPage in(Path report) throws IOException {
        return new ReportPage(Files.readString(report.resolve("report.html"), StandardCharsets.UTF_8));
    }

    /** Returns the words of the page. */
    String text() {
        return words(html.substring(html.indexOf("<body>"), html.indexOf("<script>")));
    }

    /** Returns the words from the top to the end of what is to be done first: what stands on the first screen. */
    String first() {
        return words(html.substring(html.indexOf("<body>"), html.indexOf("<nav")));
    }

    /** Returns the words of a section by its id; empty when it is not there. */
    String section(String id) {
        Matcher section = Pattern.compile("<section id=\"" + id + "\".*?</section>", Pattern.DOTALL)
                .matcher(html);
        return section.find() ? words(section.group()) : "";
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]+>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }
}
