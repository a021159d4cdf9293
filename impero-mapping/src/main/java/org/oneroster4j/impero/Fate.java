package org.oneroster4j.impero;

import org.jspecify.annotations.Nullable;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.RowFindingCode;

/**
 * What became of a row: written, merged, or left out under the first code that applies, in the order of the rules (the
 * order of the constants).
 */
enum Fate {
    RAGGED_ROW(
            RowFindingCode.RAGGED_ROW,
            Rule.R1,
            "its row has a wrong shape: its columns may have shifted, it was cut off, or it has taken in other rows"),
    NOT_LIVE(ImperoCode.NOT_LIVE, Rule.R1, "its status says that it is deleted"),
    UNREADABLE_VALUE(RowFindingCode.UNREADABLE_VALUE, Rule.R1, "a cell that decides about it cannot be read"),
    EXCLUDED(ImperoCode.EXCLUDED, Rule.R15, "the setting exclude names it"),
    ROLE_NOT_USED(ImperoCode.ROLE_NOT_USED, Rule.R2, "guardians, parents and relatives are never written"),
    DISABLED_USER(ImperoCode.DISABLED_USER, Rule.R3, "enabledUser is false"),
    MISSING_IDENTITY(ImperoCode.MISSING_IDENTITY, Rule.R4, "the name that Impero matches people by is blank"),
    UNSAFE_IDENTITY(
            ImperoCode.UNSAFE_IDENTITY,
            Rule.R4,
            "the name that Impero matches people by holds a character that no identity has, or is no email address"),
    /** Not left out: another record speaks for the person, or another row says the same. */
    MERGED(null, Rule.R5, ""),
    AMBIGUOUS_IDENTITY(ImperoCode.AMBIGUOUS_IDENTITY, Rule.R5, "different people have the same identity"),
    OUTSIDE_SCHOOL_FILTER(
            ImperoCode.OUTSIDE_SCHOOL_FILTER, Rule.R6, "it belongs to a school that the filter does not name"),
    CLASS_NOT_CURRENT(ImperoCode.CLASS_NOT_CURRENT, Rule.R6, "none of its terms covers the day"),
    OUTSIDE_DATES(ImperoCode.OUTSIDE_DATES, Rule.R7, "it has not begun or is over"),
    CLASS_NOT_TAKEN(ImperoCode.CLASS_NOT_TAKEN, Rule.R7, "its class is not taken"),
    USER_LEFT_OUT(ImperoCode.USER_LEFT_OUT, Rule.R7, "its person is left out"),
    ROLE_CONFLICT(ImperoCode.ROLE_CONFLICT, Rule.R10, "it names a student in a role of staff"),
    STAFF_AS_STUDENT(ImperoCode.STAFF_AS_STUDENT, Rule.R10, "it names a member of staff as a student"),
    ROLE_WITHOUT_ACCESS(
            ImperoCode.ROLE_WITHOUT_ACCESS,
            Rule.R9,
            "the settings let no role like that of the enrollment give access"),
    EMPTY_GROUP(ImperoCode.EMPTY_GROUP, Rule.R11, "it has no members"),
    NOT_ASSIGNED(ImperoCode.NOT_ASSIGNED, Rule.R12, "the settings ask for staff with classes or of these schools only"),
    GROUP_NAME_COLLISION(ImperoCode.GROUP_NAME_COLLISION, Rule.R13, "nothing tells its name from that of another"),
    REPEATED_RECORD(ImperoCode.REPEATED_RECORD, Rule.R15, "an equal row of the same id counts for both"),
    CONFLICTING_RECORDS(ImperoCode.CONFLICTING_RECORDS, Rule.R15, "rows of its id say different things"),
    DANGLING_ENROLLMENT(
            ImperoCode.DANGLING_ENROLLMENT, Rule.R7, "no row describes its class, or none describes its person"),
    GROUP_NOT_WRITTEN(ImperoCode.GROUP_NOT_WRITTEN, Rule.R11, "its class has no group"),
    NOT_ENROLLED(ImperoCode.NOT_ENROLLED, Rule.R11, "the student is in no group that is written"),
    /** Not left out. */
    WRITTEN(null, Rule.R11, "");

    private final @Nullable FindingCode code;
    private final Rule rule;
    private final String reason;

    Fate(@Nullable FindingCode code, Rule rule, String reason) {
        this.code = code;
        this.rule = rule;
        this.reason = reason;
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

    /** Returns the rule that decided; for rows that are not left out it depends on what they are rows of. */
    Rule rule() {
        return rule;
    }

    /** Returns why such rows are left out, as the second half of a sentence; empty for those that are not. */
    String reason() {
        return reason;
    }

    /** Tells whether a rule before that of repeated ids decided: then every copy of the row shares the fate. */
    boolean isShared() {
        return compareTo(REPEATED_RECORD) < 0;
    }

    /**
     * Tells whether the record itself was let through, so that its enrollments counted: it is written, or left out only for
     * what came of them.
     */
    boolean isLetThrough() {
        return switch (this) {
            case WRITTEN, EMPTY_GROUP, GROUP_NAME_COLLISION, NOT_ASSIGNED, NOT_ENROLLED -> true;
            default -> false;
        };
    }
}
