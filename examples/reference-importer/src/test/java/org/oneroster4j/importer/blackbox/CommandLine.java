package org.oneroster4j.importer.blackbox;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.oneroster4j.importer.cli.Main;

/** A command as somebody typed it: its exit code and what it printed. */
record CommandLine(int exitCode, String out, String err) {
    /** The day on which all commands of the tests are typed. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    static CommandLine run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Clock clock = Clock.fixed(TODAY.atTime(9, 3).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        int exitCode = Main.run(
                clock,
                new PrintWriter(out),
                new PrintWriter(err),
                Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
        return new CommandLine(exitCode, out.toString(), err.toString());
    }
}
