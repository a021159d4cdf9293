package org.oneroster4j.importer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.importer.config.ArrivalSettings.Claiming;
import org.oneroster4j.importer.job.JobSettings;

/** The file of {@code watch}: what it comes to, and what is told of it when it is wrong. */
class WatchConfigTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    /** Six lines; what a test adds to its job begins on line 7. */
    private static final String ONE_JOB =
            "jobs:\n  - name: north\n    drop: in\n    out: out\n    state: state\n    identity: username\n";

    @TempDir
    Path folder;

    private WatchPlan read(String yaml) throws IOException, ConfigException {
        return WatchConfig.read(Files.writeString(folder.resolve("watch.yaml"), yaml));
    }

    private List<String> told(String yaml) {
        ConfigException e = catchThrowableOfType(ConfigException.class, () -> read(yaml));
        assertThat(e).as("nothing is told of %s", yaml).isNotNull();
        String file = folder.resolve("watch.yaml").toString();
        return String.valueOf(e.getMessage())
                .lines()
                .map(line -> line.replace(file + ", ", "").replace(file + ": ", ""))
                .toList();
    }

    @Test
    void smallestFileHasTheDefaults() throws IOException, ConfigException {
        WatchPlan plan = read(ONE_JOB);

        assertThat(plan.service()).isEqualTo(ServiceSettings.DEFAULTS);
        assertThat(plan.jobs())
                .containsExactly(new JobPlan(
                        "north",
                        RunOptions.builder()
                                .drop(folder.resolve("in"))
                                .out(folder.resolve("out"))
                                .state(folder.resolve("state"))
                                .identity(Identity.USERNAME)
                                .build(),
                        ArrivalSettings.DEFAULTS));
    }

    @Test
    void defaultsAreThoseThatWereAgreedOn() {
        assertThat(ArrivalSettings.DEFAULTS)
                .isEqualTo(new ArrivalSettings(60, Claiming.MOVE, 8192, 30, 24, Optional.empty(), 90));
        assertThat(ServiceSettings.DEFAULTS)
                .isEqualTo(new ServiceSettings(10, Optional.empty(), Optional.empty(), Optional.empty(), 30));
        assertThat(ArrivalSettings.DEFAULTS.settle()).isEqualTo(Duration.ofMinutes(1));
        assertThat(ArrivalSettings.DEFAULTS.longestSilence()).isEqualTo(Duration.ofDays(2));
        assertThat(ArrivalSettings.DEFAULTS.maxDropBytes()).isEqualTo(8L << 30);
        assertThat(ArrivalSettings.DEFAULTS.missingFile()).isEqualTo(Duration.ofMinutes(30));
        assertThat(ArrivalSettings.DEFAULTS.stays()).isFalse();
        assertThat(ServiceSettings.DEFAULTS.poll()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whatStandsAtTheTopHoldsForJobsThatSayNothingElse() throws IOException, ConfigException {
        WatchPlan plan = read("identity: email\nmaxUsers: 100\nsettleSeconds: 30\nclaim: copy\nschool: ['007', 8]\n"
                + "importFrom: '22:00'\nimportTo: '04:00'\n"
                + "jobs:\n- {name: a, drop: d, out: a, state: as}\n"
                + "- {name: b, drop: d, out: b, state: bs, maxUsers: 200, settleSeconds: 90, claim: move,"
                + " identity: username, importFrom: 05:00, importTo: 06:30, school: 007}\n");
        JobPlan a = plan.jobs().get(0);
        JobPlan b = plan.jobs().get(1);

        assertThat(a.arrival())
                .isEqualTo(ArrivalSettings.DEFAULTS
                        .withSettleSeconds(30)
                        .withClaim(Claiming.COPY)
                        .withWindow(new DailyWindow(LocalTime.of(22, 0), LocalTime.of(4, 0))));
        assertThat(b.arrival())
                .isEqualTo(ArrivalSettings.DEFAULTS
                        .withSettleSeconds(90)
                        .withWindow(new DailyWindow(LocalTime.of(5, 0), LocalTime.of(6, 30))));
        assertThat(a.options().maxUsers()).isEqualTo(100);
        assertThat(a.options().identity()).isEqualTo(Identity.EMAIL);
        assertThat(a.options().school()).containsExactly("007", "8");
        assertThat(b.options().maxUsers()).isEqualTo(200);
        assertThat(b.options().identity()).isEqualTo(Identity.USERNAME);
        assertThat(b.options().school()).containsExactly("007");
    }

    @Test
    void keysOfTheServiceStandAtTheTop() throws IOException, ConfigException {
        assertThat(read("pollSeconds: 5\nhttpPort: 8085\nstatusFile: s.json\nlogFile: log/i.log\nlogDays: 7\n"
                                + ONE_JOB)
                        .service())
                .isEqualTo(new ServiceSettings(
                        5,
                        Optional.of(8085),
                        Optional.of(folder.resolve("s.json")),
                        Optional.of(folder.resolve("log").resolve("i.log")),
                        7));
    }

    @Test
    void jobMakesTheSettingsOfItsRuns() throws IOException, ConfigException {
        JobPlan job = read(ONE_JOB + "    maxUsers: 7\n    report: r\n").jobs().get(0);
        RunPlan plan = job.plan(DAY);
        JobSettings taken = job.settings(DAY, folder.resolve("state").resolve("drop-1"));

        assertThat(plan).isEqualTo(RunPlan.of(job.options(), RunPlan.Command.CONVERT, DAY));
        assertThat(plan.report()).contains(folder.resolve("r"));
        assertThat(plan.settings().drop()).isEqualTo(folder.resolve("in"));
        assertThat(taken.drop()).isEqualTo(folder.resolve("state").resolve("drop-1"));
        assertThat(taken).usingRecursiveComparison().ignoringFields("drop").isEqualTo(plan.settings());
        assertThat(taken.asOf()).isEqualTo(DAY);
        assertThat(taken.mapping().orElseThrow().maxUsers()).isEqualTo(7);
        assertThat(taken.state().orElseThrow().dayGiven()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "settleSeconds: 0 # settleSeconds must be greater than or equal to 1.",
                "settleSeconds: 3601 # settleSeconds must be less than or equal to 3600.",
                "settleSeconds: soon # settleSeconds is not a whole number.",
                "settleSeconds: 60.5 # settleSeconds is not a whole number.",
                "settleSeconds: [60] # settleSeconds has a value of the wrong kind.",
                "settleSeconds: # settleSeconds has no value.",
                "settleSeconds: '' # settleSeconds has no value.",
                "claim: steal # claim is none of move, copy.",
                "maxDropMegabytes: 0 # maxDropMegabytes must be greater than or equal to 1.",
                "missingFileMinutes: -1 # missingFileMinutes must be greater than or equal to 0.",
                "expectEveryHours: 0 # expectEveryHours must be greater than or equal to 1.",
                "historyDays: 0 # historyDays must be greater than or equal to 1.",
                "importFrom: '08:00' # importFrom stands here without importTo: a daily window has both.",
                "importTo: '08:00' # importTo stands here without importFrom: a daily window has both.",
                "maxUsers: 0 # maxUsers must be greater than or equal to 1.",
                "maxUsers: many # maxUsers has a value of the wrong kind.",
                "groupsRemovedPercent: 51 # groupsRemovedPercent must be less than or equal to 50.",
                "emptyGroups: burn # emptyGroups is none of leave-out, keep.",
                "accessRoles: [teacher, pope] # accessRoles is none of teacher, aide, administrator, proctor.",
                "report: ' ' # report has no value.",
                "layout: # layout has no value.",
                "layout: nosuch # layout: '"
            })
    void wrongValueIsToldWithItsKeyAndLineInAJobAndAtTheTop(String line, String message) {
        assertThat(told(ONE_JOB + "    " + line + "\n"))
                .singleElement()
                .asString()
                .startsWith("line 7: " + message);
        assertThat(told("\n" + line + "\n" + ONE_JOB))
                .singleElement()
                .asString()
                .startsWith("line 2: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "pollSeconds: 0 # pollSeconds must be greater than or equal to 1.",
                "pollSeconds: 301 # pollSeconds must be less than or equal to 300.",
                "httpPort: 80 # httpPort must be greater than or equal to 1024.",
                "httpPort: 65536 # httpPort must be less than or equal to 65535.",
                "httpPort: loopback # httpPort is not a whole number.",
                "logDays: 0 # logDays must be greater than or equal to 1.",
                "logFile: ' ' # logFile has no value.",
                "statusFile: [a] # statusFile has a value of the wrong kind.",
                "name: north # name is not a known key. Known are pollSeconds,",
                "folder: x # folder is not a known key. Known are pollSeconds,"
            })
    void wrongValueOfTheServiceIsToldWithItsKeyAndLine(String line, String message) {
        assertThat(told("\n" + line + "\n" + ONE_JOB))
                .singleElement()
                .asString()
                .startsWith("line 2: " + message);
    }

    @Test
    void keyOfTheServiceInAJobIsToldWhereItBelongs() {
        assertThat(told(ONE_JOB + "    pollSeconds: 5\n"))
                .containsExactly("line 7: pollSeconds is for the whole service, and stands at the top of the file.");
        assertThat(told(ONE_JOB + "    folder: x\n"))
                .singleElement()
                .asString()
                .startsWith("line 7: folder is not a known key. Known are name, drop, out,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"asOf: 2026-11-24", "dryRun: true", "json: true", "allowZip: true"})
    void whatMakesNoSenseForAServiceIsRefusedWithTheReason(String line) {
        String key = line.substring(0, line.indexOf(':'));
        assertThat(told(line + "\n" + ONE_JOB))
                .singleElement()
                .asString()
                .startsWith("line 1: " + key + " is not for watch: ")
                .endsWith(".");
        assertThat(told(ONE_JOB + "    " + line + "\n"))
                .singleElement()
                .asString()
                .startsWith("line 7: " + key + " is not for watch: ");
    }

    @Test
    void allIsToldAtOnceInTheOrderOfTheLinesAndDefaultsOnce() {
        assertThat(told("settleSeconds: 0\nlayout: nosuch\nmaxUsers: 0\nwhatever: 1\n"
                        + "jobs:\n  - name: a\n    drop: d\n    claim: steal\n    leadDays: -1\n    leadDay: 1\n"
                        + "  - just a word\n  - name: 'a b'\n    drop:\n"))
                .map(line -> line.replaceAll("Known are.*|: '.*|takes .*", ""))
                .containsExactly(
                        "line 1: settleSeconds must be greater than or equal to 1.",
                        "line 2: layout",
                        "line 3: maxUsers must be greater than or equal to 1.",
                        "line 4: whatever is not a known key. ",
                        "line 6: out is missing: the folder that Impero imports from.",
                        "line 6: state is missing: the folder that keeps the last published state.",
                        "line 6: identity " + RunPlan.NO_IDENTITY,
                        "line 8: claim is none of move, copy.",
                        "line 9: leadDays must be greater than or equal to 0.",
                        "line 10: leadDay is not a known key. ",
                        "line 11: a job ",
                        "line 12: out is missing: the folder that Impero imports from.",
                        "line 12: state is missing: the folder that keeps the last published state.",
                        "line 12: identity " + RunPlan.NO_IDENTITY,
                        "line 12: name ",
                        "line 13: drop has no value.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "'' # jobs is missing: a list of at least one job, with its name.",
                "'# only a comment' # jobs is missing: a list of at least one job, with its name.",
                "maxUsers: 5 # line 1: jobs is missing: a list of at least one job, with its name.",
                "jobs: # line 1: jobs takes a list of at least one job, with its name.",
                "jobs: [] # line 1: jobs takes a list of at least one job, with its name.",
                "jobs: {name: a} # line 1: jobs takes a list of at least one job, with its name."
            })
    void fileWithoutJobsIsRefused(String yaml, String message) {
        assertThat(told(yaml)).containsExactly(message);
    }

    @Test
    void whatIsNoYamlOrNoKeysIsRefused() {
        assertThat(told("- a\n")).singleElement().asString().startsWith("line 1: the file takes keys: pollSeconds,");
        assertThat(told("jobs: [\n")).singleElement().asString().contains("this is not YAML");
        assertThat(told(ONE_JOB + "    drop: e\n")).singleElement().asString().startsWith("line 7: this is not YAML");
        assertThat(catchThrowableOfType(ConfigException.class, () -> WatchConfig.read(folder.resolve("none.yaml"))))
                .hasMessageContaining("is not there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"north", "North-2", "7", "007", "a.b_c", "_x", "consul", "x23456789012345678901234567890123"})
    void nameMayStandInAFileName(String name) throws IOException, ConfigException {
        assertThat(read(ONE_JOB.replace("north", name)).jobs().get(0).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "..", ".a", "-a", "a.", "a/b", "'a\\b'", "ä", "'a:b'", "con", "NUL.x", "com1"})
    void nameThatCannotStandInAFileNameIsRefused(String name) {
        assertThat(told(ONE_JOB.replace("north", name)))
                .singleElement()
                .asString()
                .startsWith("line 2: name ");
    }

    @Test
    void longNameIsRefusedFromTheFirstLetterTooMuch() throws IOException, ConfigException {
        String longest = "n".repeat(64);

        assertThat(read(ONE_JOB.replace("north", longest)).jobs().get(0).name()).isEqualTo(longest);
        assertThat(told(ONE_JOB.replace("north", longest + "n")))
                .singleElement()
                .asString()
                .startsWith("line 2: name ");
    }

    @Test
    void jobsHaveDifferentNamesWhateverTheCase() {
        String second = ONE_JOB.replace("jobs:\n", "").replace("north", "NORTH");

        assertThat(told(ONE_JOB + second))
                .containsExactly("line 7: name is that of the job on line 2 too;"
                        + " whether letters are large or small makes no difference.");
        assertThat(told(ONE_JOB.replace("- name: north\n    ", "- ")))
                .containsExactly(
                        "line 2: name is missing: what the job is called in the log, in status and in file names.");
    }

    @Test
    void windowIsOpenFromItsFirstMomentToBeforeItsLast() {
        DailyWindow morning = new DailyWindow(LocalTime.of(5, 0), LocalTime.of(8, 0));
        DailyWindow night = new DailyWindow(LocalTime.of(22, 0), LocalTime.of(4, 0));

        assertThat(List.of("05:00", "07:59:59.9")).allMatch(time -> morning.isOpen(LocalTime.parse(time)));
        assertThat(List.of("04:59:59", "08:00", "00:00")).noneMatch(time -> morning.isOpen(LocalTime.parse(time)));
        assertThat(List.of("22:00", "23:59", "00:00", "03:59")).allMatch(time -> night.isOpen(LocalTime.parse(time)));
        assertThat(List.of("04:00", "12:00", "21:59")).noneMatch(time -> night.isOpen(LocalTime.parse(time)));
    }

    @Test
    void windowThatIsNoneIsRefused() {
        assertThat(told(ONE_JOB + "    importFrom: '05:00'\n    importTo: '05:00'\n"))
                .containsExactly("line 8: importTo is the time of importFrom too, which leaves no time to import,"
                        + " or all of it.");
        assertThat(told(ONE_JOB + "    importFrom: 5 am\n    importTo: '24:01'\n"))
                .containsExactly(
                        "line 7: importFrom is not a time of the form HH:MM.",
                        "line 8: importTo is not a time of the form HH:MM.");
    }

    @Test
    void layoutFileIsReadAtTheStartAndWhatIsWrongWithItTold() throws IOException, ConfigException {
        Path layout = Files.writeString(folder.resolve("own.yaml"), "files: 3\n");

        assertThat(told(ONE_JOB + "    layout: own.yaml\n"))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("line 7: " + layout));
        assertThat(read(ONE_JOB + "    layout: lanschool\n")
                        .jobs()
                        .get(0)
                        .plan(DAY)
                        .settings()
                        .layout()
                        .name())
                .isEqualTo("lanschool");
    }
}
