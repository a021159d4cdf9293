package org.oneroster4j.csv.anonymise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.Column;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.RowPolicy;
import org.oneroster4j.csv.internal.ColumnDecoder;
import org.oneroster4j.csv.internal.Doubts;
import org.oneroster4j.csv.internal.Header;
import org.oneroster4j.csv.internal.ManifestReader;
import org.oneroster4j.csv.internal.RawRecord;
import org.oneroster4j.csv.internal.RecordMaker;
import org.oneroster4j.csv.internal.RowDecoder;
import org.oneroster4j.csv.internal.RowShape;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.finding.Location;

/** Which columns a file has, by its header, and what its reader makes of a row. For one thread. */
final class Layout {
    /**
     * What a reader makes of a row.
     *
     * @param broken whether it rejects the row, or takes several rows for one
     * @param misshapen whether it does so for the shape of the row: no cell needs to be below its own name
     * @param doubtful whether it reads it, and a cell may be one of a person all the same, as cells are too many or too few
     * @param showsId whether its findings show what stands below {@code sourcedId}
     */
    record Verdict(boolean broken, boolean misshapen, boolean doubtful, boolean showsId) {}

    /**
     * A column of the file.
     *
     * @param decoder absent for one that the specification does not know, or that stands there a second time
     * @param isNamed whether the specification knows its name
     * @param name its name if the specification knows it, else its place
     */
    record Place(CellKind kind, @Nullable ColumnDecoder decoder, boolean isNamed, String name) {}

    private final OneRosterFile file;
    private final Header header;
    private final List<Place> places;
    private final @Nullable RowDecoder decoder;
    private final RowShape shape;

    private Layout(
            OneRosterFile file, Header header, List<ColumnDecoder> columns, BooleanSupplier allHaveTrailingBlanks) {
        this.file = file;
        this.header = header;
        this.places = places(file, header, columns);
        List<Column> described = columns.stream().map(ColumnDecoder::column).toList();
        this.decoder = columns.isEmpty()
                ? null
                : new RowDecoder(columns, header.positions(described), false, Doubts.NONE, finding -> {});
        this.shape = new RowShape(header, RowPolicy.DEFAULTS, allHaveTrailingBlanks);
    }

    /**
     * Reads the layout of a file off its first record.
     *
     * @param allHaveTrailingBlanks tells whether all rows have the same number of cells, more than the header, and blank ones
     *     beyond it; asked when such a row is met
     */
    static Layout of(OneRosterFile file, String[] header, BooleanSupplier allHaveTrailingBlanks) {
        if (file == OneRosterFile.MANIFEST) {
            return new Layout(file, new Header(header, ManifestReader.columns()), List.of(), allHaveTrailingBlanks);
        }
        RosterFile<?> description = RosterFile.of(file);
        List<ColumnDecoder> columns = new RecordMaker<>(description.recordType()).columns();
        return new Layout(file, new Header(header, description.columns()), columns, allHaveTrailingBlanks);
    }

    private static List<Place> places(OneRosterFile file, Header header, List<ColumnDecoder> columns) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < header.names().size(); i++) {
            String name = header.names().get(i);
            Optional<ColumnDecoder> known = columns.stream()
                    .filter(column -> column.column().name().equals(name))
                    .findFirst();
            boolean read = header.position(name) == i;
            String label = known.isPresent() ? name : "column " + (i + 1);
            places.add(
                    known.isPresent() && read
                            ? new Place(CellKind.of(file, known.get().column()), known.get(), true, label)
                            : new Place(manifestKind(file, header, i), null, known.isPresent(), label));
        }
        return places;
    }

    /** Both columns of a manifest are texts, under whatever header. */
    private static CellKind manifestKind(OneRosterFile file, Header header, int index) {
        boolean text = file == OneRosterFile.MANIFEST
                && (index < 2 || index == header.position("propertyName") || index == header.position("value"));
        return text ? CellKind.TEXT : CellKind.UNKNOWN;
    }

    OneRosterFile file() {
        return file;
    }

    /** Returns the column of a cell; one that is unknown for a cell beyond the header. */
    Place place(int index) {
        return index < places.size()
                ? places.get(index)
                : new Place(CellKind.UNKNOWN, null, false, "beyond the header");
    }

    /** Returns the index of a column, -1 when the file does not have it. */
    int position(String name) {
        return header.position(name);
    }

    /**
     * Tells whether the first record is a header: a file that lacks one has people in its first line. One that is has the
     * column that no reader can do without, or at least two others that the specification knows.
     */
    boolean isHeader() {
        long known = places.stream().filter(place -> place.decoder() != null).count();
        return header.position("sourcedId") >= 0 || known >= 2;
    }

    /** Tells whether rows of the file are about people. */
    boolean isOfPeople() {
        return file == OneRosterFile.USERS || file == OneRosterFile.DEMOGRAPHICS || file == OneRosterFile.RESULTS;
    }

    /** Judges a row as a reader does. */
    Verdict verdict(RawRecord record) {
        String[] cells = record.cells();
        RowShape.Verdict verdict = shape.of(cells, record.shape());
        boolean swallows = record.lastLine() > record.firstLine() && header.isSwallowing(cells);
        boolean broken = verdict.isRejected() || swallows;
        if (decoder == null) {
            return new Verdict(
                    record.hasStrayQuote() || verdict == RowShape.Verdict.TOO_LONG || swallows, false, false, false);
        }
        boolean misshapen = broken;
        boolean shifted = broken || verdict == RowShape.Verdict.SHORT;
        decoder.start(cells, new Location.Row(file.fileName(), record.firstLine()), shifted);
        String id = decoder.sourcedId();
        boolean shown = !id.isEmpty() && decoder.shownId().equals(id);
        if (!broken) {
            decoder.values();
            broken = decoder.isRejected();
        }
        boolean uneven = cells.length != header.names().size();
        return new Verdict(broken, misshapen, !broken && uneven && isOfPeople(), shown);
    }

    /** Returns what stands below {@code sourcedId}, trimmed; empty where nothing does. */
    String id(String[] cells) {
        int position = file == OneRosterFile.MANIFEST ? -1 : header.position("sourcedId");
        return position < 0 || position >= cells.length ? "" : CellText.trimmed(cells[position]);
    }
}
