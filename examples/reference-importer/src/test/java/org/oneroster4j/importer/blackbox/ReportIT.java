package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report in a browser, as people see it. Where no browser is installed, nothing is tested, and that is said. */
class ReportIT {
    private static final int LARGEST = 2_000_000;
    /** The width of A4 without its margins, in pixels of CSS. */
    private static final int PAPER = 718;

    /** More of a long page is in no picture. */
    private static final int PICTURE = 3_000;

    private static final String ALL_RULES = "'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'";
    private static final String COLOURS = "'color-contrast'";
    private static final String TAB = "\uE004";
    private static final String ENTER = "\uE007";

    @TempDir
    static Path profile;

    private static @Nullable Browser started;
    private static String axe = "";

    @TempDir
    Path folder;

    private Path drop;
    private Path report;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<Browser> browser = Browser.start(profile);
        assumeThat(browser)
                .as("chromium and chromedriver are not installed, so the report is not opened in a browser")
                .isPresent();
        started = browser.get();
        try (InputStream in = ReportIT.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (started != null) {
            started.stop();
        }
    }

    @BeforeEach
    void paths() {
        drop = folder.resolve("drop");
        report = folder.resolve("report");
    }

    private static Browser browser() {
        return Objects.requireNonNull(started);
    }

    private void run(String command, Object... more) {
        CommandLine.run(Stream.concat(
                        Stream.of(command, "--drop", drop, "--identity", "username", "--report", report),
                        Stream.of(more))
                .toArray());
    }

    /** Opens the report, looks for what nobody may find in any, and prints its figures. */
    private void open(String kind) throws IOException, InterruptedException {
        Path page = report.resolve("report.html");
        browser().open(page);
        JsonNode loaded = browser()
                .run("const load = performance.getEntriesByType('navigation')[0];"
                        + "return {load: load.loadEventEnd, nodes: document.querySelectorAll('*').length};");
        assertThat(browser().console()).as("console").isEmpty();
        browser().run(axe + "; return true;");
        for (String scheme : List.of("light", "dark")) {
            browser().scheme(scheme);
            for (int width : new int[] {1280, 390}) {
                browser().size(width, 900);
                pictures(kind + "-" + scheme + "-" + width);
                assertThat(browser()
                                .run("return document.documentElement.scrollWidth")
                                .asInt())
                        .as("nothing is wider than the window")
                        .isLessThanOrEqualTo(width);
            }
            // Nothing but the colours depends on the scheme.
            assertThat(violations(scheme.equals("light") ? ALL_RULES : COLOURS))
                    .as("axe, " + scheme)
                    .isEmpty();
        }
        print(kind);
        browser().size(1280, 900);
        assertThat(browser().console()).as("console").isEmpty();
        assertThat(Files.size(page)).isLessThan(LARGEST);
        System.out.printf(
                "report of a %s drop: %,d bytes, %d elements, loaded in %.0f ms%n",
                kind,
                Files.size(page),
                loaded.get("nodes").asInt(),
                loaded.get("load").asDouble());
    }

    /** Pictures are made for somebody who wants to look, with {@code -Dreport.pictures=DIR}. */
    private static void pictures(String name) throws IOException, InterruptedException {
        @Nullable String pictures = System.getProperty("report.pictures");
        if (pictures != null) {
            browser().screenshot(Files.createDirectories(Path.of(pictures)).resolve(name + ".png"));
        }
    }

