package org.oneroster4j.csv.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.UserId;
import org.oneroster4j.model.Vocabulary;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;
import org.oneroster4j.model.finding.RowFindingCode;

/**
 * Turns the cells of a row into the values of a record, one after the other in the order of the specification, which is
 * the order of the record's components. What cannot be read is a finding: one that rejects the row where decisions hang
 * on the value, one that only loses the value where none does.
 *
 * <p>Nothing is judged in a row that is not live: its sender says that the record is gone.
 */
public final class CellCursor {
    private static final Map<String, RecordStatus> STATUSES = Map.of(
            "active", RecordStatus.ACTIVE,
            "tobedeleted", RecordStatus.TOBEDELETED,
            // Version 1.0's word for it.
            "inactive", RecordStatus.TOBEDELETED);
    private static final Map<String, Boolean> BOOLEANS =
            Map.of("true", true, "yes", true, "1", true, "false", false, "no", false, "0", false);

    private static final String CONTROL_IN_ID = "It holds a control character or a line break, which no id does";

    private final List<String> columns;
    private final int[] positions;
    private final FindingListener listener;
    private String[] cells = {};
    private Location.Row location = new Location.Row("", 1);
    private int column;
    private String sourcedId = "";
    private Optional<RecordStatus> status = Optional.empty();
    private boolean rejected;
    private boolean takenOut;
    private boolean shifted;
    private final Set<String> unreadable = new HashSet<>();

    /**
     * Makes a cursor for one file.
     *
     * @param columns the names of the columns in the order in which they are asked for
     * @param positions where each stands in a row, -1 where the file does not have it
     */
    public CellCursor(List<String> columns, int[] positions, FindingListener listener) {
        this.columns = columns;
        this.positions = positions;
        this.listener = listener;
    }

    /**
     * Goes to the first column of a row. The first two, {@code sourcedId} and {@code status}, are looked at at once.
     *
     * @param mayHaveShifted whether its cells may stand under the wrong columns
     */
    public void start(String[] row, Location.Row at, boolean mayHaveShifted) {
        cells = row;
        shifted = mayHaveShifted;
        location = at;
        column = 0;
        rejected = false;
        takenOut = false;
        unreadable.clear();
        sourcedId = CellText.trimmed(cell(0));
        status = Optional.ofNullable(STATUSES.get(folded(cell(1))));
    }

    /** Returns the id of the row, trimmed, empty when blank. */
    public String sourcedId() {
        return sourcedId;
    }

    /**
     * Returns the id as findings show it. In a row whose columns may have shifted the cell below {@code sourcedId} may be a
     * child's name, unless it is the first one, which cannot shift.
     */
    public String shownId() {
        return shifted && positions[0] != 0 ? "" : sourcedId;
    }

    /** Returns the status of the row; absent when blank and when unreadable. */
    public Optional<RecordStatus> status() {
        return status;
    }

    /** Tells whether a value was asked for without which there is no record. */
    public boolean isRejected() {
        return rejected;
    }

    /** Tells whether something unreadable takes what the row describes out, be there a record or not. */
    public boolean isTakenOut() {
        return rejected || takenOut;
    }

    /** Returns the columns whose cells are filled and could not be read, so far. */
    public Set<String> unreadable() {
        return unreadable;
    }

    private String cell(int index) {
        int position = positions[index];
        return position < 0 || position >= cells.length ? "" : cells[position];
    }

    private String next() {
        return cell(column++);
    }

    private String name() {
        return columns.get(column - 1);
    }

    private static String folded(String cell) {
        return CellText.trimmed(cell).toLowerCase(Locale.ROOT);
    }

    /** The id that every reference to the row names: never blank. */
    String id() {
        return requiredReference();
    }

    /** An id or a reference that no decision hangs on: one that cannot be read counts as blank. */
    String looseReference() {
        String id = CellText.trimmed(next());
        if (CellText.holdsControl(id)) {
            lose(CONTROL_IN_ID);
            return "";
        }
        return id;
    }

    Optional<String> optionalLooseReference() {
        String id = looseReference();
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }

    Optional<RecordStatus> statusCell() {
        String cell = next();
        if (status.isEmpty() && !CellText.isBlank(cell)) {
            reject("It is none of active, tobedeleted and inactive");
        }
        return status;
    }

    /** A reference without which the row says nothing. */
    String requiredReference() {
        String id = reference();
        if (id.isEmpty()) {
            reject("It is blank");
        }
        return id;
    }

    /** A reference that may be blank, but not hold what no id holds. */
    String reference() {
        String id = CellText.trimmed(next());
        if (CellText.holdsControl(id)) {
            reject(CONTROL_IN_ID);
        }
        return id;
    }

