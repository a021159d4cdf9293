package org.oneroster4j.importer.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.oneroster4j.importer.disk.SmallJson;

/** How what is told to programs is written: the same bytes on every machine. */
public final class Json {
    private Json() {}

    /** Returns a value of texts and numbers as indented JSON, with a line end behind it. */
    public static String text(Object value) {
        try {
            return Printable.json(SmallJson.mapper().writeValueAsString(value).replace("\r\n", "\n")) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers are always JSON", e);
        }
    }
}
