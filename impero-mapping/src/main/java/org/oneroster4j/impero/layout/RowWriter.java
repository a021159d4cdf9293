package org.oneroster4j.impero.layout;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.Access;
import org.oneroster4j.impero.Group;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoUser;
import org.oneroster4j.impero.Membership;
import org.oneroster4j.impero.internal.Stored;
import org.oneroster4j.impero.internal.View;

/**
 * Writes the rows of one file. Of millions of rows most say the same of their group as the one before: that is encoded once
 * for each group. What they say of people is copied from where it is kept, without a text for each cell.
 */
final class RowWriter {
    /** Of so many rows the texts are looked for together. */
    private static final int TOGETHER = 64;

    private final LayoutFile file;
    private final LayoutFormat format;
    private final Identity identity;
    private final Rfc4180Writer out;
    private int lastMade = -1;
    private @Nullable Object last;

    RowWriter(LayoutFile file, Identity identity, Rfc4180Writer out) {
        this.file = file;
        this.format = file.format();
        this.identity = identity;
        this.out = out;
    }

    void write(List<?> rows) throws IOException {
        Optional<Stored> stored =
                rows instanceof View<?> view && out.hasCellsOfTheirOwn() ? view.stored() : Optional.empty();
        if (stored.isPresent()) {
            write(rows, stored.get());
            return;
        }
        int columns = file.columns().size();
        for (Object row : rows) {
            for (int column = 0; column < columns; column++) {
                write(column, row);
            }
            out.endRow();
        }
    }

    /** Writes the cell of one column, of rows that come one behind the other. */
    private interface Cell {
        void write(int row) throws IOException;
    }

    private void write(List<?> rows, Stored stored) throws IOException {
        if (!Blocks.arePaying(rows.size())) {
            write(rows, stored, 0, rows.size());
            return;
        }
        out.flushTo(target -> Blocks.write(
                rows.size(),
                file.name(),
                (from, to, block) -> {
                    try (Rfc4180Writer writer = out.like(block)) {
                        new RowWriter(file, identity, writer).write(rows, stored, from, to);
                    }
                },
                target));
    }

    private void write(List<?> rows, Stored stored, int begin, int behind) throws IOException {
        Cell[] cells = cells(rows, stored);
        int[] scratch = new int[TOGETHER * Stored.SCRATCH];
        for (int from = begin; from < behind; from += TOGETHER) {
            int to = Math.min(from + TOGETHER, behind);
            out.makeRoom(stored.size(from, to, scratch));
            for (int row = from; row < to; row++) {
                writeRow(row, cells);
            }
        }
    }

    /**
     * Alone, because Java compiles a loop each time that it finds it running, with all that is called in it: of the loops
     * above there were seven times forty kilobytes, and two cores that wait for them. This is too large to be part of them.
     */
    private void writeRow(int row, Cell[] cells) throws IOException {
        for (Cell cell : cells) {
            cell.write(row);
        }
        out.endRow();
    }

    /** Cells side by side that a group has in common are one. */
    private Cell[] cells(List<?> rows, Stored stored) {
        List<Cell> cells = new ArrayList<>();
        int columns = file.columns().size();
        for (int column = 0; column < columns; column++) {
            if (isOfGroup(column)) {
                int first = column;
                while (out.canJoin() && column + 1 < columns && isOfGroup(column + 1)) {
                    column++;
                }
                cells.add(new GroupCells(first, column, rows, stored));
            } else {
                cells.add(cell(column, rows, stored));
            }
        }
        return cells.toArray(Cell[]::new);
    }

    private Cell cell(int column, List<?> rows, Stored stored) {
        LayoutContent content = file.columns().get(column).content();
        Optional<Stored.Column> kept = content instanceof LayoutContent.OfField of
                ? of.field().stored(identity).filter(text -> text != Stored.Column.PRIMARY || saysTrueAndFalse())
                : Optional.empty();
        if (kept.isEmpty()) {
            return row -> write(column, made(rows, row));
        }
        Stored.Column text = kept.get();
        return row -> {
            if (!out.cell(stored, row, text)) {
                write(column, made(rows, row));
            }
        };
    }

