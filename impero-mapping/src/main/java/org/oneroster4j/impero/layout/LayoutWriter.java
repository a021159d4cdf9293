package org.oneroster4j.impero.layout;

import java.io.IOException;
import java.io.OutputStream;
import org.oneroster4j.impero.ImperoRoster;

/** Writes the files of a profile. Safe for several threads. */
public final class LayoutWriter {
    private final LayoutProfile profile;

    /** Makes a writer for a profile. */
    public LayoutWriter(LayoutProfile profile) {
        this.profile = profile;
    }

    /**
     * Writes one file of the profile and closes the stream.
     *
     * @throws java.nio.charset.CharacterCodingException when the charset of the profile lacks a character
     */
    public void write(LayoutFile file, ImperoRoster roster, OutputStream out) throws IOException {
        try (Rfc4180Writer rows = new Rfc4180Writer(out, profile.charset(), profile.delimiter(), profile.lineEnd())) {
            rows.row(file.columns().stream().map(LayoutFile.Column::header).toList());
            for (Object row : file.rows().of(roster)) {
                rows.row(file.columns().stream()
                        .map(column -> column.field().text(row))
                        .toList());
            }
        }
    }
}
