package org.oneroster4j.importer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template for {@code watch}: it can be read as it is and with all its settings, which are the defaults. */
class WatchTemplateTest {
    private static final Pattern SETTING = Pattern.compile("#?( *(- )?)([a-zA-Z]+):.*");
    private static final List<String> WITHOUT_DEFAULT =
            List.of("httpPort", "statusFile", "logFile", "report", "importFrom", "importTo", "excludeFile", "timeZone");

    @TempDir
    Path folder;

    private WatchPlan read(List<String> lines) throws IOException, ConfigException {
        return WatchConfig.read(Files.write(folder.resolve("watch.yaml"), lines));
    }

    private static boolean isOff(String line) {
        return line.startsWith("#") && SETTING.matcher(line).matches();
    }

    private static String key(String line) {
        return SETTING.matcher(line).replaceFirst("$3");
    }

    private static List<String> uncommented(List<String> lines) {
        return lines.stream()
                .map(line -> isOff(line) ? line.substring(1) : line)
                .filter(line -> !line.strip().startsWith("#"))
                .toList();
    }

    @Test
    void itIsReadAsItIsAndSaysNothingButWhatIsNeeded() throws IOException, ConfigException {
        WatchPlan plan = read(WatchTemplate.lines());

        assertThat(plan.service()).isEqualTo(ServiceSettings.DEFAULTS);
        assertThat(plan.jobs()).hasSize(1);
        JobPlan job = plan.jobs().get(0);
        assertThat(job.arrival()).isEqualTo(ArrivalSettings.DEFAULTS);
        assertThat(job.options())
                .isEqualTo(RunOptions.builder()
                        .drop(job.options().drop())
                        .out(job.options().out())
                        .state(job.options().state())
                        .identity(job.options().identity())
                        .build());
        assertThat(String.valueOf(job.options().out())).endsWith("C:\\Impero\\CSVImport");
    }

    @Test
    void itHasEveryKeyOnceAndNoOther() {
        List<String> keys = uncommented(WatchTemplate.lines()).stream()
                .filter(line -> !line.isBlank())
                .map(WatchTemplateTest::key)
                .toList();
        TreeSet<String> known = new TreeSet<>(WatchConfig.TOP_KEYS);
        known.addAll(WatchConfig.JOB_KEYS);

        assertThat(keys).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void itsSettingsAreTheDefaults() throws IOException, ConfigException {
        List<String> defaults = uncommented(WatchTemplate.lines()).stream()
                .filter(line -> !WITHOUT_DEFAULT.contains(key(line)))
                .toList();
        WatchPlan all = read(defaults);
        JobPlan job = all.jobs().get(0);
        WatchPlan none = read(WatchTemplate.lines());

        assertThat(all.service()).isEqualTo(none.service());
        assertThat(job.arrival()).isEqualTo(none.jobs().get(0).arrival());
        RunOptions options = job.options();
        assertThat(RunPlan.of(options, RunPlan.Command.CONVERT, LocalDate.EPOCH))
                .isEqualTo(RunPlan.of(none.jobs().get(0).options(), RunPlan.Command.CONVERT, LocalDate.EPOCH));
        assertThat(options.maxUsers()).as("they were switched on").isEqualTo(5000);
    }

    @Test
    void itsExamplesAreReadToo() throws IOException, ConfigException {
        WatchPlan plan = read(uncommented(WatchTemplate.lines()));

        assertThat(plan.service().httpPort()).isPresent();
        assertThat(plan.service().statusFile()).isPresent();
        assertThat(plan.service().logFile()).isPresent();
        assertThat(plan.jobs().get(0).arrival().window()).isPresent();
        assertThat(plan.jobs().get(0).options().report()).isNotNull();
    }

    @Test
    void everySettingIsExplained() {
        List<String> unexplained = new ArrayList<>();
        String before = "";
        for (String line : WatchTemplate.lines()) {
            boolean setting = SETTING.matcher(line).matches() && !line.startsWith("# ");
            if (setting && !before.strip().startsWith("# ")) {
                unexplained.add(key(line));
            }
            before = line;
        }

        assertThat(unexplained)
                .as("nothing but the second of two settings that belong together, and the list of jobs")
                .containsExactlyInAnyOrder(
                        "importTo",
                        "jobs",
                        "groupsRemovedNumber",
                        "membersRemovedNumber",
                        "consoleUsersRemovedNumber",
                        "accessRemovedNumber",
                        "accessGrowthNumber");
        assertThat(WatchTemplate.lines().stream().collect(Collectors.joining("\n")))
                .isASCII()
                .doesNotContain("\t");
    }
}
