package org.oneroster4j.impero.layout;

import java.io.IOException;

/**
 * A cell cannot be written as the layout wants it: its charset lacks a character, or the cell needs quotes and there are to
 * be none. The message names file, row and column, and never what the cell holds, which is personal data.
 */
public final class UnwritableCellException extends IOException {
    private static final long serialVersionUID = 1L;

    UnwritableCellException(String file, String row, String column, String reason) {
        super(file + ", " + row + ", " + column + ": " + reason);
    }
}
