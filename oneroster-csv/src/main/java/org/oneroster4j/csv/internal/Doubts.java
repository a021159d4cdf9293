package org.oneroster4j.csv.internal;

/** What the rest of a drop says of cells whose meaning depends on it. Asked only where such a cell is read. */
public interface Doubts {
    /** How dates of the form {@code A/B/YYYY} are read. */
    enum SlashDates {
        /** {@code A} is the month. */
        MONTH_FIRST,
        /** {@code A} is the day. */
        DAY_FIRST,
        /** They cannot be read: another date of the drop proves that the month is not first. */
        UNREADABLE
    }

    /** What a blank {@code enabledUser} means. */
    enum BlankEnabled {
        /** Nothing against the account. */
        ENABLED,
        /** The account is disabled. */
        DISABLED,
        /** Nothing that can be read: other rows say true. */
        UNREADABLE
    }

    /** Of cells of which nothing else is known. */
    Doubts NONE = new Doubts() {
        @Override
        public SlashDates slashDates() {
            return SlashDates.MONTH_FIRST;
        }

        @Override
        public BlankEnabled blankEnabled() {
            return BlankEnabled.ENABLED;
        }
    };

    /** Returns how dates of the form {@code A/B/YYYY} are read. */
    SlashDates slashDates();

    /** Returns what a blank {@code enabledUser} means. */
    BlankEnabled blankEnabled();
}