    /** Looks at the page on paper, where nothing can be unfolded, scrolled or made light. No script is told of the printing. */
    private static void print(String kind) throws IOException, InterruptedException {
        browser().printed();
        browser().size(PAPER, 900);
        int height =
                browser().run("return document.documentElement.scrollHeight").asInt();
        browser().size(PAPER, Math.min(height, PICTURE));
        pictures(kind + "-print");
        JsonNode problems = browser()
                .run("const problems = [];"
                        + "const sum = colour => colour.match(/[0-9.]+/g).map(Number);"
                        + "for (const each of document.querySelectorAll('html, body, body *:not(svg *, script)')) {"
                        + "  const style = getComputedStyle(each);"
                        + "  const [r, g, b, a = 1] = sum(style.backgroundColor);"
                        + "  if (a > 0 && r + g + b < 765) problems.push('not white: ' + each.outerHTML.slice(0, 99));"
                        + "  const [red, green, blue] = sum(style.color);"
                        + "  if (red + green + blue > 300) problems.push('pale: ' + each.outerHTML.slice(0, 99));"
                        + "}"
                        + "for (const each of document.querySelectorAll('details > *'))"
                        + "  if (!each.checkVisibility() || !each.getBoundingClientRect().height)"
                        + "    problems.push('folded: ' + each.textContent.slice(0, 99));"
                        + "for (const each of document.querySelectorAll('.scroll, html'))"
                        + "  if (each.scrollWidth > each.clientWidth + 1 || (each.clientHeight && each.tagName != 'HTML'"
                        + "      && each.scrollHeight > each.clientHeight + 1))"
                        + "    problems.push('cut off: ' + each.outerHTML.slice(0, 99));"
                        + "for (const each of document.querySelectorAll('nav, .filter, .skip'))"
                        + "  if (each.checkVisibility()) problems.push('of no use: ' + each.outerHTML.slice(0, 99));"
                        + "return problems.slice(0, 5);");
        assertThat(problems).as("on paper").isEmpty();
        browser().scheme("light");
    }

    /**
     * What people cannot use who see little, or read with a screen reader. Rows of a table are all alike: of a long one, fifty
     * are looked at.
     */
    private static JsonNode violations(String rules) throws IOException, InterruptedException {
        return browser()
                .await("const done = arguments[arguments.length - 1];"
                        + "const all = [...document.querySelectorAll('#school-table tbody tr')].slice(50);"
                        + "all.forEach(row => row.remove());"
                        + "axe.run(document, {runOnly: [" + rules + "],"
                        + "  resultTypes: ['violations']}).then(found => {"
                        + "  document.querySelector('#school-table tbody')?.append(...all);"
                        + "  done(found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + n.failureSummary)"
                        + "    .slice(0, 3)));"
                        + "}, failure => done([String(failure)]));");
    }

