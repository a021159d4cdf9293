package org.oneroster4j.impero;

import org.jspecify.annotations.Nullable;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.RowFindingCode;

/**
 * What became of a row: written, merged, or left out under the first code that applies, in the order of the rules (the
 * order of the constants).
 */
enum Fate {
    NOT_LIVE(ImperoCode.NOT_LIVE),
    UNREADABLE_VALUE(RowFindingCode.UNREADABLE_VALUE),
    RAGGED_ROW(RowFindingCode.RAGGED_ROW),
    ROLE_NOT_USED(ImperoCode.ROLE_NOT_USED),
    DISABLED_USER(ImperoCode.DISABLED_USER),
    MISSING_IDENTITY(ImperoCode.MISSING_IDENTITY),
    UNSAFE_IDENTITY(ImperoCode.UNSAFE_IDENTITY),
    /** Not left out: another record speaks for the person. */
    MERGED(null),
    AMBIGUOUS_IDENTITY(ImperoCode.AMBIGUOUS_IDENTITY),
    OUTSIDE_SCHOOL_FILTER(ImperoCode.OUTSIDE_SCHOOL_FILTER),
    CLASS_NOT_CURRENT(ImperoCode.CLASS_NOT_CURRENT),
    OUTSIDE_DATES(ImperoCode.OUTSIDE_DATES),
    CLASS_NOT_TAKEN(ImperoCode.CLASS_NOT_TAKEN),
    USER_LEFT_OUT(ImperoCode.USER_LEFT_OUT),
    ROLE_CONFLICT(ImperoCode.ROLE_CONFLICT),
    STAFF_AS_STUDENT(ImperoCode.STAFF_AS_STUDENT),
    ROLE_WITHOUT_ACCESS(ImperoCode.ROLE_WITHOUT_ACCESS),
    EMPTY_GROUP(ImperoCode.EMPTY_GROUP),
    NOT_ASSIGNED(ImperoCode.NOT_ASSIGNED),
    GROUP_NAME_COLLISION(ImperoCode.GROUP_NAME_COLLISION),
    REPEATED_RECORD(ImperoCode.REPEATED_RECORD),
    CONFLICTING_RECORDS(ImperoCode.CONFLICTING_RECORDS),
    DANGLING_ENROLLMENT(ImperoCode.DANGLING_ENROLLMENT),
    GROUP_NOT_WRITTEN(ImperoCode.GROUP_NOT_WRITTEN),
    NOT_ENROLLED(ImperoCode.NOT_ENROLLED),
    /** Not left out. */
    WRITTEN(null);

    private final @Nullable FindingCode code;

    Fate(@Nullable FindingCode code) {
        this.code = code;
    }

    private static final Fate[] ALL = values();

    /** Returns the number by which arrays keep a fate: not stored anywhere that outlives the program. */
    @SuppressWarnings("EnumOrdinal")
    int number() {
        return ordinal();
    }

    /** Returns the fate of a number. */
    static Fate ofNumber(int number) {
        return ALL[number];
    }

    /** Returns the code under which such rows are counted, null for those that are not left out. */
    @Nullable
    FindingCode code() {
        return code;
    }

    /** Tells whether a rule before that of repeated ids decided: then every copy of the row shares the fate. */
    boolean isShared() {
        return compareTo(REPEATED_RECORD) < 0;
    }
}
