package org.oneroster4j.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.model.CellText;

/**
 * A drop as text: files by name in the order in which they were declared, each with a header and rows of cells.
 *
 * <p>Cells are held as they are written, before any quoting; nothing is trimmed, completed or checked against
 * the specification, for a test must be able to write what a bad feed writes.
 *
 * <p>Immutable: every method that seems to change a drop returns a new one. Instances can therefore be shared
 * between threads and kept in constants. ({@link #shuffled} draws from the {@link Random} it is given.)
 */
public final class TextDrop {

    private static final TextDrop EMPTY = new TextDrop(Map.of());

    private record Table(List<String> header, List<List<String>> rows) {

        Table plus(List<String> row) {
            List<List<String>> more = new ArrayList<>(rows);
            more.add(List.copyOf(row));
            return new Table(header, Collections.unmodifiableList(more));
        }
    }

    private final Map<String, Table> tables;

    private TextDrop(Map<String, Table> tables) {
        this.tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }

    /**
     * A drop without files.
     *
     * @return the empty drop
     */
    public static TextDrop empty() {
        return EMPTY;
    }

    /**
     * Declares a file. Names that differ only by case are different files.
     *
     * @param name the name in the folder, with its ending
     * @param header the header cells as written; with none at all no header line is written
     * @return this drop with the file, without rows, behind the others
     * @throws IllegalArgumentException when the file is declared already, or the name is blank or a path
     */
    public TextDrop file(String name, List<String> header) {
        if (name.isBlank() || name.contains("/") || name.contains("\\") || name.equals(".") || name.equals("..")) {
            throw new IllegalArgumentException("not a plain file name: \"" + name + "\"");
        }
        if (has(name)) {
            throw new IllegalArgumentException(name + " is declared already");
        }
        return with(name, new Table(List.copyOf(header), List.of()));
    }

    /**
     * The names of the files.
     *
     * @return the names in the order of declaration; unmodifiable
     */
    public List<String> files() {
        return List.copyOf(tables.keySet());
    }

    /**
     * Whether a file is there.
     *
     * @param name its exact name
     * @return whether it is declared
     */
    public boolean has(String name) {
        return tables.containsKey(name);
    }

    /**
     * The header of a file.
     *
     * @param name its exact name
     * @return the header cells as written; unmodifiable
     * @throws IllegalArgumentException when there is no such file
     */
    public List<String> header(String name) {
        return table(name).header();
    }

    /**
     * The rows of a file, without its header.
     *
     * @param name its exact name
     * @return the rows, each as long as it was given; unmodifiable
     * @throws IllegalArgumentException when there is no such file
     */
    public List<List<String>> rows(String name) {
        return table(name).rows();
    }

    /**
     * Adds a row as long as the header.
     *
     * @param file the exact name of the file
     * @param cells the cells by exact header; the others are blank; a header that is there twice gets the cell twice
     * @return this drop with the row at the end of the file
     * @throws IllegalArgumentException when there is no such file or header
     */
    public TextDrop row(String file, Map<String, String> cells) {
        List<String> header = header(file);
        for (String name : cells.keySet()) {
            if (!header.contains(name)) {
                throw new IllegalArgumentException(file + " has no header \"" + name + "\" but " + header);
            }
        }
        return rawRow(
                file, header.stream().map(name -> cells.getOrDefault(name, "")).toList());
    }

    /**
     * Adds a row as it is.
     *
     * @param file the exact name of the file
     * @param cells the cells in the order of the header; may be more or fewer; none at all makes an empty line
     * @return this drop with the row at the end of the file
     * @throws IllegalArgumentException when there is no such file
     */
    public TextDrop rawRow(String file, List<String> cells) {
        return with(file, table(file).plus(cells));
    }

    /**
     * Takes a file out. What the manifest says of it stays.
     *
     * @param file the exact name of the file
     * @return this drop without it; this drop when it was not there
     */
    public TextDrop without(String file) {
        Map<String, Table> left = new LinkedHashMap<>(tables);
        left.remove(file);
        return new TextDrop(left);
    }

    /**
     * The same drop with the rows of every file in another order, and the columns too, together with their cells.
     *
     * <p>Cells beyond the header stay at the end of their row, in their order. A row shorter than the header keeps its
     * cells and its length: no column moves across the end of such a row, so that it says the same of the same
     * columns. A column without a name stays where it is: it matters whether one with a name comes after it. An empty
     * line stays one. {@code manifest.csv}, in whatever case, keeps its columns, and the files keep their order.
     *
     * @param random the source of the orders; the result depends on nothing else
     * @return the shuffled drop
     */
    public TextDrop shuffled(Random random) {
        Map<String, Table> shuffled = new LinkedHashMap<>();
        tables.forEach(
                (name, table) -> shuffled.put(name, shuffle(table, !name.equalsIgnoreCase("manifest.csv"), random)));
        return new TextDrop(shuffled);
    }