    private static List<String> column(int column) throws IOException, InterruptedException {
        JsonNode cells = browser()
                .run("return [...document.querySelectorAll('#school-table tbody tr')].filter(row => !row.hidden)"
                        + ".map(row => row.cells[" + column + "].textContent.trim())");
        return texts(cells);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    void cleanDropIsSortedAndFilteredByKeyboard() throws IOException, InterruptedException {
        TwoSchools.both()
                .student("s3", Map.of("orgSourcedIds", "2"))
                .enroll("s3", "c2-1", "student")
                .toText()
                .writeTo(drop);
        run("convert", "--out", folder.resolve("out"));
        open("clean");

        assertThat(column(2)).containsExactly("24", "25");
        browser().run("document.querySelectorAll('#school-table th button')[2].focus()");
        browser().type(ENTER);
        assertThat(column(2)).as("the most first").containsExactly("25", "24");
        browser().type(ENTER);
        assertThat(column(2)).containsExactly("24", "25");
        browser().run("document.querySelectorAll('#school-table th button')[0].focus()");
        browser().type(ENTER);
        assertThat(column(0)).containsExactly("Northgate Primary 1", "Westfield High 2");
        browser().run("document.getElementById('filter').focus()");
        browser().type("west");
        assertThat(column(0)).containsExactly("Westfield High 2");
        assertThat(browser()
                        .run("return document.getElementById('shown').textContent")
                        .asText())
                .isEqualTo("1 of 2 schools");
        browser().run("document.activeElement.blur(); scrollTo(0, 0)");
    }

    @Test
    void brokenDropOfHostileNamesIsTextAndLeadsToWhatIsToBeDone() throws IOException, InterruptedException {
        String name = "<img src=x onerror=alert(1)>";
        TwoSchools.both()
                .school("3", Map.of("name", name))
                .teacher("t3", Map.of("orgSourcedIds", "3", "enabledUser", name))
                .schoolClass("c3", Map.of("schoolSourcedId", "3", "title", name))
                .enroll("s1-1-1", "c3", "student")
                .enroll("t1", "c3", "teacher")
                .toText()
                .writeTo(drop);
        run("check", "--show-values");
        open("broken");

        assertThat(column(0)).contains(name + " 3");
        assertThat(browser().run("return document.images.length").asInt()).isZero();
        browser().run("document.querySelector('.steps a').focus()");
        browser().type(ENTER);
        assertThat(browser()
                        .run("return document.querySelector(location.hash).open")
                        .asBoolean())
                .isTrue();
        browser().open(report.resolve("report.html"));
        browser().type(TAB);
        assertThat(browser().run("return document.activeElement.textContent").asText())
                .isEqualTo("Skip to what to do first");
    }

    @Test
    void heldDropShowsWhatIsGone() throws IOException, InterruptedException {
        Path state = folder.resolve("state");
        Path out = folder.resolve("out");
        TwoSchools.both().toText().writeTo(drop);
        run("convert", "--out", out, "--state", state);
        TwoSchools.first().toText().writeTo(drop);
        run("convert", "--out", out, "--state", state);
        open("held");

        assertThat(browser()
                        .run("return document.querySelector('h1').textContent")
                        .asText())
                .startsWith("Held");
        assertThat(column(0))
                .as("what is gone stands first")
                .containsExactly("Westfield High 2 gone", "Northgate Primary 1");
    }

    @Test
    void whatWouldChangeIsSortedAndFiltered() throws IOException, InterruptedException {
        TwoSchools.both()
                .school("3", Map.of("name", "Eastbrook"))
                .schoolClass("c3", Map.of("schoolSourcedId", "3"))
                .enroll("t1", "c3", "teacher")
                .enroll("s1-1-1", "c3", "student")
                .toText()
                .writeTo(folder.resolve("before"));
        TwoSchools.first()
                .schoolClass("c1-13", Map.of("schoolSourcedId", "1"))
                .enroll("t1", "c1-13", "teacher")
                .enroll("s1-1-1", "c1-13", "student")
                .toText()
                .writeTo(drop);
        CommandLine.run(
                "diff",
                "--drop",
                folder.resolve("before"),
                "--drop",
                drop,
                "--identity",
                "username",
                "--report",
                report);
        open("compared");

        assertThat(browser()
                        .run("return document.querySelector('h1').textContent")
                        .asText())
                .startsWith("Compared");
        assertThat(column(0)).containsExactly("Westfield High 2 gone", "Eastbrook 3 gone", "Northgate Primary 1");
        browser().run("document.querySelectorAll('#school-table th button')[4].focus()");
        browser().type(ENTER);
        assertThat(column(4)).as("groups added, the most first").containsExactly("1", "0", "0");
        browser().run("document.getElementById('filter').focus()");
        browser().type("east");
        assertThat(column(0)).containsExactly("Eastbrook 3 gone");
    }

    @Test
    void stateOfAThousandSchoolsOpens() throws IOException, InterruptedException {
        try (LargeFiles files = new LargeFiles(drop)) {
            WideDrop.write(files);
        }
        run("convert", "--out", folder.resolve("out"), "--max-users", "1000000", "--max-classes", "1000000");
        open("huge");

        assertThat(column(0)).hasSize(WideDrop.SCHOOLS);
        browser().run("document.getElementById('filter').focus()");
        browser().type("School 77");
        assertThat(column(0)).hasSize(11);
    }
}
