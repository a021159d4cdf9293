package org.oneroster4j.importer.blackbox;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.oneroster4j.importer.cli.Main;
import org.oneroster4j.importer.cli.Terminal;

/** Commands that are typed at a terminal whose clock goes on by a second whenever somebody looks at it. */
final class TypedAt {
    private final boolean isOut;
    private final boolean isErr;
    private final boolean hasColours;

    TypedAt(boolean isOut, boolean isErr, boolean hasColours) {
        this.isOut = isOut;
        this.isErr = isErr;
        this.hasColours = hasColours;
    }

    CommandLine run(Object... arguments) {
        AtomicLong seconds = new AtomicLong();
        Terminal terminal =
                new Terminal(isOut, isErr, hasColours, 80, () -> seconds.incrementAndGet() * 1_000_000_000L);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Clock clock = Clock.fixed(CommandLine.TODAY.atTime(9, 3).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        int exitCode = Main.run(
                clock,
                terminal,
                new PrintWriter(out),
                new PrintWriter(err),
                Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
        return new CommandLine(exitCode, out.toString(), err.toString());
    }
}
