package org.oneroster4j.csv.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.DropCheck;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.RosterRows;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.Effect;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.testing.TextDrop;

/**
 * A drop that was opened, and what its reader found besides repairs: what keeps its value and is told for the sake of
 * other readers is tested by itself, in {@code RepairsTest} and by the generated defects.
 */
record Opened(OneRosterDrop drop, List<Finding> findings) {

    /** Opens a folder with what is in it. */
    static Opened in(Path folder, ReadOptions options) {
        List<Finding> findings = new ArrayList<>();
        try {
            return new Opened(
                    OneRosterDrop.open(folder, options, finding -> {
                        if (!isRepair(finding)) {
                            findings.add(finding);
                        }
                    }),
                    findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRepair(Finding finding) {
        Set<CsvFindingCode> losses = EnumSet.of(
                CsvFindingCode.INVALID_VALUE, CsvFindingCode.LINE_BREAK_IN_VALUE, CsvFindingCode.QUOTE_IN_BARE_VALUE);
        return finding.code().effect() == Effect.KEEPS_VALUE && !losses.contains(finding.code());
    }

    static Opened of(Path folder, TextDrop drop) {
        drop.writeTo(folder);
        return in(folder, ReadOptions.defaults());
    }

    /** Writes a file next to what is in the folder, and opens that. */
    static Opened with(Path folder, String name, String text) {
        write(folder, name, text.getBytes(StandardCharsets.UTF_8));
        return in(folder, ReadOptions.defaults());
    }

    static void write(Path folder, String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file to its end. */
    <T extends RosterRecord> List<Row<T>> rows(Function<OneRosterDrop, RosterRows<T>> file) {
        List<Row<T>> all = new ArrayList<>();
        try (RosterRows<T> rows = file.apply(drop)) {
            rows.forEach(all::add);
        }
        return all;
    }

    /** Reads a file to its end and returns its records. */
    <T extends RosterRecord> List<T> records(Function<OneRosterDrop, RosterRows<T>> file) {
        return rows(file).stream().flatMap(row -> row.record().stream()).toList();
    }

    /** Looks at the names and headers of files. */
    List<Finding> check(OneRosterFile... headers) {
        List<Finding> found = new ArrayList<>();
        new DropCheck(drop).files(List.of(headers), found::add);
        return found;
    }

    /** Where and what, in one line: {@code code file:line column id}. */
    static List<String> brief(Collection<Finding> findings) {
        return findings.stream()
                .map(found -> found.code().code() + " " + found.location().fileName() + ":"
                        + found.location().lineNumber().orElse(0) + " "
                        + found.location().columnName() + " " + found.sourcedId())
                .map(String::strip)
                .toList();
    }

    List<String> brief() {
        return brief(findings);
    }
}
