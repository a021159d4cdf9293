package org.oneroster4j.importer.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;

/** The page on settings names the keys that there are, with the defaults that they have. */
class SettingsPageTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final String SERVICE = "## The service";

    @TempDir
    Path folder;

    /** The cells of the table of the settings of a run by key. */
    private static Map<String, List<String>> table() throws IOException {
        String page = page();
        return rows(page.substring(0, page.indexOf(SERVICE)), 5);
    }

    private static Map<String, List<String>> tablesOfTheService() throws IOException {
        String page = page();
        return rows(page.substring(page.indexOf(SERVICE)), 4);
    }

    private static Map<String, List<String>> rows(String part, int columns) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : part.lines().filter(line -> line.startsWith("| `")).toList()) {
            List<String> cells = List.of(line.substring(2, line.length() - 2).split(" ?\\| ", -1));
            assertThat(cells).as(line).hasSize(columns).last().asString().isNotBlank();
            assertThat(rows.put(cells.get(0).replace("`", ""), cells)).as(line).isNull();
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

    @Test
    void tablesOfTheServiceHaveEveryKeyInOrder() throws IOException {
        List<String> keys = new ArrayList<>(List.of("name"));
        keys.addAll(ArrivalSettings.KEYS);
        keys.addAll(ServiceSettings.KEYS);

        assertThat(tablesOfTheService().keySet()).containsExactlyElementsOf(keys);
        assertThat(components(ArrivalSettings.class).flatMap(SettingsPageTest::keysOf))
                .containsExactlyElementsOf(ArrivalSettings.KEYS);
        assertThat(components(ServiceSettings.class)).containsExactlyElementsOf(ServiceSettings.KEYS);
    }

    private static Stream<String> components(Class<?> settings) {
        return Arrays.stream(settings.getRecordComponents()).map(RecordComponent::getName);
    }

    private static Stream<String> keysOf(String component) {
        return component.equals("window") ? Stream.of("importFrom", "importTo") : Stream.of(component);
    }

    @Test
    void tablesOfTheServiceHaveTheDefaults() throws IOException, ConfigException {
        StringBuilder yaml =
                new StringBuilder("drop: in\nout: out\nstate: state\nidentity: email\njobs: [{name: a}]\n");
        tablesOfTheService().forEach((key, cells) -> {
            if (cells.get(1).startsWith("`")) {
                yaml.append(key + ": " + cells.get(1).replace("`", "") + "\n");
            }
        });
        WatchPlan plan = WatchConfig.read(Files.writeString(folder.resolve("watch.yaml"), yaml));

        assertThat(yaml.toString().lines()).as("those with a default").hasSize(5 + 8);
        assertThat(plan.service()).isEqualTo(ServiceSettings.DEFAULTS);
        assertThat(plan.jobs().get(0).arrival()).isEqualTo(ArrivalSettings.DEFAULTS);
    }

    @Test
    void boundsInTheTablesOfTheServiceAreThoseThatAreKept() throws IOException {
        List<String> bounded = new ArrayList<>();
        for (Map.Entry<String, List<String>> row : tablesOfTheService().entrySet()) {
            Matcher bounds = Pattern.compile("\\. (?:At least ([0-9]+)|([0-9]+) to ([0-9]+))$")
                    .matcher(row.getValue().get(2));
            if (bounds.find()) {
                bounded.add(row.getKey());
                int least = Integer.parseInt(bounds.group(1) == null ? bounds.group(2) : bounds.group(1));
                assertThat(problems(row.getKey(), least)).isEmpty();
                assertThat(problems(row.getKey(), least - 1)).isNotEmpty();
                if (bounds.group(3) != null) {
                    int most = Integer.parseInt(bounds.group(3));
                    assertThat(problems(row.getKey(), most)).isEmpty();
                    assertThat(problems(row.getKey(), most + 1)).isNotEmpty();
                }
            }
        }

        assertThat(bounded)
                .containsExactly(
                        "settleSeconds",
                        "maxDropMegabytes",
                        "missingFileMinutes",
                        "expectEveryHours",
                        "historyDays",
                        "pollSeconds",
                        "httpPort",
                        "logDays");
    }

    private static List<String> problems(String key, int value) {
        Class<?> settings = ArrivalSettings.KEYS.contains(key) ? ArrivalSettings.class : ServiceSettings.class;
        return ConstraintMessages.of(settings, key, key.equals("httpPort") ? Optional.of(value) : value);
    }
}
