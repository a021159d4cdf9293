package org.oneroster4j.importer.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;

/** The page on settings names the keys that there are, with the defaults that they have. */
class SettingsPageTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir
    Path folder;

    /** The cells of the table by key. */
    private static Map<String, List<String>> table() throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : page().lines().filter(line -> line.startsWith("| `")).toList()) {
            List<String> cells = List.of(line.substring(2, line.length() - 2).split(" ?\\| ", -1));
            assertThat(cells).as(line).hasSize(5).last().asString().isNotBlank();
            rows.put(cells.get(0).replace("`", ""), cells);
        }
        return rows;
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("SETTINGS.md"), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static String example() throws IOException {
        Matcher block = Pattern.compile("(?s)```yaml\n(.*?)```").matcher(page());
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    @Test
    void tableHasEveryKeyInOrderWithItsOption() throws IOException {
        List<String> keys = Arrays.stream(RunOptions.class.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(JsonProperty.class))
                .map(RecordComponent::getName)
                .toList();

        assertThat(table().keySet()).containsExactlyElementsOf(keys);
        table().forEach((key, cells) -> {
            String option = "`--" + key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "`";
            assertThat(cells.get(1)).as(key).isIn("", option);
        });
    }

    @Test
    void exampleSaysWhatNoFileSays() throws IOException, ConfigException {
        RunOptions needed = RunOptions.builder()
                .drop(folder.resolve("drop"))
                .out(folder.resolve("out"))
                .identity(Identity.USERNAME)
                .build();
        RunOptions read = ConfigFile.read(Files.writeString(folder.resolve("all.yaml"), example()));
        RunPlan plan = RunPlan.of(needed.over(read), RunPlan.Command.CONVERT, TODAY);

        assertThat(plan).isEqualTo(RunPlan.of(needed, RunPlan.Command.CONVERT, TODAY));
        assertThat(plan.settings().mapping()).contains(MappingSettings.of(Identity.USERNAME, TODAY));
    }

    @Test
    void exampleHasTheDefaultsOfTheTable() throws IOException {
        Map<String, List<String>> table = table();
        List<String> lines = example().lines().toList();

        assertThat(lines).hasSizeGreaterThan(15);
        for (String line : lines) {
            String[] setting = line.split(": ", 2);
            String shown =
                    table.getOrDefault(setting[0], List.of("", "", "", "", "")).get(2);
            if (shown.startsWith("`")) {
                assertThat(setting[1].replace("'", "")).as(line).isEqualTo(shown.replace("`", ""));
            }
        }
    }

    @Test
    void everyComponentOfTheSettingsOfTheMappingHasAKey() throws IOException {
        List<String> components = Arrays.stream(MappingSettings.class.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.equals("schools") ? "school" : name)
                .toList();

        assertThat(table().keySet()).containsAll(components);
    }
}
