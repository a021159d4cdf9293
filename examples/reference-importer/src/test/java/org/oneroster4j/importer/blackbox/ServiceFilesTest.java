package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.impero.Counts;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.importer.config.ConfigException;
import org.oneroster4j.importer.config.WatchConfig;
import org.oneroster4j.importer.service.HealthServer;
import org.oneroster4j.importer.service.JobState;
import org.oneroster4j.importer.service.JobStatus;
import org.oneroster4j.importer.service.Service;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** What is around the service: its definitions for Linux and Windows, and the guide that leads to them. */
class ServiceFilesTest {
    private static final Path SERVICE = Path.of("service");
    private static final Path UNIT = SERVICE.resolve("linux").resolve("oneroster-importer.service");
    private static final Instant NOW = Instant.parse("2026-11-24T09:03:00Z");

    @TempDir
    Path folder;

    @Test
    void unitIsOneThatSystemdTakes() throws IOException, InterruptedException {
        assumeTrue(isThere("systemd-analyze"), "systemd-analyze is not here: the unit is not verified");
        // It looks whether the program is there, which is so on a server alone.
        String unit = text(UNIT).replaceFirst("ExecStart=\\S+", "ExecStart=/bin/sh");
        Path copy = Files.writeString(folder.resolve("oneroster-importer.service"), unit);
        Process verifying = new ProcessBuilder("systemd-analyze", "verify", copy.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(verifying.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(verifying.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).as("an unknown key is told, and taken").isEmpty();
        assertThat(verifying.exitValue()).isZero();
    }

    @Test
    void unitStartsWhatTheImageHasAndReadsWhatTheGuideWrites() throws IOException {
        List<String> start = List.of(value(text(UNIT), "ExecStart")
                .substring("/opt/oneroster-importer/".length())
                .split(" "));

        assertThat(start).startsWith("bin/oneroster-importer", "watch", "--config");
        assertThat(SERVICE.resolve("linux").resolve("oneroster-importer")).isExecutable();
        assertThat(text(SERVICE.resolve("Image.java")))
                .contains("\"oneroster-importer\"", "\"oneroster-importer.service\"");
        assertThat(Guide.text()).contains("oneroster-importer config > " + start.get(3) + "\n");
    }

    @Test
    void guideMakesTheUserTheGroupsAndTheFoldersOfTheUnit() throws IOException {
        String unit = text(UNIT);
        String writable = value(unit, "ReadWritePaths");

        assertThat(Guide.text())
                .contains(" " + value(unit, "User") + "\nuseradd")
                .contains("groupadd --system " + value(unit, "SupplementaryGroups") + "\n")
                .contains("-m 0755 " + writable + " ");
        for (String key : List.of("drop", "out", "state", "report")) {
            assertThat(valueOfYaml(key)).as(key).startsWith(writable + "/");
        }
        assertThat(valueOfYaml("statusFile")).startsWith("/run/" + value(unit, "RuntimeDirectory") + "/");
        assertThat(Guide.text()).contains(" " + valueOfYaml("drop") + "\n").contains(" " + valueOfYaml("out") + "\n");
    }

    /** With 0077 nobody but the service could read the output, and with 0022 everybody. */
    @Test
    void outputIsForTheGroupAlone() throws IOException {
        assertThat(value(text(UNIT), "UMask")).isEqualTo("0027");
        assertThat(Guide.text()).contains("-g impero-import -m 2750 ");
    }

    @Test
    void configurationOfTheGuideIsOneThatTheServiceTakes() throws IOException, ConfigException {
        Path config = Files.writeString(folder.resolve("watch.yaml"), Guide.block("watch.yaml"));

        assertThat(WatchConfig.read(config).jobs())
                .singleElement()
                .satisfies(job -> assertThat(job.name()).isEqualTo("school"));
    }

    @Test
    void uploadsGoToTheFolderThatIsWatched() throws IOException {
        String sshd = Guide.block("sshd_config");
        Pattern chroot = Pattern.compile("(?m)^ *ChrootDirectory (\\S+)$");
        Pattern start = Pattern.compile("(?m)^ *ForceCommand internal-sftp -d (\\S+) -u 0007$");

        assertThat(only(chroot, sshd) + only(start, sshd)).isEqualTo(valueOfYaml("drop"));
        assertThat(sshd).containsPattern("(?m)^AllowUsers .*\\bclasslink$").endsWith("Match all\n");
    }

    @Test
    void definitionForWindowsIsXmlThatStartsTheImage() throws IOException, ParserConfigurationException, SAXException {
        Path windows = SERVICE.resolve("windows");
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(windows.resolve("OneRosterImporter.xml").toFile());

        assertThat(xml.getElementsByTagName("executable").item(0).getTextContent())
                .isEqualTo("%BASE%\\bin\\java.exe");
        assertThat(xml.getElementsByTagName("arguments").item(0).getTextContent())
                .contains("-jar \"%BASE%\\reference-importer.jar\" watch --config")
                .doesNotContain("-Xrs");
        assertThat(text(windows.resolve("oneroster-importer.cmd"))).contains("reference-importer.jar");
        assertThat(Stream.of(
                        text(windows.resolve("INSTALL.md")),
                        text(windows.resolve("OneRosterImporter.xml")),
                        Guide.text()))
                .allSatisfy(page -> assertThat(page).containsIgnoringCase("not run on Windows"));
    }

    @Test
    void guideLeadsToFilesAndHeadingsThatAreThere() throws IOException {
        String guide = Guide.text();
        Set<String> headings = new TreeSet<>();
        all(Pattern.compile("(?m)^#+ (.+)$"), guide)
                .forEach(heading -> headings.add("#"
                        + heading.toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9 -]", "")
                                .replace(' ', '-')));

        assertThat(all(Pattern.compile("\\]\\((?!https:)([^)]+)\\)"), guide))
                .isNotEmpty()
                .allSatisfy(link -> {
                    if (link.startsWith("#")) {
                        assertThat(headings).contains(link);
                    } else {
                        assertThat(Path.of(link)).exists();
                    }
                });
        for (String shown : all(Pattern.compile("`([A-Z]\\w+(?:Test|IT))`"), guide)) {
            assertThat(Path.of("src/test/java/org/oneroster4j/importer/blackbox", shown + ".java"))
                    .exists();
        }
    }

    @Test
    void guideSaysWhatEachStateAndEachHoldMeans() throws IOException {
        String guide = Guide.text();

        for (JobState state : JobState.values()) {
            assertThat(guide).contains("| `" + state.word() + "` | ");
        }
        for (ImperoCode code : ImperoCode.values()) {
            if (findingsPage().contains("| `" + code.code() + "` | error | holds the run |")) {
                assertThat(guide).contains("| `" + code.code() + "` | ");
            }
        }
    }

    @Test
    void guideNamesAllMetrics() throws IOException, InterruptedException {
        JobStatus job = new JobStatus(
                "school",
                JobState.IDLE.word(),
                null,
                NOW.toString(),
                NOW.toString(),
                NOW.toString(),
                "published",
                NOW.toString(),
                new Counts(1, 1, 1, 0, 1, 0),
                0,
                0,
                false);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Service.Status status = new Service.Status(NOW.toString(), List.of(job));
        String metrics;
        try (HealthServer server = new HealthServer(0, () -> status, clock, Duration.ofMinutes(5))) {
            URI uri = URI.create("http://localhost:" + server.port() + "/metrics");
            metrics = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        }

        assertThat(all(Pattern.compile("(?m)^\\| `(oneroster_importer_\\w+)` \\|"), Guide.text()))
                .containsExactlyInAnyOrderElementsOf(all(Pattern.compile("(?m)^# TYPE (\\w+) "), metrics));
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private static String findingsPage() throws IOException {
        return text(Path.of("FINDINGS.md"));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file).replace("\r\n", "\n");
    }

    private static String valueOfYaml(String key) throws IOException {
        return only(Pattern.compile("(?m)^ *" + key + ": (\\S+)$"), Guide.block("watch.yaml"));
    }

    private static String value(String unit, String key) {
        return only(Pattern.compile("(?m)^" + key + "=(.+)$"), unit);
    }

    private static String only(Pattern pattern, String text) {
        List<String> found = all(pattern, text);
        assertThat(found).as(pattern.pattern()).hasSize(1);
        return found.get(0);
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
