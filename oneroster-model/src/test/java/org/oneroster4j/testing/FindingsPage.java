package org.oneroster4j.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingDefinition;

/**
 * The page {@code FINDINGS.md} of a module, made from its codes. A test compares it with the file; run with
 * {@code -Dfindings.write=true} the test writes the file instead.
 */
public final class FindingsPage {
    private FindingsPage() {}

    /**
     * Returns the page.
     *
     * @param title the heading
     * @param sections the codes by what heads them
     * @return Markdown
     */
    public static String of(String title, Map<String, List<? extends FindingCode>> sections) {
        StringBuilder page = new StringBuilder("# ")
                .append(title)
                .append("\n\nGenerated from the code by the test `FindingsPageTest`; do not edit. In a message, `{0}`,")
                .append(" `{1}` and so on stand for\nthe details of a finding. Some findings are of another severity")
                .append(" than their code where the contract says so.\n");
        sections.forEach((heading, codes) -> {
            if (!heading.isEmpty()) {
                page.append("\n## ").append(heading).append("\n");
            }
            page.append(
                    "\n| code | severity | effect | what it says | example | what to do |\n| --- | --- | --- | --- | --- | --- |\n");
            codes.stream().map(FindingCode::definition).forEach(code -> page.append(row(code)));
        });
        return page.toString();
    }

    private static String row(FindingDefinition code) {
        boolean same = code.severity() == code.strictSeverity();
        String severity = code.severity().word()
                + (same ? "" : "; strict: " + code.strictSeverity().word());
        String example = code.example().isEmpty() ? "" : "`" + code.example().replace("|", "\\|") + "`";
        return "| `" + code.code() + "` | " + severity + " | " + code.effect().words() + " | " + code.message() + " | "
                + example + " | " + code.fix() + " |\n";
    }

    /**
     * Returns what the file says, after writing it when asked to.
     *
     * @param file the page of the module whose tests run
     * @param page what it should say
     * @return what it says, with LF line ends
     * @throws IOException when it cannot be read or written
     */
    public static String inFile(Path file, String page) throws IOException {
        if (Boolean.getBoolean("findings.write")) {
            Files.writeString(file, page, StandardCharsets.UTF_8);
        }
        return Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