    Optional<String> optionalReference() {
        String id = reference();
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }

    List<String> references() {
        List<String> ids = list();
        if (ids.stream().anyMatch(CellText::holdsControl)) {
            reject(CONTROL_IN_ID);
        }
        return ids;
    }

    String text() {
        String cell = next();
        return CellText.isBlank(cell) ? "" : cell;
    }

    Optional<String> optionalText() {
        String cell = next();
        return CellText.isBlank(cell) ? Optional.empty() : Optional.of(cell);
    }

    List<String> list() {
        String cell = next();
        if (cell.isEmpty()) {
            return List.of();
        }
        List<String> items = new ArrayList<>(4);
        for (int start = 0; start <= cell.length(); ) {
            int comma = cell.indexOf(',', start);
            int end = comma < 0 ? cell.length() : comma;
            String item = CellText.trimmed(cell.substring(start, end));
            if (!item.isEmpty()) {
                items.add(item);
            }
            start = end + 1;
        }
        return items;
    }

    List<UserId> userIds() {
        List<UserId> ids = new ArrayList<>(2);
        for (String item : list()) {
            int colon = item.indexOf(':');
            if (item.startsWith("{") && item.endsWith("}") && colon > 0) {
                ids.add(new UserId(item.substring(1, colon), item.substring(colon + 1, item.length() - 1)));
            } else {
                lose("An item is not of the form {type:id}");
            }
        }
        return ids;
    }

    /** A role: without it there is no record. The placeholder is never seen, as the row is rejected. */
    RoleType role() {
        String cell = CellText.trimmed(next());
        @Nullable RoleType role = Vocabularies.find(RoleType.class, cell);
        if (role == null) {
            reject(cell.isEmpty() ? "It is blank" : "It is none of the eight roles of OneRoster 1.1");
            return RoleType.RELATIVE;
        }
        return role;
    }

    /** A yes or no that the person hangs on. */
    Optional<Boolean> decisiveBoolean() {
        Optional<Boolean> value = flag();
        takenOut |= unreadable.contains(name());
        return value;
    }

    /** A yes or no that takes nothing away when it cannot be read. */
    Optional<Boolean> flag() {
        return decisive(
                text -> BOOLEANS.get(text.toLowerCase(Locale.ROOT)), "It is none of true, false, yes, no, 1 and 0");
    }

    /** A date that decisions hang on. */
    Optional<LocalDate> decisiveDate() {
        Optional<LocalDate> value =
                decisive(Dates::date, "It is no date of the form YYYY-MM-DD, YYYY/MM/DD or MM/DD/YYYY");
        takenOut |= unreadable.contains(name());
        return value;
    }

    /** A token that nothing hangs on. */
    <E extends Enum<E> & Vocabulary> Optional<E> token(Class<E> vocabulary) {
        return plain(text -> Vocabularies.find(vocabulary, text), "It is no word of the vocabulary of this column");
    }

    Optional<Instant> instant() {
        return plain(Dates::instant, "It is no date and time of the form YYYY-MM-DDTHH:MM:SS.sssZ");
    }

    Optional<Year> year() {
        return plain(
                text -> text.length() == 4 && text.chars().allMatch(c -> c >= '0' && c <= '9')
                        ? Year.of(Integer.parseInt(text))
                        : null,
                "It is no year of four digits");
    }

    private <V> Optional<V> decisive(Function<String, @Nullable V> reading, String otherwise) {
        String text = CellText.trimmed(next());
        @Nullable V value = text.isEmpty() ? null : reading.apply(text);
        if (value == null && !text.isEmpty()) {
            unreadable.add(name());
            tell(RowFindingCode.UNREADABLE_VALUE, otherwise, "What depends on it is left out");
        }
        return Optional.ofNullable(value);
    }

    private <V> Optional<V> plain(Function<String, @Nullable V> reading, String otherwise) {
        String text = CellText.trimmed(next());
        @Nullable V value = text.isEmpty() ? null : reading.apply(text);
        if (value == null && !text.isEmpty()) {
            lose(otherwise);
        }
        return Optional.ofNullable(value);
    }

    private void lose(String why) {
        unreadable.add(name());
        tell(CsvFindingCode.VALUE_NOT_UNDERSTOOD, why);
    }

    private void reject(String why) {
        rejected = true;
        tell(RowFindingCode.UNREADABLE_VALUE, why, "The row is left out");
    }

    private void tell(FindingCode code, Object... details) {
        if (RecordStatus.isLive(status)) {
            listener.found(Finding.of(code, location.cell(name()), shownId(), details));
        }
    }
}
