package org.oneroster4j.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.internal.CsvRecords;
import org.oneroster4j.csv.internal.Dates;
import org.oneroster4j.csv.internal.Doubts;
import org.oneroster4j.csv.internal.Header;
import org.oneroster4j.csv.internal.RowShape;
import org.oneroster4j.model.AcademicSession;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.User;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;

/**
 * What single cells and rows cannot say of themselves and the whole drop can: whether its dates are written day first,
 * whether {@code enabledUser} is a bit, whether all rows of a file end in blank cells. A file is read for that only when
 * something depends on it, once, and no further than to the first row that decides; so the answer does not depend on the
 * order of rows. Safe for several threads.
 */
final class DropEvidence {
    /** Returns the bytes of a file, and the name under which it is there. */
    interface Files {
        InputStream open(OneRosterFile file) throws IOException;

        String name(OneRosterFile file);
    }

    /** What was read, for all listeners of a drop. Guarded by itself. */
    private static final class Known {
        private final Map<OneRosterFile, Blanks> blanks = new EnumMap<>(OneRosterFile.class);
        private @Nullable DateEvidence dates;
        private @Nullable Boolean saysTrue;
    }

    private final Files files;
    private final ReadOptions options;
    private final Known known;
    /** Guarded by what is known. */
    private boolean isDateOrderReported;

    /**
     * Makes the evidence of a drop; nothing is read yet.
     *
     * @param options how the drop is read
     */
    DropEvidence(Files files, ReadOptions options) {
        // A reading for evidence asks for none, and reports nothing.
        this(
                files,
                options.withReadAhead(ReadAhead.NEVER)
                        .withValidate(false)
                        .withRows(options.rows()
                                .withDateOrder(RowPolicy.DateOrder.MONTH_FIRST)
                                .withBlankEnabledUser(RowPolicy.BlankEnabledUser.ENABLED)),
                new Known());
    }

    private DropEvidence(Files files, ReadOptions options, Known known) {
        this.files = files;
        this.options = options;
        this.known = known;
    }

    /** Returns the same evidence for another listener: findings about the whole drop are reported once to each. */
    DropEvidence forAnotherListener() {
        return new DropEvidence(files, options, known);
    }

    /**
     * Blank cells at the ends of the rows of a file.
     *
     * @param beyondHeader whether all rows have the same number of cells, more than the header, and blank ones beyond it; rows
     *     without a value are no rows
     * @param valueWithoutName whether a row has a value below one of the blank names that end the header
     */
    private record Blanks(boolean beyondHeader, boolean valueWithoutName) {}

    /** Tells whether cells beyond the header are a habit of the sender, and no damage (contract, R1 shape). */
    boolean allHaveTrailingBlanks(OneRosterFile file) {
        Blanks found = blanks(file);
        return found.beyondHeader && !found.valueWithoutName;
    }

    /** Tells whether a row has a value below one of the blank names that end the header. */
    boolean hasValueWithoutName(OneRosterFile file) {
        return blanks(file).valueWithoutName;
    }

    private Blanks blanks(OneRosterFile file) {
        synchronized (known) {
            return known.blanks.computeIfAbsent(file, this::readBlanks);
        }
    }

    private Blanks readBlanks(OneRosterFile file) {
        boolean beyond = true;
        boolean value = false;
        try (CsvRecords records = new CsvRecords(open(file), files.name(file), CsvRecords.Dialect.of(options))) {
            Header header = records.header(RosterFile.of(file).columns());
            int columns = header.names().size();
            int length = -1;
            for (String[] cells = records.next(); cells != null && (beyond || !value); cells = records.next()) {
                if (RowShape.isBlank(cells)) {
                    continue;
                }
                beyond &= cells.length > columns && (length < 0 || length == cells.length);
                beyond &= RowShape.isBlank(cells, columns, cells.length);
                value |= !RowShape.isBlank(cells, header.blankNamesFrom(), Math.min(columns, cells.length));
                length = cells.length;
            }
        } catch (DropUnreadableException e) {
            // Nothing is published from the drop; whoever reads the file for its rows reports it.
            return new Blanks(false, value);
        }
        return new Blanks(beyond, value);
    }

