package org.oneroster4j.csv.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.oneroster4j.model.AcademicSession;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.OrgType;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.SessionType;
import org.oneroster4j.model.User;
import org.oneroster4j.model.Vocabulary;
import org.oneroster4j.model.compact.IdIndex;
import org.oneroster4j.model.compact.IntColumn;
import org.oneroster4j.model.compact.TextPool;

/**
 * The ids of one file, numbered: those that its rows describe and those that other rows only name. About a hundred bytes
 * for an id of thirty-six letters; nothing else of a record is kept here but its type.
 */
final class FileIds {
    /** A row has this id, whatever else is wrong with it. */
    static final int DESCRIBED = 1;
    /** One of them is not deleted: it is live, or cannot be read. */
    static final int STANDING = 1 << 1;
    /** Another row names it. */
    static final int NAMED = 1 << 2;

    private static final int KINDS_FROM = 8;
    private static final int ANY_KIND = -1 << KINDS_FROM;
    private static final Map<Vocabulary, Integer> KINDS = kinds();

    private final IdIndex ids;
    private final IntColumn state = new IntColumn();

    FileIds(TextPool pool) {
        ids = new IdIndex(pool);
    }

    /** Returns how many numbers there are. */
    int size() {
        return ids.size();
    }

    /** Returns the number of an id, which gets one if it has none. */
    int number(String id) {
        return ids.add(id);
    }

    /** Returns the number of an id, -1 when nothing has described or named it yet. */
    int find(String id) {
        return ids.find(id);
    }

    String id(int number) {
        return ids.get(number);
    }

    void mark(int number, int flags) {
        state.set(number, state.get(number) | flags);
    }

    boolean is(int number, int flag) {
        return (state.get(number) & flag) != 0;
    }

    /** Notes the type or role of a record; those of all records of one id are kept. */
    void markKind(int number, RosterRecord record) {
        if (record instanceof Org org) {
            org.type().ifPresent(type -> mark(number, kind(type)));
        } else if (record instanceof AcademicSession session) {
            session.type().ifPresent(type -> mark(number, kind(type)));
        } else if (record instanceof User user) {
            mark(number, kind(user.role()));
        }
    }

    /** Tells whether the type of a record is known and is not that one. */
    boolean isOfAnotherKind(int number, int kind) {
        int kinds = state.get(number) & ANY_KIND;
        return kinds != 0 && (kinds & kind) == 0;
    }

    private static int kind(Vocabulary word) {
        return Objects.requireNonNull(KINDS.get(word));
    }

    /** Returns the flag of a type or role of the records of a file. */
    static int kind(OneRosterFile file, String token) {
        return vocabulary(file).stream()
                .filter(word -> word.token().equals(token))
                .mapToInt(FileIds::kind)
                .findFirst()
                .orElseThrow();
    }

    private static List<? extends Vocabulary> vocabulary(OneRosterFile file) {
        return switch (file) {
            case ORGS -> List.of(OrgType.values());
            case ACADEMIC_SESSIONS -> List.of(SessionType.values());
            case USERS -> List.of(RoleType.values());
            default -> throw new IllegalArgumentException("The records of " + file + " have no type");
        };
    }

    /** A bit for each word; the words of two vocabularies never meet in one file. */
    private static Map<Vocabulary, Integer> kinds() {
        Map<Vocabulary, Integer> kinds = new HashMap<>();
        for (OneRosterFile file : List.of(OneRosterFile.ORGS, OneRosterFile.ACADEMIC_SESSIONS, OneRosterFile.USERS)) {
            int bit = KINDS_FROM;
            for (Vocabulary word : vocabulary(file)) {
                kinds.put(word, 1 << bit++);
            }
        }
        return Map.copyOf(kinds);
    }
}
