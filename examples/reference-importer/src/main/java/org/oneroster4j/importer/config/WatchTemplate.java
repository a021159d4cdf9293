package org.oneroster4j.importer.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file for {@code watch} to begin with: every key with its default and with what it does. */
public final class WatchTemplate {
    private WatchTemplate() {}

    /** Returns its lines, which {@link WatchConfig} reads as they are. */
    public static List<String> lines() {
        try (InputStream template = WatchTemplate.class.getResourceAsStream("watch.yaml")) {
            if (template == null) {
                throw new IllegalStateException("The program comes without its template");
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
