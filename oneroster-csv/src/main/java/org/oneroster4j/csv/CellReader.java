package org.oneroster4j.csv;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oneroster4j.csv.internal.CsvRecords;
import org.oneroster4j.csv.internal.Header;
import org.oneroster4j.csv.internal.RowDecoder;
import org.oneroster4j.csv.internal.RowShape;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.finding.Effect;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.Location;

/**
 * The rows of one data file as cells, walked through in memory that does not grow with the file: for those who copy rows
 * and have no use for a record of each. To be used by one thread, once, and closed.
 *
 * <pre>{@code
 * try (CellReader users = drop.cells(RosterFile.of(User.class))) {
 *     int email = users.position("email");
 *     while (users.next()) {
 *         users.cell(email);
 *     }
 * }
 * }</pre>
 *
 * <p>Nothing is told of the rows. Each step may throw {@link DropUnreadableException}, as it does when records are read,
 * and {@link java.io.UncheckedIOException} when the medium fails. The text of the cells is personal data.
 */
public final class CellReader implements AutoCloseable {
    private final CsvRecords records;
    private final String fileName;
    private final Header header;
    private final RowDecoder decoder;
    private final RowShape shape;
    private final List<Finding> found = new ArrayList<>();
    private String[] cells = {};
    private RowShape.Verdict verdict = RowShape.Verdict.SOUND;

    CellReader(RosterFile<?> file, String fileName, InputStream bytes, ReadOptions options, DropEvidence evidence) {
        this.fileName = fileName;
        this.records = new CsvRecords(bytes, fileName, CsvRecords.Dialect.of(options));
        this.header = records.header(file.columns());
        this.shape = new RowShape(header, options.rows(), () -> evidence.allHaveTrailingBlanks(file.file()));
        this.decoder = new RowDecoder(
                file.decoders(),
                header.positions(file.columns()),
                options.showValues(),
                evidence.forAnotherListener().doubts(options.rows(), finding -> {}),
                found::add);
    }

    /** Returns the names of the columns, as the specification spells them where it knows them; blank ones too. */
    public List<String> header() {
        return header.names();
    }

    /** Returns where a column stands, -1 when the file does not have it. Of a name that stands twice, the first. */
    public int position(String column) {
        return header.position(column);
    }

    /** Goes to the next row; false at the end. Records whose cells are all blank are no rows. */
    public boolean next() {
        String[] row;
        do {
            row = records.next();
            if (row == null) {
                return false;
            }
            verdict = shape.of(row, records.shape());
        } while (verdict == RowShape.Verdict.BLANK);
        cells = row;
        decoder.start(row, location(), verdict.isRejected() || verdict == RowShape.Verdict.SHORT, records.isAscii());
        if (!verdict.isRejected() && records.lastLine() > records.firstLine()) {
            RecordReader.refuseIfRowsAreSwallowed(row, header, location(), records.lastLine());
        }
        return true;
    }

    /** Returns where the row stands. */
    public Location.Row location() {
        return new Location.Row(fileName, records.firstLine());
    }

    /** Returns a cell as written; empty where the row is shorter, and for a position of -1. */
    public String cell(int position) {
        return position < 0 || position >= cells.length ? "" : cells[position];
    }

    /** Returns how many cells the row has, be there columns for them or not. */
    public int size() {
        return cells.length;
    }

    /** Tells whether each cell is known to be below its name (contract, R1 shape); a reader of records rejects other rows. */
    public boolean fits() {
        return !verdict.isRejected();
    }

    /** Returns the id of the row, trimmed; empty when blank. */
    public String sourcedId() {
        return decoder.sourcedId();
    }

    /** Returns the id as findings show it: blank where it may be something else. */
    public String shownId() {
        return decoder.shownId();
    }

    /** Returns the status; absent when blank and when unreadable. */
    public Optional<RecordStatus> status() {
        return decoder.status();
    }

    /** Returns when the row was changed; absent when blank and when unreadable. */
    public Optional<Instant> dateLastModified() {
        return decoder.dateLastModified();
    }

    /**
     * Returns why no record can be made of the row, as a reader of records would tell it; empty when one can. Of a row
     * that is not live nothing is told, and of one that does not {@linkplain #fits fit} nothing that can be relied on.
     */
    public List<Finding> rejections() {
        found.clear();
        decoder.values();
        return decoder.isRejected()
                ? found.stream()
                        .filter(finding -> finding.code().effect() == Effect.DROPS_RECORD)
                        .toList()
                : List.of();
    }

    /** Releases the file. Closing twice does nothing. */
    @Override
    public void close() {
        records.close();
    }
}
