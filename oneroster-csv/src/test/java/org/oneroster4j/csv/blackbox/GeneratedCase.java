package org.oneroster4j.csv.blackbox;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.oneroster4j.csv.Profile;
import org.oneroster4j.csv.RosterFile;

/**
 * A sound drop with one file that has one defect.
 *
 * @param name which file, in which mode, which column, what
 * @param read the data file that is read
 * @param file the name of the file that has the defect: that one, or the manifest
 * @param text its content
 * @param charset how it is written
 * @param expected what must be told, in any order
 */
record GeneratedCase(
        String name, RosterFile<?> read, String file, String text, Charset charset, List<Expected> expected) {
    GeneratedCase(String name, RosterFile<?> read, String file, String text, List<Expected> expected) {
        this(name, read, file, text, StandardCharsets.UTF_8, expected);
    }

    void writeTo(Path folder) {
        Opened.write(folder, file, text.getBytes(charset));
    }

    List<String> told(Profile profile) {
        return expected.stream().map(one -> one.told(profile)).sorted().toList();
    }
}
