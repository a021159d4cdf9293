package org.oneroster4j.impero.layout;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoRoster;

/**
 * Writes the files of a profile. Safe for several threads. Of a file of tens of thousands of rows another thread encodes
 * half, where there is more than one processor; it ends with the file.
 */
public final class LayoutWriter {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final LayoutProfile profile;
    private final Identity identity;

    /**
     * Makes a writer for a profile.
     *
     * @param identity what the field {@code identity} is: the one that the mapping was made by
     * @throws IllegalArgumentException when the profile has {@linkplain LayoutProfile#problems problems}; the message has
     *     them all
     */
    public LayoutWriter(LayoutProfile profile, Identity identity) {
        List<LayoutProblem> problems = profile.problems();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    problems.stream().map(LayoutProblem::toString).collect(Collectors.joining("; ")));
        }
        this.profile = profile;
        this.identity = identity;
    }

    /** Returns the profile whose files this writes. */
    public LayoutProfile profile() {
        return profile;
    }

    /**
     * Writes one file of the profile and closes the stream.
     *
     * @throws UnwritableCellException when the charset lacks a character, or a cell needs quotes and there are to be none
     */
    public void write(LayoutFile file, ImperoRoster roster, OutputStream out) throws IOException {
        LayoutFormat format = file.format();
        try (Rfc4180Writer rows = new Rfc4180Writer(
                out, format.charset(), format.delimiter(), format.lineEnd().text(), format.quoting())) {
            if (format.byteOrderMark()) {
                rows.mark(BYTE_ORDER_MARK);
            }
            if (format.header()) {
                rows.row(file.columns().stream().map(LayoutColumn::header).toList());
            }
            new RowWriter(file, identity, rows).write(rows(file, roster));
        }
    }

    private List<?> rows(LayoutFile file, ImperoRoster roster) {
        List<?> all = file.rows().of(roster);
        if (file.filter().isEmpty() && file.sort().isEmpty()) {
            return all;
        }
        List<Sorted> taken = new ArrayList<>();
        for (int index = 0; index < all.size(); index++) {
            Object row = all.get(index);
            if (file.filter().stream()
                    .allMatch(filter -> filter.words().contains(filter.field().text(row, identity)))) {
                taken.add(new Sorted(
                        row,
                        file.sort().stream()
                                .map(field -> field.text(row, identity))
                                .toList()));
            }
        }
        // The sort is stable: rows with equal keys keep the order of the contract.
        taken.sort((a, b) -> compare(a.keys, b.keys));
        return taken.stream().map(Sorted::row).toList();
    }

    /** A row and what it is sorted by. */
    private record Sorted(Object row, List<String> keys) {}

    private static int compare(List<String> a, List<String> b) {
        return IntStream.range(0, a.size())
                .map(index -> a.get(index).compareTo(b.get(index)))
                .filter(compared -> compared != 0)
                .findFirst()
                .orElse(0);
    }
}
