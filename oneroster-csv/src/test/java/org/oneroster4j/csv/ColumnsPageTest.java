package org.oneroster4j.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.testing.FindingsPage;

/** The page of columns says what the descriptions of the files say. */
class ColumnsPageTest {
    @Test
    void pageIsGeneratedFromTheDescriptions() throws IOException {
        StringBuilder page = new StringBuilder("# The columns that are read\n\nGenerated from the records of")
                .append(
                        " `oneroster-model` by the test `ColumnsPageTest`; do not edit. A cell that\nmust be filled and is")
                .append(
                        " not is `invalid-value`, unless it costs the row. The last column says what a cell costs that\n")
                .append("nobody can read.\n");
        for (RosterFile<?> file : RosterFile.all()) {
            page.append("\n## ").append(file.file().fileName()).append(" (`");
            page.append(file.recordType().getSimpleName()).append("`)\n\n");
            page.append("| column | type | filled | also named | if unreadable |\n| --- | --- | --- | --- | --- |\n");
            file.columns().forEach(column -> page.append(row(column)));
        }

        assertThat(FindingsPage.inFile(Path.of("COLUMNS.md"), page.toString())).isEqualTo(page.toString());
    }

    private static String row(Column column) {
        String type = column.kind().words()
                + column.target()
                        .map(OneRosterFile::fileName)
                        .map(name -> " to " + name)
                        .orElse("")
                + column.targetType().map(word -> " of type " + word).orElse("")
                + (column.tokens().isEmpty() ? "" : ": " + String.join(", ", column.tokens()));
        String loss = switch (column.loss()) {
            case VALUE -> "the value";
            case DECIDING_VALUE -> "the value, an error";
            case TAKES_OUT -> "what the row describes is left out";
            case ROW -> column.blankRejects() ? "the row, also when blank" : "the row";
        };
        return "| `" + column.name() + "` | " + type + " | " + (column.required() ? "must" : "may") + " | "
                + String.join(", ", column.aliases()) + " | " + loss + " |\n";
    }
}
