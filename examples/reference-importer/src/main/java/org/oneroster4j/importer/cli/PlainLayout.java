package org.oneroster4j.importer.cli;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.oneroster4j.importer.report.Printable;

/** Lines of the log: a message is one line, whatever the names in it hold, and a stack trace after it has its own. */
public final class PlainLayout extends PatternLayout {
    /** Made by Logback, by its name in the configuration. */
    public PlainLayout() {
        setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %msg%n");
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        String message = event.getFormattedMessage();
        String text = super.doLayout(event);
        if (message != null) {
            text = text.replace(message, Printable.text(message));
        }
        return Printable.lines(text);
    }
}
