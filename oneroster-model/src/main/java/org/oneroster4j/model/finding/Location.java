package org.oneroster4j.model.finding;

import java.util.OptionalLong;

/**
 * Where a finding is. Lines are physical lines, the first being 1; a row that spans several is at the line on which it
 * starts.
 */
public sealed interface Location {
    /** Returns the name of the file, empty for the drop as a whole. */
    default String fileName() {
        return "";
    }

    /** Returns the line, absent where the finding has none. */
    default OptionalLong lineNumber() {
        return OptionalLong.empty();
    }

    /** Returns the name of the column, empty where the finding has none. */
    default String columnName() {
        return "";
    }

    /** The drop as a whole. */
    record Drop() implements Location {}

    /**
     * A file as a whole.
     *
     * @param file the name of the file
     */
    record File(String file) implements Location {
        @Override
        public String fileName() {
            return file;
        }
    }

    /**
     * The header, or a column of it.
     *
     * @param file the name of the file
     * @param column the name of the column, as written
     */
    record Header(String file, String column) implements Location {
        @Override
        public String fileName() {
            return file;
        }

        @Override
        public OptionalLong lineNumber() {
            return OptionalLong.of(1);
        }

        @Override
        public String columnName() {
            return column;
        }
    }

    /**
     * A row.
     *
     * @param file the name of the file
     * @param line the physical line on which the row starts, the header's being 1
     */
    record Row(String file, long line) implements Location {
        @Override
        public String fileName() {
            return file;
        }

        @Override
        public OptionalLong lineNumber() {
            return OptionalLong.of(line);
        }

        /** Returns the place of a cell in this row. */
        public Cell cell(String column) {
            return new Cell(this, column);
        }
    }

    /**
     * A cell.
     *
     * @param row the row it is in
     * @param column the name of its column
     */
    record Cell(Row row, String column) implements Location {
        @Override
        public String fileName() {
            return row.file();
        }

        @Override
        public OptionalLong lineNumber() {
            return row.lineNumber();
        }

        @Override
        public String columnName() {
            return column;
        }
    }
}
