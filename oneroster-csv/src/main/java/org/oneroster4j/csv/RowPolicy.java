package org.oneroster4j.csv;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * What becomes of rows that may be damaged, and of cells whose meaning depends on the rest of the drop (contract, R1 shape,
 * R1 day first, R3). The defaults leave out what is in doubt; each other choice accepts a habit of a sender. Immutable.
 *
 * @param shortRows what becomes of a row with fewer cells than the header; rejected by default
 * @param lastRow what becomes of a last row that no line break ends and that may have been cut; rejected by default
 * @param dateOrder how dates of the form {@code A/B/YYYY} are read; judged from the drop by default
 * @param blankEnabledUser what a blank {@code enabledUser} means where other rows say true; unreadable by default
 * @param identity the column by which people are matched, {@code username} or {@code email}: a last row that is cut in it is
 *     someone else's; absent by default
 */
@Value.Builder
public record RowPolicy(
        ShortRows shortRows,
        LastRow lastRow,
        DateOrder dateOrder,
        BlankEnabledUser blankEnabledUser,
        Optional<String> identity)
        implements WithRowPolicy {
    /** What is in doubt is left out. */
    public static final RowPolicy DEFAULTS = new RowPolicy(
            ShortRows.REJECT, LastRow.REJECT, DateOrder.DETECT, BlankEnabledUser.REJECT, Optional.empty());

    /** What becomes of a row with fewer cells than the header. */
    public enum ShortRows {
        /** It is rejected: it may have been cut off. */
        REJECT,
        /** The cells that are missing are blank, but none in a column that decides. */
        BLANK
    }

    /** What becomes of a last row that no line break ends and that may have been cut. */
    public enum LastRow {
        /** It is rejected. */
        REJECT,
        /** It is read like any other. */
        ACCEPT
    }

    /** How dates of the form {@code A/B/YYYY} are read. */
    public enum DateOrder {
        /** Month first, unless a date of the drop proves the opposite; then none can be read. */
        DETECT,
        /** Month first. */
        MONTH_FIRST,
        /** Day first. */
        DAY_FIRST
    }

    /** What a blank {@code enabledUser} means. */
    public enum BlankEnabledUser {
        /** Enabled where no row of the file says true; unreadable where one does. */
        REJECT,
        /** Enabled. */
        ENABLED,
        /** Disabled. */
        DISABLED
    }
}
