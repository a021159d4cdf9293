package org.oneroster4j.importer.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.oneroster4j.model.CellText;

/** The users and classes that the setting {@code exclude} takes out, in the configuration and in a file of their own. */
final class ExcludeFile {
    private ExcludeFile() {}

    /** Returns the entries of both; what cannot be read is a problem, a sentence each. */
    static Set<String> entries(RunOptions options, List<String> problems) {
        Set<String> entries = new TreeSet<>();
        if (options.exclude() != null) {
            entries.addAll(options.exclude());
        }
        Path file = options.excludeFile();
        if (file != null) {
            read(file, entries, problems);
        }
        return entries;
    }

    private static void read(Path file, Set<String> entries, List<String> problems) {
        try {
            Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(CellText::trimmed)
                    .filter(line -> !line.isEmpty())
                    .forEach(entries::add);
        } catch (NoSuchFileException e) {
            problems.add("excludeFile: the file " + file + " is not there.");
        } catch (CharacterCodingException e) {
            problems.add("excludeFile: the file " + file + " is not UTF-8.");
        } catch (IOException e) {
            problems.add("excludeFile: the file " + file + " cannot be read: "
                    + e.getClass().getSimpleName() + ".");
        }
    }
}