    private boolean saysTrueAndFalse() {
        return format.trueWord().equals("true") && format.falseWord().equals("false");
    }

    /** Returns a row; several cells ask for the same. */
    private Object made(List<?> rows, int row) {
        if (last == null || lastMade != row) {
            last = rows.get(row);
            lastMade = row;
        }
        return last;
    }

    /** Tells whether all rows of a group say the same. */
    private boolean isOfGroup(int column) {
        LayoutContent content = file.columns().get(column).content();
        if (content instanceof LayoutContent.OfField of) {
            return of.field().isOf(RowKind.GROUPS);
        }
        return content instanceof LayoutContent.Constant
                || ((LayoutContent.OfTemplate) content)
                        .template().fields().stream().allMatch(field -> field.isOf(RowKind.GROUPS));
    }

    /** Cells that stand in all rows of a group, side by side. */
    private final class GroupCells implements Cell {
        private final int first;
        private final int last;
        private final List<?> rows;
        private final Stored stored;
        /** The first row of another group than that of which {@link #encoded} is. */
        private int behind;

        private byte[] encoded = {};

        GroupCells(int first, int last, List<?> rows, Stored stored) {
            this.first = first;
            this.last = last;
            this.rows = rows;
            this.stored = stored;
        }

        @Override
        public void write(int row) throws IOException {
            if (row >= behind) {
                encoded = stored.group(row) < 0 ? encoded(made(rows, row)) : ofGroup(row);
                behind = stored.behindGroup(row);
            }
            out.cell(encoded);
        }

        /** Who it is that is in the group does not matter, but where something cannot be written it is told. */
        private byte[] ofGroup(int row) throws IOException {
            try {
                return encoded(stored.groupOf(row));
            } catch (UnwritableCellException e) {
                return encoded(made(rows, row));
            }
        }

        private byte[] encoded(Object row) throws IOException {
            List<byte[]> cells = new ArrayList<>();
            for (int column = first; column <= last; column++) {
                try {
                    cells.add(out.encoded(checked(column, row)));
                } catch (CharacterCodingException e) {
                    throw lacking(column, row);
                }
            }
            return out.joined(cells);
        }
    }

    private void write(int column, Object row) throws IOException {
        try {
            out.cell(checked(column, row));
        } catch (CharacterCodingException e) {
            throw lacking(column, row);
        }
    }

    /** Returns the text of a cell, if the format can write it. */
    private String checked(int column, Object row) throws UnwritableCellException {
        String text = text(file.columns().get(column).content(), row);
        if (format.quoting() == Quoting.NEVER && Rfc4180Writer.needsQuotes(text, format.delimiter())) {
            throw unwritable(column, row, "it holds the delimiter, a quote or a line break, and quoting is never");
        }
        return text;
    }

    /** Without a cause: nothing of the cell is to be told. */
    private UnwritableCellException lacking(int column, Object row) {
        return unwritable(column, row, "the charset " + format.charset().name() + " lacks a character that it holds");
    }

    private String text(LayoutContent content, Object row) {
        if (content instanceof LayoutContent.OfField ofField) {
            return text(ofField.field(), row);
        }
        return content instanceof LayoutContent.OfTemplate ofTemplate
                ? ofTemplate.template().filled(field -> text(field, row))
                : ((LayoutContent.Constant) content).text();
    }

    private String text(LayoutField field, Object row) {
        String text = field.text(row, identity);
        if (field != LayoutField.PRIMARY) {
            return text;
        }
        return Boolean.parseBoolean(text) ? format.trueWord() : format.falseWord();
    }

    private UnwritableCellException unwritable(int column, Object row, String reason) {
        String header = file.columns().get(column).header();
        String name = "column " + (column + 1) + (header.isEmpty() ? "" : " (" + header + ")");
        return new UnwritableCellException(file.name(), name(row), name, reason);
    }

    private static String name(Object row) {
        if (row instanceof Membership membership) {
            return name(membership.group()) + ", " + name(membership.user());
        }
        if (row instanceof Access access) {
            return name(access.group()) + ", " + name(access.user());
        }
        return row instanceof Group group ? "group " + group.groupId() : "user " + ((ImperoUser) row).userId();
    }
}
