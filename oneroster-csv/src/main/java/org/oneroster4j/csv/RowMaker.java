package org.oneroster4j.csv;

import java.util.Optional;
import org.oneroster4j.csv.constraint.RowConstraints;
import org.oneroster4j.csv.internal.ConstraintCheck;
import org.oneroster4j.csv.internal.CsvRecords;
import org.oneroster4j.csv.internal.Header;
import org.oneroster4j.csv.internal.RowDecoder;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;
import org.oneroster4j.model.finding.RowFindingCode;

/**
 * Makes a row of the cells of a record, and says what is wrong with it. For one thread.
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
    private final RowDecoder decoder;
    private final RowConstraints<T> constraints;
    private final Optional<ImportMode> mode;
    private boolean toldOfBulk;

    /**
     * Makes it for the rows of one file.
     *
     * @param records has gone to the record of each row when {@link #row} is called
     * @param mode what the manifest says of the file
     */
    RowMaker(
            RosterFile<T> file,
            String fileName,
            Header header,
            CsvRecords records,
            Optional<ImportMode> mode,
            ReadOptions options,
            FindingListener listener) {
        this.file = file;
        this.fileName = fileName;
        this.header = header;
        this.records = records;
        this.mode = mode;
        this.options = options;
        this.listener = listener;
        this.constraints = new RowConstraints<>(file.recordType());
        this.decoder =
                new RowDecoder(file.decoders(), header.positions(file.columns()), options.showValues(), listener);
    }

    private void tellOfLineBreak(String[] cells, Location.Row location) {
        RecordReader.refuseIfRowsAreSwallowed(cells, header, location, records.lastLine());
        listener.found(Finding.of(CsvFindingCode.LINE_BREAK_IN_VALUE, location, decoder.shownId(), records.lastLine()));
    }

    private void tellOfLength(String[] cells, Location.Row location, boolean ragged) {
        int columns = header.names().size();
        if (cells.length != columns && !ragged) {
            listener.found(Finding.of(
                    cells.length < columns ? CsvFindingCode.SHORT_ROW : CsvFindingCode.BLANK_EXTRA_CELLS,
                    location,
                    decoder.shownId(),
                    cells.length,
                    columns));
        }
    }

    /** What the manifest says of the file against what the row says of itself. */
    private void tellOfMode(T record, Location.Row location) {
        boolean status = record.status().isPresent();
        boolean date = record.dateLastModified().isPresent();
        if (mode.filter(said -> said == ImportMode.BULK).isPresent() && (status || date) && !toldOfBulk) {
            toldOfBulk = true;
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

    /** Returns the row of the record that the reader of records has just gone to. */
    Row<T> row(String[] cells) {
        Location.Row location = new Location.Row(fileName, records.firstLine());
        Row.Cells texts = column -> {
            int position = header.position(column);
            return position < 0 || position >= cells.length ? "" : cells[position];
        };
        boolean ragged = header.isExceededBy(cells);
        boolean broken = cells.length < header.names().size();
        boolean shifted = broken || ((ragged || records.hasStrayQuote()) && !header.isFirst("sourcedId"));
        decoder.start(cells, location, shifted, records.isAscii());
        if (records.hasBareQuote()) {
            listener.found(Finding.of(CsvFindingCode.QUOTE_IN_BARE_VALUE, location, decoder.shownId()));
        }
        if (records.hasStrayQuote()) {
            listener.found(Finding.of(CsvFindingCode.STRAY_QUOTE, location, decoder.shownId()));
            return Row.rejected(location, decoder.sourcedId(), decoder.status(), CsvFindingCode.STRAY_QUOTE, texts);
        }
        tellOfLength(cells, location, ragged);
        if (records.lastLine() > records.firstLine()) {
            tellOfLineBreak(cells, location);
        }
        Object[] values = decoder.values();
        if (ragged) {
            listener.found(Finding.of(
                    RowFindingCode.RAGGED_ROW,
                    location,
                    decoder.shownId(),
                    cells.length,
                    header.names().size()));
        }
        if (ragged || decoder.isRejected()) {
            RowFindingCode code = decoder.isTakenOut() ? RowFindingCode.UNREADABLE_VALUE : RowFindingCode.RAGGED_ROW;
            return Row.rejected(location, decoder.sourcedId(), decoder.status(), code, texts);
        }
        T record = file.record(values, header.metadata(cells));
        tellOfMode(record, location);
        if (options.validate() && RecordStatus.isLive(record.status())) {
            ConstraintCheck.check(
                    constraints, record, values, records.isAscii(), location, decoder.unreadable(), listener);
        }
        return Row.read(location, record, decoder.unreadable(), texts);
    }
}