    private InputStream open(OneRosterFile file) {
        try {
            return files.open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.fileName() + " cannot be opened", e);
        }
    }

    /** Returns what is known of cells of a drop; findings about the whole drop go to the listener, once. */
    Doubts doubts(RowPolicy policy, FindingListener listener) {
        return new Doubts() {
            @Override
            public SlashDates slashDates() {
                return switch (policy.dateOrder()) {
                    case MONTH_FIRST -> SlashDates.MONTH_FIRST;
                    case DAY_FIRST -> SlashDates.DAY_FIRST;
                    case DETECT -> judged(listener);
                };
            }

            @Override
            public BlankEnabled blankEnabled() {
                return switch (policy.blankEnabledUser()) {
                    case ENABLED -> BlankEnabled.ENABLED;
                    case DISABLED -> BlankEnabled.DISABLED;
                    case REJECT -> saysTrue() ? BlankEnabled.UNREADABLE : BlankEnabled.ENABLED;
                };
            }
        };
    }

    /**
     * What the dates of a drop say about their order.
     *
     * @param dayFirst the first cell that proves that the day is first; absent when none does
     * @param open the first cell that can be read either way; absent when there is none
     * @param monthFirst whether a cell proves that the month is first
     */
    private record DateEvidence(Optional<Location> dayFirst, Optional<Location> open, boolean monthFirst) {}

    private Doubts.SlashDates judged(FindingListener listener) {
        DateEvidence found;
        boolean isFirst;
        synchronized (known) {
            found = known.dates == null ? readDates() : known.dates;
            known.dates = found;
            isFirst = !isDateOrderReported;
            isDateOrderReported = true;
        }
        if (isFirst) {
            report(found, listener);
        }
        return found.dayFirst.isPresent() ? Doubts.SlashDates.UNREADABLE : Doubts.SlashDates.MONTH_FIRST;
    }

    private static void report(DateEvidence found, FindingListener listener) {
        if (found.dayFirst.isPresent()) {
            listener.found(Finding.of(CsvFindingCode.DAY_FIRST_DATES, found.dayFirst.get(), ""));
        } else if (found.open.isPresent() && !found.monthFirst) {
            listener.found(Finding.of(CsvFindingCode.DATE_ORDER_ASSUMED, found.open.get(), ""));
        }
    }

    private DateEvidence readDates() {
        DateScan scan = new DateScan();
        scan.read(AcademicSession.class, List.of("startDate", "endDate"));
        scan.read(Enrollment.class, List.of("beginDate", "endDate"));
        return new DateEvidence(Optional.ofNullable(scan.dayFirst), Optional.ofNullable(scan.open), scan.monthFirst);
    }

    /** Reads date columns up to the first date that proves that the day is first. */
    private final class DateScan {
        private @Nullable Location dayFirst;
        private @Nullable Location open;
        private boolean monthFirst;

        <T extends RosterRecord> void read(Class<T> recordType, List<String> columns) {
            RosterFile<T> file = RosterFile.of(recordType);
            if (dayFirst != null) {
                return;
            }
            try (RecordReader<T> rows = rows(file)) {
                for (Row<T> row : rows) {
                    if (RecordStatus.isLive(row.status()) && row.record().isPresent()) {
                        columns.forEach(column -> take(row, column));
                    }
                    if (dayFirst != null) {
                        return;
                    }
                }
            } catch (DropUnreadableException e) {
                // Nothing is published from the drop; whoever reads the file for its rows reports it.
                return;
            }
        }

        private void take(Row<?> row, String column) {
            switch (Dates.slashOrder(CellText.trimmed(row.text(column)))) {
                case DAY_FIRST -> dayFirst = dayFirst == null ? row.location().cell(column) : dayFirst;
                case MONTH_FIRST -> monthFirst = true;
                case OPEN -> open = open == null ? row.location().cell(column) : open;
                case NONE, NEITHER -> {
                    // Says nothing about the order.
                }
            }
        }
    }

    private <T extends RosterRecord> RecordReader<T> rows(RosterFile<T> file) {
        return new RecordReader<>(
                file, files.name(file.file()), open(file.file()), Optional.empty(), options, this, finding -> {});
    }

    private boolean saysTrue() {
        synchronized (known) {
            boolean found = known.saysTrue == null ? readEnabledUsers() : known.saysTrue;
            known.saysTrue = found;
            return found;
        }
    }

    private boolean readEnabledUsers() {
        try (RecordReader<User> rows = rows(RosterFile.of(User.class))) {
            for (Row<User> row : rows) {
                if (RecordStatus.isLive(row.status())
                        && row.record().flatMap(User::enabledUser).orElse(false)) {
                    return true;
                }
            }
        } catch (DropUnreadableException e) {
            // Nothing is published from the drop; whoever reads the file for its rows reports it.
            return false;
        }
        return false;
    }
}
