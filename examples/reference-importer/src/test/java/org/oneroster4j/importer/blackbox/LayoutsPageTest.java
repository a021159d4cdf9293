package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.impero.layout.LayoutField;
import org.oneroster4j.impero.layout.LayoutProfile;
import org.oneroster4j.impero.layout.RowKind;
import org.oneroster4j.importer.config.ConfigException;
import org.oneroster4j.importer.config.LayoutYaml;

/** The page on layouts says what the program does: its YAML is loaded and run, its tables are compared. */
class LayoutsPageTest {
    private static final Path PAGE = Path.of("LAYOUTS.md");

    @TempDir
    Path folder;

    @Test
    void workedExampleWritesWhatThePageShows() throws IOException {
        Path layout = Files.writeString(
                folder.resolve("north-hill.yaml"), blocks("yaml").get(0));
        Path out = folder.resolve("out");
        CommandLine run = CommandLine.run(
                "convert",
                "--drop",
                "sample-drop",
                "--out",
                out,
                "--identity",
                "username",
                "--as-of",
                "2026-10-15",
                "--layout",
                layout);

        assertThat(run.exitCode()).as(run.err()).isZero();
        Map<String, String> files = Conversion.texts(Conversion.bytesOf(out));
        assertThat(files.keySet()).containsExactly("Access.csv", "Classes.csv", "Students.txt");
        List<String> shown = blocks("text");
        assertBegins(
                files.getOrDefault("Classes.csv", ""), "\uFEFF" + shown.get(0).replace("\n", "\r\n"));
        assertBegins(
                files.getOrDefault("Access.csv", ""), "\uFEFF" + shown.get(1).replace("\n", "\r\n"));
        assertBegins(files.getOrDefault("Students.txt", ""), shown.get(2));
    }

    private static void assertBegins(String file, String shown) {
        assertThat(shown.lines()).hasSizeGreaterThan(2);
        assertThat(file).startsWith(shown);
    }

    @Test
    void referenceLayoutOfThePageIsTheBuiltInOne() throws IOException, ConfigException {
        Path layout =
                Files.writeString(folder.resolve("mine.yaml"), blocks("yaml").get(1));

        assertThat(LayoutYaml.read(layout)).isEqualTo(LayoutProfile.REFERENCE);
    }

    @Test
    void tablesNameEveryKey() throws IOException {
        String format = "byteOrderMark, charset, delimiter, falseWord, header, lineEnd, quoting, trueWord";

        assertThat(sorted(table("## Keys of the format"))).isEqualTo(format);
        assertThat(sorted(table("## Keys of a layout"))).isEqualTo("files, name");
        assertThat(knownKeys("nonsense: 1")).isEqualTo(sorted(both("## Keys of a layout", "## Keys of the format")));
        assertThat(knownKeys("files: [{nonsense: 1}]"))
                .isEqualTo(sorted(both("## Keys of a file", "## Keys of the format")));
        assertThat(knownKeys("files: [{rows: users, columns: [{nonsense: 1}]}]"))
                .isEqualTo(sorted(table("## Keys of a column")));
    }

    @Test
    void tableOfFieldsNamesEveryFieldWithItsRows() throws IOException {
        List<String> fields = Arrays.stream(LayoutField.values())
                .map(field -> field.word() + ": "
                        + Arrays.stream(RowKind.values())
                                .filter(field::isOf)
                                .map(RowKind::word)
                                .sorted()
                                .collect(Collectors.joining(", ")))
                .toList();
        List<String> rows = new ArrayList<>();
        Matcher row =
                Pattern.compile("(?m)^\\| `(\\w+)` \\| .* \\| ([a-z, ]+) \\|$").matcher(section("## Fields"));
        while (row.find()) {
            rows.add(row.group(1) + ": " + sorted(List.of(row.group(2).split(", "))));
        }

        assertThat(rows).isEqualTo(fields);
    }

    /** What the program says that it knows, asked with a key that nobody knows. */
    private String knownKeys(String yaml) throws IOException {
        Path layout = Files.writeString(folder.resolve("asked.yaml"), yaml);
        List<String> known = new ArrayList<>();
        assertThatThrownBy(() -> LayoutYaml.read(layout)).satisfies(e -> {
            Matcher keys = Pattern.compile("nonsense: is not a known key. Known are ([^.]*)\\.")
                    .matcher(String.valueOf(e.getMessage()));
            assertThat(keys.find()).as(e.getMessage()).isTrue();
            known.addAll(List.of(keys.group(1).split(", ")));
        });
        return sorted(known);
    }

    private static String sorted(List<String> words) {
        return words.stream().sorted().distinct().collect(Collectors.joining(", "));
    }

    private static List<String> both(String one, String other) throws IOException {
        List<String> keys = new ArrayList<>(table(one));
        keys.addAll(table(other));
        return keys;
    }

    /** The words in the first column of the table of a section. */
    private static List<String> table(String heading) throws IOException {
        List<String> words = new ArrayList<>();
        Matcher row = Pattern.compile("(?m)^\\| `(\\w+)` \\|").matcher(section(heading));
        while (row.find()) {
            words.add(row.group(1));
        }
        return words;
    }

    private static String section(String heading) throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8).replace("\r\n", "\n");
        int start = page.indexOf(heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        int end = page.indexOf("\n## ", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    private static List<String> blocks(String language) throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8).replace("\r\n", "\n");
        Matcher block = Pattern.compile("(?s)\n```" + language + "\n(.*?)```").matcher(page);
        List<String> blocks = new ArrayList<>();
        while (block.find()) {
            blocks.add(block.group(1));
        }
        return blocks;
    }
}
