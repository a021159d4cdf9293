package org.oneroster4j.importer.config;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.oneroster4j.importer.config.ArrivalSettings.Claiming;
import org.oneroster4j.importer.config.YamlFile.Node;

/**
 * Reads the file of {@code watch}: YAML with a list {@code jobs}, each with a name and settings of its own; settings at the
 * top hold for all jobs that say nothing else. Relative paths are understood from the folder of the file.
 */
public final class WatchConfig {
    /** Settings of single runs that make no sense for a service, with the reason. */
    private static final Map<String, String> REFUSED = Map.of(
            "asOf", "is not for watch: each drop is converted for the day on which it comes.",
            "dryRun",
                    "is not for watch: a service that never publishes looks like one that works; use convert --dry-run.",
            "json", "is not for watch: a service prints no summary; use status --json.",
            "allowZip", "is not for watch: only of unpacked files can be seen whether all have come.");

    /** What each job must have, with what it is. */
    private static final Map<String, String> NEEDED = needed();

    private static final List<String> OPTIONS = Arrays.stream(RunOptions.class.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(key -> !REFUSED.containsKey(key))
            .toList();

    static final List<String> JOB_KEYS = Stream.of(List.of("name"), OPTIONS, ArrivalSettings.KEYS)
            .flatMap(List::stream)
            .toList();
    static final List<String> TOP_KEYS = Stream.of(ServiceSettings.KEYS, OPTIONS, ArrivalSettings.KEYS, List.of("jobs"))
            .flatMap(List::stream)
            .toList();

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    /** Of these, Windows makes no file, whatever ending they have. */
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private final YamlFile yaml;
    private final Path folder;
    private final Problems problems;

    private WatchConfig(YamlFile yaml, Path folder) {
        this.yaml = yaml;
        this.folder = folder;
        this.problems = new Problems(yaml);
    }

    private static Map<String, String> needed() {
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put("drop", "is missing: the folder with the OneRoster CSV files.");
        needed.put("out", "is missing: the folder that Impero imports from.");
        needed.put("state", "is missing: the folder that keeps the last published state.");
        needed.put("identity", RunPlan.NO_IDENTITY);
        return needed;
    }

    /**
     * Tells whether a configuration file is one of {@code watch}: it has a list of jobs.
     *
     * @throws ConfigException when it is not there or not YAML
     */
    public static boolean isAt(Path file) throws ConfigException, IOException {
        return new YamlFile(file, "The configuration file").has("/jobs");
    }

    /**
     * Reads a file. Of folders, only their names are judged here, see {@link WatchPlan#checkFolders}.
     *
     * @throws ConfigException with everything that is wrong, a line each, with its place; alone, when it is not YAML
     * @throws IOException when the file cannot be read
     */
    public static WatchPlan read(Path file) throws ConfigException, IOException {
        YamlFile yaml = new YamlFile(file, "The configuration file");
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        return new WatchConfig(yaml, folder).plan();
    }

    private WatchPlan plan() throws ConfigException {
        Node root = yaml.root().orElse(new Node.Keys(Map.of()));
        if (!(root instanceof Node.Keys keys)) {
            throw new ConfigException(yaml.place("") + "the file takes keys: " + String.join(", ", TOP_KEYS) + ".");
        }
        Section top = new Section("", keys.values(), problems);
        known(top, TOP_KEYS);
        ServiceSettings service = service(top);
        RunOptions options = options(top);
        ArrivalSettings arrival = arrival(top, ArrivalSettings.DEFAULTS);
        List<JobPlan> jobs = new ArrayList<>();
        for (Section section : sections(top)) {
            known(section, JOB_KEYS);
            NEEDED.forEach((key, problem) -> {
                if (!section.has(key) && !top.has(key)) {
                    section.tell(key, problem);
                }
            });
            jobs.add(new JobPlan(name(section), options(section).over(options), arrival(section, arrival)));
        }
        problems.refuse();
        return new WatchPlan(jobs, service, new Places(yaml));
    }

    private List<Section> sections(Section top) {
        List<Section> sections = new ArrayList<>();
        Node jobs = top.keys().get("jobs");
        if (jobs instanceof Node.Items items && !items.values().isEmpty()) {
            int index = 0;
            for (Node item : items.values()) {
                String pointer = "/jobs/" + index++;
                if (item instanceof Node.Keys keys) {
                    sections.add(new Section(pointer, keys.values(), problems));
                } else {
                    problems.tell(pointer, "a job takes keys: " + String.join(", ", JOB_KEYS) + ".");
                }
            }
            unique(sections);
        } else {
            top.tell(
                    "jobs",
                    (top.has("jobs") ? "takes" : "is missing:") + " a list of at least one job, with its name.");
        }
        return sections;
    }

    /** On Windows, upper and lower case make one file name. */
    private void unique(List<Section> sections) {
        Map<String, Section> byName = new LinkedHashMap<>();
        for (Section section : sections) {
            if (section.keys().get("name") instanceof Node.Text name) {
                Section other = byName.putIfAbsent(name.text().toLowerCase(Locale.ROOT), section);
                if (other != null) {
                    section.tell(
                            "name",
                            "is that of the job on line " + yaml.number(other.pointer() + "/name")
                                    + " too; whether letters are large or small makes no difference.");
                }
            }
        }
    }

    private void known(Section section, List<String> known) {
        for (String key : section.keys().keySet()) {
            if (REFUSED.containsKey(key)) {
                section.tell(key, Objects.requireNonNull(REFUSED.get(key)));
            } else if (!known.contains(key)) {
                String problem = ServiceSettings.KEYS.contains(key)
                        ? "is for the whole service, and stands at the top of the file."
                        : "is not a known key. Known are " + String.join(", ", known) + ".";
                section.tell(key, problem);
            }
        }
    }

    private static String name(Section section) {
        if (!section.has("name")) {
            section.tell("name", "is missing: what the job is called in the log, in status and in file names.");
        }
        return section.read("name", "", WatchConfig::name);
    }

    private static String name(String word) {
        if (!NAME.matcher(word).matches() || word.startsWith(".") || word.startsWith("-") || word.endsWith(".")) {
            throw new IllegalArgumentException(
                    "takes 1 to 64 of the letters A to Z, digits, dots, _ and -, and has no dot"
                            + " or - at its beginning and no dot at its end");
        }
        if (DEVICE.matcher(word).matches()) {
            throw new IllegalArgumentException("is one that Windows keeps for a device");
        }
        return word;
    }

    private RunOptions options(Section section) {
        RunOptions read = section.options(OPTIONS);
        MappingOptions.problems(read).forEach((key, problem) -> section.tell(key, problem + "."));
        BrakeOptions.problems(read).forEach((key, problem) -> section.tell(key, problem + "."));
        RunOptions options = read.from(folder);
        List<String> ofLayout = new ArrayList<>();
        LayoutOption.find(options.layout(), "layout: ", ofLayout);
        ofLayout.stream()
                .flatMap(String::lines)
                .forEach(problem -> problems.tell(section.pointer() + "/layout", problem));
        return options;
    }

    private static ArrivalSettings arrival(Section section, ArrivalSettings others) {
        return new ArrivalSettings(
                number(section, "settleSeconds", others.settleSeconds()),
                section.read("claim", others.claim(), word -> Words.constant(Claiming.class, word)),
                number(section, "maxDropMegabytes", others.maxDropMegabytes()),
                number(section, "missingFileMinutes", others.missingFileMinutes()),
                number(section, "expectEveryHours", others.expectEveryHours()),
                window(section).or(others::window),
                number(section, "historyDays", others.historyDays()));
    }

    private static int number(Section section, String key, int other) {
        return section.number(ArrivalSettings.class, key, other);
    }

    private static Optional<DailyWindow> window(Section section) {
        Optional<LocalTime> from = time(section, "importFrom");
        Optional<LocalTime> to = time(section, "importTo");
        if (section.has("importFrom") != section.has("importTo")) {
            String there = section.has("importFrom") ? "importFrom" : "importTo";
            String missing = section.has("importFrom") ? "importTo" : "importFrom";
            section.tell(there, "stands here without " + missing + ": a daily window has both.");
        } else if (from.isPresent() && from.equals(to)) {
            section.tell("importTo", "is the time of importFrom too, which leaves no time to import, or all of it.");
        } else if (from.isPresent() && to.isPresent()) {
            return Optional.of(new DailyWindow(from.get(), to.get()));
        }
        return Optional.empty();
    }

    private static Optional<LocalTime> time(Section section, String key) {
        return section.read(key, Optional.empty(), word -> Optional.of(Words.time(word)));
    }

    private ServiceSettings service(Section top) {
        ServiceSettings others = ServiceSettings.DEFAULTS;
        Class<?> settings = ServiceSettings.class;
        return new ServiceSettings(
                top.number(settings, "pollSeconds", others.pollSeconds()),
                top.judged(settings, "httpPort", others.httpPort(), word -> Optional.of(Section.number(word))),
                path(top, "statusFile"),
                path(top, "logFile"),
                top.number(settings, "logDays", others.logDays()));
    }

    private Optional<Path> path(Section top, String key) {
        return top.read(key, Optional.empty(), word -> Optional.of(folder.resolve(OptionsBinding.path(word))));
    }
}
