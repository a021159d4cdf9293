package org.oneroster4j.csv;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.constraint.RowConstraints;
import org.oneroster4j.csv.internal.ConstraintCheck;
import org.oneroster4j.csv.internal.CsvRecords;
import org.oneroster4j.csv.internal.Header;
import org.oneroster4j.csv.internal.RowDecoder;
import org.oneroster4j.csv.internal.RowShape;
import org.oneroster4j.csv.internal.RowShape.Verdict;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;
import org.oneroster4j.model.finding.RowFindingCode;

/**
 * Makes a row of the cells of a record, and reports what is wrong with it. For one thread.
 *
 * @param <T> the kind of record
 */
final class RowMaker<T extends RosterRecord> {
    private final RosterFile<T> file;
    private final ReadOptions options;
    private final FindingListener listener;
    private final CsvRecords records;
    private final String fileName;
    private final Header header;
    private final RowShape shape;
    private final ShapeFindings shapeFindings;
    private final RowDecoder decoder;
    private final RowConstraints<T> constraints;
    private final Optional<ImportMode> mode;
    private Verdict verdict = Verdict.SOUND;
    private boolean isBulkReported;
    private FilledColumns.@Nullable Counter counter;

    /**
     * Makes it for the rows of one file.
     *
     * @param records has gone to the record of each row when {@link #isRow} is called
     * @param mode what the manifest says of the file
     * @param evidence what the rest of the drop says of rows and cells that are in doubt
     */
    RowMaker(
            RosterFile<T> file,
            String fileName,
            Header header,
            CsvRecords records,
            Optional<ImportMode> mode,
            ReadOptions options,
            DropEvidence evidence,
            FindingListener listener) {
        this.file = file;
        this.fileName = fileName;
        this.header = header;
        this.records = records;
        this.mode = mode;
        this.options = options;
        this.listener = listener;
        this.shape = new RowShape(header, options.rows(), () -> evidence.allHaveTrailingBlanks(file.file()));
        this.shapeFindings = new ShapeFindings(fileName, header, listener);
        this.constraints = new RowConstraints<>(file.recordType());
        this.decoder = new RowDecoder(
                file.decoders(),
                header.positions(file.columns()),
                options.showValues(),
                evidence.doubts(options.rows(), listener),
                listener);
    }

    /** Counts the values in the columns that decide. */
    void count(FilledColumns.Counter columns) {
        counter = columns;
    }

    /** Judges the shape of a record; false for one whose cells are all blank, which is no row. */
    boolean isRow(String[] cells) {
        verdict = shape.of(cells, records.shape());
        if (verdict == Verdict.BLANK) {
            shapeFindings.blank(records.firstLine());
        }
        return verdict != Verdict.BLANK;
    }

    /** Reports, once all rows are read, what is said of the file as a whole. */
    void end() {
        shapeFindings.end();
    }

    private void reportLineBreak(String[] cells, Location.Row location) {
        RecordReader.refuseIfRowsAreSwallowed(cells, header, location, records.lastLine());
        listener.found(Finding.of(CsvFindingCode.LINE_BREAK_IN_VALUE, location, decoder.shownId(), records.lastLine()));
    }

    /** Compares what the manifest says of the file with what the row says of itself. */
    private void checkMode(T record, Location.Row location) {
        boolean status = record.status().isPresent();
        boolean date = record.dateLastModified().isPresent();
        if (mode.filter(said -> said == ImportMode.BULK).isPresent() && (status || date) && !isBulkReported) {
            isBulkReported = true;
            listener.found(Finding.of(
                    CsvFindingCode.BULK_WITH_STATUS,
                    location.cell(status ? "status" : "dateLastModified"),
                    decoder.shownId()));
        }
        if (mode.filter(said -> said == ImportMode.DELTA).isPresent()) {
            if (!status && !decoder.unreadable().contains("status")) {
                listener.found(
                        Finding.of(CsvFindingCode.DELTA_WITHOUT_STATUS, location.cell("status"), decoder.shownId()));
            }
            if (!date && !decoder.unreadable().contains("dateLastModified")) {
                listener.found(Finding.of(
                        CsvFindingCode.DELTA_WITHOUT_DATE, location.cell("dateLastModified"), decoder.shownId()));
            }
        }
    }

    /** Returns the row of the record that {@link #isRow} has just judged. */
    Row<T> row(String[] cells) {
        Row<T> row = read(cells);
        if (counter != null) {
            counter.take(cells, row.record().isPresent() && RecordStatus.isLive(row.status()));
        }
        return row;
    }

    private Row<T> read(String[] cells) {
        Location.Row location = new Location.Row(fileName, records.firstLine());
        Row.Cells texts = column -> {
            int position = header.position(column);
            return position < 0 || position >= cells.length ? "" : cells[position];
        };
        // What is below the id in a row whose columns may have shifted may be a name.
        boolean shifted = verdict.isRejected() || verdict == Verdict.SHORT;
        decoder.start(cells, location, shifted, records.isAscii());
        if (records.hasBareQuote()) {
            listener.found(Finding.of(CsvFindingCode.QUOTE_IN_BARE_VALUE, location, decoder.shownId()));
        }
        shapeFindings.row(verdict, cells.length, location, records.lastLine());
        if (verdict == Verdict.STRAY_QUOTE) {
            return Row.rejected(location, decoder.sourcedId(), decoder.status(), CsvFindingCode.STRAY_QUOTE, texts);
        }
        if (verdict.isRejected()) {
            return Row.rejected(location, decoder.sourcedId(), decoder.status(), RowFindingCode.RAGGED_ROW, texts);
        }
        if (records.lastLine() > records.firstLine()) {
            reportLineBreak(cells, location);
        }
        Object[] values = decoder.values();
        if (decoder.isRejected()) {
            return Row.rejected(
                    location, decoder.sourcedId(), decoder.status(), RowFindingCode.UNREADABLE_VALUE, texts);
        }
        T record = file.record(values, header.metadata(cells));
        checkMode(record, location);
        if (options.validate() && RecordStatus.isLive(record.status())) {
            ConstraintCheck.check(
                    constraints, record, values, records.isAscii(), location, decoder.unreadable(), listener);
        }
        return Row.read(location, record, decoder.unreadable(), texts);
    }
}