    private static Table shuffle(Table table, boolean columnsToo, Random random) {
        List<Integer> order = new ArrayList<>();
        for (int column = 0; column < table.header().size(); column++) {
            order.add(column);
        }
        if (columnsToo) {
            int from = 0;
            for (int end : ends(table)) {
                List<Integer> named = IntStream.range(from, end)
                        .filter(column -> !CellText.isBlank(table.header().get(column)))
                        .boxed()
                        .toList();
                List<Integer> other = new ArrayList<>(named);
                Collections.shuffle(other, random);
                for (int i = 0; i < named.size(); i++) {
                    order.set(named.get(i), other.get(i));
                }
                from = end;
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : table.rows()) {
            rows.add(row.isEmpty() || !columnsToo ? row : permute(row, order).subList(0, row.size()));
        }
        Collections.shuffle(rows, random);
        return new Table(permute(table.header(), order), Collections.unmodifiableList(rows));
    }

    /** Returns where the columns between which others may not move end: the lengths of the rows that are shorter. */
    private static SortedSet<Integer> ends(Table table) {
        SortedSet<Integer> ends = new TreeSet<>(Set.of(table.header().size()));
        table.rows().stream()
                .filter(row -> !row.isEmpty() && row.size() < table.header().size())
                .forEach(row -> ends.add(row.size()));
        return ends;
    }

    private static List<String> permute(List<String> cells, List<Integer> order) {
        List<String> permuted = new ArrayList<>();
        for (int column : order) {
            permuted.add(column < cells.size() ? cells.get(column) : "");
        }
        if (cells.size() > order.size()) {
            permuted.addAll(cells.subList(order.size(), cells.size()));
        }
        return List.copyOf(permuted);
    }

    /**
     * The files in the {@linkplain Style#CANONICAL canonical} style.
     *
     * @return the bytes by file name, in the order of declaration; the arrays are the caller's own
     * @throws IllegalStateException when a cell holds half a surrogate pair
     */
    public Map<String, byte[]> bytes() {
        return bytes(Style.CANONICAL);
    }

    /**
     * The files in a style, as UTF-8.
     *
     * @param style how to write them
     * @return the bytes by file name, in the order of declaration; the arrays are the caller's own
     * @throws IllegalStateException when a cell holds half a surrogate pair, which UTF-8 cannot say
     */
    public Map<String, byte[]> bytes(Style style) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        tables.forEach((name, table) ->
                bytes.put(name, encode(name, (style.bom() ? "\uFEFF" : "") + csv(table, style))));
        return Collections.unmodifiableMap(bytes);
    }

    // String.getBytes would write a question mark for half a pair, and the test would judge another drop than it shows.
    private static byte[] encode(String name, String text) {
        try {
            ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(name + " holds half a surrogate pair", e);
        }
    }

    /**
     * Writes the files in the {@linkplain Style#CANONICAL canonical} style.
     *
     * @param folder created with its parents where it is missing; other files in it stay
     * @throws UncheckedIOException when a file cannot be written
     */
    public void writeTo(Path folder) {
        writeTo(folder, Style.CANONICAL);
    }

    /**
     * Writes the files in a style.
     *
     * @param folder created with its parents where it is missing; other files in it stay
     * @param style how to write them
     * @throws UncheckedIOException when a file cannot be written
     */
    public void writeTo(Path folder, Style style) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : bytes(style).entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TextDrop with(String name, Table table) {
        Map<String, Table> more = new LinkedHashMap<>(tables);
        more.put(name, table);
        return new TextDrop(more);
    }

    private Table table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no file " + name + " in " + tables.keySet());
        }
        return table;
    }

    private static String csv(Table table, Style style) {
        List<String> lines = new ArrayList<>();
        if (!table.header().isEmpty()) {
            lines.add(CsvText.line(table.header(), style.quoteAll()));
        }
        table.rows().forEach(row -> lines.add(CsvText.line(row, style.quoteAll())));
        String text = String.join(style.lineEnd(), lines);
        return style.finalNewline() && !lines.isEmpty() ? text + style.lineEnd() : text;
    }

    /** {@return whether the other is a drop of the same files, in whatever order, with equal headers and rows} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextDrop drop && tables.equals(drop.tables);
    }

    @Override
    public int hashCode() {
        return tables.hashCode();
    }

    /**
     * The files as CSV, for a reader of a failure report: each below a line with its name, and whatever cannot be
     * seen (control and format characters, odd spaces, combining marks) as in a Java string.
     *
     * @return the text
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        tables.forEach((name, table) -> {
            text.append("== ").append(CsvText.visible(name)).append('\n');
            if (!table.header().isEmpty()) {
                text.append(CsvText.visible(CsvText.line(table.header(), false)))
                        .append('\n');
            }
            table.rows()
                    .forEach(row -> text.append(CsvText.visible(CsvText.line(row, false)))
                            .append('\n'));
        });
        return text.toString();
    }

    /**
     * How a drop is written down; none of it changes what the drop says.
     *
     * @param bom whether each file starts with a byte order mark
     * @param lineEnd what ends a line: CR and LF, LF alone, or CR alone
     * @param quoteAll whether every cell is quoted, else only those that must be
     * @param finalNewline whether the last line is ended too
     */
    public record Style(boolean bom, String lineEnd, boolean quoteAll, boolean finalNewline) {

        /** No byte order mark, CR and LF behind every line, quotes only where they are needed. */
        public static final Style CANONICAL = new Style(false, "\r\n", false, true);

        /** Rejects a line end that no CSV file has. */
        public Style {
            if (!List.of("\r\n", "\n", "\r").contains(lineEnd)) {
                throw new IllegalArgumentException("not a line end");
            }
        }

        /**
         * All styles a reader must take. A bare CR is not among them: the official test consumers refuse it.
         *
         * @return an arbitrary that shrinks towards the canonical style
         */
        public static Arbitrary<Style> arbitrary() {
            return Combinators.combine(
                            Arbitraries.of(false, true),
                            Arbitraries.of("\r\n", "\n"),
                            Arbitraries.of(false, true),
                            Arbitraries.of(true, false))
                    .as(Style::new);
        }
    }
}
