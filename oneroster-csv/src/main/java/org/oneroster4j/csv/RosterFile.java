package org.oneroster4j.csv;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.internal.ColumnDecoder;
import org.oneroster4j.csv.internal.RecordMaker;
import org.oneroster4j.model.AcademicSession;
import org.oneroster4j.model.Category;
import org.oneroster4j.model.ClassResource;
import org.oneroster4j.model.Course;
import org.oneroster4j.model.CourseResource;
import org.oneroster4j.model.Demographics;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.LineItem;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.Resource;
import org.oneroster4j.model.Result;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.User;

/**
 * The one description of a data file: its name and its columns in the order of the specification, as the record of its
 * rows describes them. The columns are the components of the record, which have their names; constraints and annotations
 * on a component say whether its cells must be filled, what they refer to, and what an unreadable one costs. Adding a
 * column is one line in the record. Immutable.
 *
 * @param <T> the kind of record
 */
public final class RosterFile<T extends RosterRecord> {
    private static final List<RosterFile<?>> ALL = List.of(
            new RosterFile<>(Org.class),
            new RosterFile<>(AcademicSession.class),
            new RosterFile<>(Course.class),
            new RosterFile<>(SchoolClass.class),
            new RosterFile<>(User.class),
            new RosterFile<>(Enrollment.class),
            new RosterFile<>(Demographics.class),
            new RosterFile<>(Category.class),
            new RosterFile<>(LineItem.class),
            new RosterFile<>(Result.class),
            new RosterFile<>(Resource.class),
            new RosterFile<>(ClassResource.class),
            new RosterFile<>(CourseResource.class));

    private final Class<T> recordType;
    private final OneRosterFile file;
    /** Read off the record when it is asked for: few runs have to do with all files. */
    private volatile @Nullable Description<T> description;

    private RosterFile(Class<T> recordType) {
        this.recordType = recordType;
        this.file = OneRosterFile.of(recordType);
    }

    private record Description<T extends RosterRecord>(
            RecordMaker<T> maker, List<Column> columns, List<String> header) {
        static <T extends RosterRecord> Description<T> of(Class<T> recordType) {
            RecordMaker<T> maker = new RecordMaker<>(recordType);
            List<Column> columns =
                    maker.columns().stream().map(ColumnDecoder::column).toList();
            return new Description<>(
                    maker, columns, columns.stream().map(Column::name).toList());
        }
    }

    private Description<T> description() {
        @Nullable Description<T> known = description;
        if (known == null) {
            // Read by two threads at once, it is the same twice.
            known = Description.of(recordType);
            description = known;
        }
        return known;
    }

    /** Returns the descriptions of the thirteen data files, what is referred to before what refers to it. */
    public static List<RosterFile<?>> all() {
        return ALL;
    }

    /** Returns the description of the file whose rows are records of that kind. */
    @SuppressWarnings("unchecked") // The type of the record is the type of the description.
    public static <T extends RosterRecord> RosterFile<T> of(Class<T> recordType) {
        return (RosterFile<T>) ALL.stream()
                .filter(description -> description.recordType == recordType)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns the description of a data file.
     *
     * @throws java.util.NoSuchElementException for the manifest, which has no rows of records
     */
    public static RosterFile<?> of(OneRosterFile file) {
        return ALL.stream()
                .filter(description -> description.file == file)
                .findFirst()
                .orElseThrow();
    }

    /** Returns which file it is. */
    public OneRosterFile file() {
        return file;
    }

    /** Returns the kind of record that its rows are. */
    public Class<T> recordType() {
        return recordType;
    }

    /** Returns the columns, in the order of the specification. */
    public List<Column> columns() {
        return description().columns;
    }

    /** Returns the names of the columns, in the order of the specification. */
    public List<String> header() {
        return description().header;
    }

    List<ColumnDecoder> decoders() {
        return description().maker.columns();
    }

    T record(Object[] values, Map<String, String> metadata) {
        return description().maker.make(values, metadata);
    }
}
