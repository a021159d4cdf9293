package org.oneroster4j.importer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainLayoutTest {
    private static String line(@Nullable Exception exception, String job) {
        LoggerContext context = new LoggerContext();
        PlainLayout layout = new PlainLayout();
        layout.setContext(context);
        layout.start();
        Logger logger = context.getLogger("x");
        return layout.doLayout(
                new LoggingEvent("x", logger, Level.WARN, "{}: Converting.", exception, new Object[] {job}));
    }

    @Test
    void messageIsOneLineWhateverTheNamesInItHold() {
        String line = line(null, "job\n2026-12-01 INFO forged: \u001B[2J\u202E\r");
        assertThat(line.lines()).hasSize(1);
        assertThat(line).contains("job\uFFFD2026-12-01 INFO forged: \uFFFD[2J\uFFFD\uFFFD: Converting.");
    }

    @Test
    void stackTraceHasLinesOfItsOwn() {
        assertThat(line(new IllegalStateException("a\u001B[2Jb"), "job"))
                .contains("IllegalStateException: a\uFFFD[2Jb")
                .contains(System.lineSeparator() + "        at ");
    }
}
