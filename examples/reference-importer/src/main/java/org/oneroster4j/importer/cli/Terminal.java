package org.oneroster4j.importer.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.importer.report.Paint;

/**
 * What a command is typed at, as far as that decides how it speaks.
 *
 * @param isOut whether a person reads standard output there
 * @param isErr whether a person reads standard error there
 * @param hasColours whether it shows colours, and nobody asked for none
 * @param columns how many characters fit in a line
 * @param nanos the time that passes, as {@link System#nanoTime} has it
 */
public record Terminal(boolean isOut, boolean isErr, boolean hasColours, int columns, LongSupplier nanos) {
    /** Files and pipes instead of a terminal. */
    public static final Terminal NONE = new Terminal(false, false, false, 80, System::nanoTime);

    private static final int OUT = 1;
    private static final int ERR = 2;
    private static final int USUAL_COLUMNS = 80;

    /** Returns the terminal of this process, if it has one. */
    static Terminal detect(Map<String, String> environment) {
        return new Terminal(
                isTerminal(OUT), isTerminal(ERR), mayColour(environment), columns(environment), System::nanoTime);
    }

    /** Whether colours are asked for and understood. {@code NO_COLOR} has its meaning from no-color.org. */
    static boolean mayColour(Map<String, String> environment) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb")) {
            return false;
        }
        boolean isWindows = File.separatorChar == '\\';
        return !isWindows || environment.containsKey("WT_SESSION") || environment.containsKey("TERM");
    }

    private static int columns(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_COLUMNS;
    }

    /** Linux says of each stream where it goes. Elsewhere Java knows only whether the program as a whole has a terminal. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd", String.valueOf(descriptor));
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException e) {
                return false;
            }
        }
        return isConsole(System.console());
    }

    /** From Java 22 on there may be a console that is no terminal, and a method that says so. */
    private static boolean isConsole(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Returns how what is printed on standard output is painted. */
    Paint paintOfOut() {
        return isOut && hasColours ? Paint.COLOURS : Paint.NONE;
    }

    /** Returns how what is printed on standard error is painted. */
    Paint paintOfErr() {
        return isErr && hasColours ? Paint.COLOURS : Paint.NONE;
    }
}
