package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.importer.cli.Main;
import org.oneroster4j.importer.cli.Terminal;
import org.oneroster4j.importer.report.Json;
import org.oneroster4j.testing.SchoolDrop;

/** Names that would move the cursor, clear the screen, begin another line or turn the text around: none is printed as it is. */
class HostileNamesTest {
    private static final String HOSTILE = "a\u001B[2J\u001B]0;b\u0007c\rd\u202Ee\u2028f\u0085g\u009Bh\u2066i";

    @TempDir
    Path folder;

    private Path drop = Path.of("");

    @BeforeEach
    void hostileDrop() throws IOException {
        drop = folder.resolve("drop");
        SchoolDrop school = SchoolDrop.create()
                .school("1", Map.of("name", HOSTILE, "identifier", HOSTILE))
                .school("2", Map.of("name", "x" + HOSTILE))
                .term("T1", "2026-08-01", "2026-12-20")
                .teacher("t1")
                .student("s1")
                .schoolClass("c1", Map.of("title", HOSTILE))
                .enroll("t1", "c1", "teacher")
                .enroll("s1", "c1", "student")
                .enroll("s1", "c\u001B[31m9\u202E", "student");
        school.toText().writeTo(drop);
        Path users = drop.resolve("users.csv");
        Files.writeString(
                users,
                Files.readString(users).replaceFirst("middleName", "mid\u001B[2Jdle\u202E"),
                StandardCharsets.UTF_8);
        Files.writeString(drop.resolve("other\u001B[2J.csv"), "x");
    }

    private static CommandLine run(Terminal terminal, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(
                Clock.systemUTC(),
                terminal,
                new PrintWriter(out),
                new PrintWriter(err),
                Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new CommandLine(exitCode, out.toString(), err.toString());
    }

    private static void assertPlain(String printed) {
        assertThat(printed.codePoints()
                        .filter(point -> point != '\n')
                        .filter(point -> Character.getType(point) == Character.CONTROL
                                || Character.getType(point) == Character.LINE_SEPARATOR
                                || (point >= 0x202A && point <= 0x202E)
                                || (point >= 0x2066 && point <= 0x2069)))
                .as(printed)
                .isEmpty();
    }

    private List<Object[]> commands() throws IOException {
        Path config = Files.writeString(
                folder.resolve("watch.yaml"),
                "jobs:\n  - name: \"a\\e[2J\\u202Eb\\nc\"\n    drop: drop\n    out: out\n    state: state\n"
                        + "    identity: username\n");
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "\"k\\e[2Jey\\u202E\": 1\n");
        Object day = "2026-11-24";
        List<Object[]> commands = new ArrayList<>();
        String[] user = {"--identity", "username", "--as-of", "2026-11-24"};
        commands.add(new Object[] {"check", "--drop", drop, "--verbose", user[0], user[1], user[2], day});
        commands.add(new Object[] {
            "convert",
            "--drop",
            drop,
            "--out",
            folder.resolve("out"),
            "--state",
            folder.resolve("state"),
            "--verbose",
            user[0],
            user[1],
            user[2],
            day
        });
        commands.add(new Object[] {"plan", "--drop", drop, "--servers", "1", user[0], user[1], user[2], day});
        commands.add(
                new Object[] {"diff", "--drop", drop, "--drop", drop, "--show-values", user[0], user[1], user[2], day});
        commands.add(new Object[] {
            "explain", "--drop", drop, "--class", "c1", "--show-values", user[0], user[1], user[2], day
        });
        commands.add(new Object[] {"status", "--config", config});
        commands.add(new Object[] {"convert", "--config", wrong, "--drop", drop});
        commands.add(new Object[] {"check", "--drop", folder.resolve("not\u001B[2Jthere\u202E")});
        commands.add(new Object[] {"check", "--dr\u001B[2Jop\u202E", "x"});
        return commands;
    }

    @Test
    void nothingIsPrintedThatMovesTheCursorOrTurnsText() throws IOException {
        for (Object[] command : commands()) {
            CommandLine run = run(Terminal.NONE, command);
            assertThat(run.out() + run.err()).as(String.valueOf(command[0])).isNotEmpty();
            assertPlain(run.out());
            assertPlain(run.err());
        }
    }

    @Test
    void onATerminalColoursAreAllThatStays() throws IOException {
        Terminal terminal = new Terminal(true, true, true, 80, System::nanoTime);
        for (Object[] command : commands()) {
            CommandLine run = run(terminal, command);
            assertPlain(
                    (run.out() + run.err()).replaceAll("\u001B\\[[0-9;]*m", "").replaceAll("\r[^\r\n\u001B]*\r", ""));
        }
    }

    @Test
    void jsonKeepsWhatItSaysInEscapes() throws IOException {
        String json = Json.text(Map.of("name", HOSTILE + "\uD83D\uDE00"));
        assertPlain(json);
        assertThat(new ObjectMapper().readTree(json).path("name").asText()).isEqualTo(HOSTILE + "\uD83D\uDE00");
    }
}
