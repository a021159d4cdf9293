package org.oneroster4j.impero;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.internal.RecordTable;
import org.oneroster4j.impero.internal.Stored;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.Roster;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.User;
import org.oneroster4j.model.compact.ByteColumn;
import org.oneroster4j.model.compact.IntColumn;
import org.oneroster4j.model.compact.TextPool;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;
import org.oneroster4j.model.finding.Severity;

/** R2 to R5: the people of a roster by number, who of them is left out, and who speaks for whom. */
final class People {
    static final List<String> READS =
            List.of("enabledUser", "orgSourcedIds", "role", "username", "email", "givenName", "familyName");

    private static final int STUDENT = 1;
    private static final int STAFF = 2;
    private static final int IN_SCOPE = 4;
    private static final int ONLY_UNUSED_ROLES = 8;

    private static final int USERNAME = 0;
    private static final int EMAIL = 1;
    private static final int GIVEN_NAME = 2;
    private static final int FAMILY_NAME = 3;

    private static final byte[] STUDENT_WORD = ImperoUser.Kind.STUDENT.word().getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STAFF_WORD = ImperoUser.Kind.STAFF.word().getBytes(StandardCharsets.US_ASCII);

    private final MappingSettings settings;
    private final SchoolScope scope;
    private final TextPool pool;
    private final FindingListener listener;
    private final Judged rows;
    private final RecordTable table;
    private final ByteColumn flags = new ByteColumn();
    /** Where the username, the email, the given and the family name of a person are. */
    private final IntColumn texts = new IntColumn();

    /** One more than the number of who speaks for a person, 0 for those who speak for themselves. */
    private final IntColumn speakers = new IntColumn();
    /** Of staff: R12 asks whose school they are. */
    private final OrgLists orgs = new OrgLists();

    private final int[] enabledRows = new int[STAFF + 1];
    private final int[] blankRows = new int[STAFF + 1];
    private int missingUnderOther;

    People(MappingSettings settings, SchoolScope scope, TextPool pool, FindingListener listener) {
        this.settings = settings;
        this.scope = scope;
        this.pool = pool;
        this.listener = listener;
        this.rows = new Judged(pool, READS, listener);
        this.table = rows.table();
    }

    void read(Roster roster) {
        new LiveRows(rows.tally(), listener).each(roster.users(), table, this::take);
        rows.settleRepeated();
        mergeShared();
    }

    private void take(Row<User> row, User user) {
        // Each of the two once: to look at all characters of a name several times costs as much as to find the person.
        String name = Identities.of(user, settings.identity());
        String other = Identities.of(user, settings.identity().other());
        Fate fate = fateOfRow(row, user, name);
        int kind = user.role() == RoleType.STUDENT ? STUDENT : Roles.isStaff(user.role()) ? STAFF : 0;
        boolean enabled = fate != Fate.UNREADABLE_VALUE && fate != Fate.DISABLED_USER;
        if (kind != 0 && enabled) {
            enabledRows[kind]++;
            blankRows[kind] += fate == Fate.MISSING_IDENTITY ? 1 : 0;
        }
        tell(fate, row);
        boolean first = rows.isFirst(row, fate);
        int person = table.find(user.sourcedId());
        int unused = Roles.isNotUsed(user.role()) ? ONLY_UNUSED_ROLES : 0;
        if (first) {
            flags.set(person, kind | unused | (scope.names(user.orgSourcedIds()) ? IN_SCOPE : 0));
            if (kind == STAFF) {
                orgs.set(person, user.orgSourcedIds());
            }
            String written = Identities.written(name);
            String otherWritten = Identities.written(other);
            boolean byUsername = settings.identity() == Identity.USERNAME;
            texts.set(
                    person,
                    pool.addRow(
                            byUsername ? written : otherWritten,
                            byUsername ? otherWritten : written,
                            CellText.cleaned(user.givenName()),
                            CellText.cleaned(user.familyName())));
            if (kind != 0 && enabled && otherWritten.isEmpty()) {
                missingUnderOther++;
            }
        } else {
            flags.set(person, flags.get(person) & (unused | ~ONLY_UNUSED_ROLES));
        }
    }

    /** What R1 to R4 say of a row by itself. */
    Fate fateOfRow(Row<User> row, User user) {
        return fateOfRow(row, user, Identities.of(user, settings.identity()));
    }

    private static Fate fateOfRow(Row<User> row, User user, String identity) {
        if (row.isUnreadable("enabledUser")) {
            return Fate.UNREADABLE_VALUE;
        }
        if (Roles.isNotUsed(user.role())) {
            return Fate.ROLE_NOT_USED;
        }
        if (!user.enabledUser().orElse(true)) {
            return Fate.DISABLED_USER;
        }
        if (identity.isEmpty()) {
            return Fate.MISSING_IDENTITY;
        }
        return Identities.isUnsafe(identity) ? Fate.UNSAFE_IDENTITY : Fate.WRITTEN;
    }

    private void tell(Fate fate, Row<User> row) {
        @Nullable FindingCode code = fate.code();
        if (code instanceof ImperoCode) {
            boolean about = fate == Fate.MISSING_IDENTITY || fate == Fate.UNSAFE_IDENTITY;
            String column = settings.identity().column();
            Location location = about ? row.location().cell(column) : row.location();
            listener.found(Finding.of(code, location, row.sourcedId(), column));
        }
    }

    /** R5: people whose identities are equal by key become one, or nobody. */
    private void mergeShared() {
        SharedKeys.of(table.size(), this::isSpeaker, this::key, Set.of()).forEach(this::settleShared);
    }

    private String key(int person) {
        return CellText.key(identity(person));
    }

    private void settleShared(List<Integer> people) {
        people.sort(table::compare);
        boolean allStaff = people.stream().noneMatch(this::isStudent);
        boolean oneStudent = people.stream().allMatch(this::isStudent)
                && people.stream().map(this::nameKey).distinct().count() == 1;
        String column = settings.identity().column();
        if (!allStaff && !oneStudent) {
            for (int person : people) {
                rows.decide(person, Fate.AMBIGUOUS_IDENTITY);
                listener.found(Finding.of(
                        ImperoCode.AMBIGUOUS_IDENTITY, location(person).cell(column), id(person), column));
            }
            return;
        }
        Set<String> spellings = new HashSet<>();
        people.forEach(person -> spellings.add(identity(person)));
        int speaker = people.get(0);
        for (int person : people.subList(1, people.size())) {
            rows.decide(person, Fate.MERGED);
            speakers.set(person, speaker + 1);
            flags.set(speaker, flags.get(speaker) | (flags.get(person) & IN_SCOPE));
            Finding merged =
                    Finding.of(ImperoCode.MERGED_IDENTITY, location(person).cell(column), id(person), column);
            listener.found(spellings.size() > 1 ? merged.as(Severity.WARNING) : merged);
        }
    }

    private List<String> nameKey(int person) {
        return List.of(CellText.key(givenName(person)), CellText.key(familyName(person)));
    }

    /** Leaves out a person whom everything before let through. */
    void leaveOut(int person, Fate fate) {
        rows.leaveOut(person, fate);
    }

    /** Counts what became of every row; to be called once, at the end. */
    Tally tallied() {
        return rows.tallied();
    }

    /** Says that hardly anybody will be looked for any more. */
    void rest() {
        table.rest();
    }

    int size() {
        return table.size();
    }

    /** Returns the number of a person, -1 when no row describes one of that id. */
    int find(String sourcedId) {
        return table.find(sourcedId);
    }

    /** Finds several, as {@link #find(String)} does one. */
    void find(String[] sourcedIds, int count, int[] numbers) {
        table.find(sourcedIds, count, numbers);
    }

    /** Tells whether a person may be written, by themselves or by the one who speaks for them. */
    boolean isIn(int person) {
        Fate fate = fate(person);
        return fate == Fate.MERGED || fate.isLetThrough();
    }

    /** Tells whether all live rows of a person have a role that is never written. */
    boolean hasOnlyUnusedRoles(int person) {
        return person >= 0 && (flags.get(person) & ONLY_UNUSED_ROLES) != 0;
    }

    boolean isStudent(int person) {
        return (flags.get(person) & STUDENT) != 0;
    }

    boolean isInScope(int person) {
        return (flags.get(person) & IN_SCOPE) != 0;
    }

    /** Returns the orgs for which R12 makes a person a console user, of their own record alone. */
    List<String> orgs(int person) {
        return settings.consoleStaff() == ConsoleStaff.ALL ? orgs.of(person) : List.of();
    }

    /** Tells whether a person is written in their own name if anything asks for it. */
    boolean isSpeaker(int person) {
        return fate(person) == Fate.WRITTEN;
    }

    /** Returns who speaks for a person. */
    int speaker(int person) {
        int speaker = speakers.get(person);
        return speaker == 0 ? person : speaker - 1;
    }

    private Fate fate(int person) {
        return rows.fate(person);
    }

    Judged rows() {
        return rows;
    }

    String id(int person) {
        return table.id(person);
    }

    /** Returns the numbers of some, by id. */
    int[] sorted(IntPredicate some) {
        int[] numbers = IntStream.range(0, size()).filter(some).toArray();
        table.sort(numbers);
        return numbers;
    }

    int compare(int a, int b) {
        return table.compare(a, b);
    }

    String username(int person) {
        return pool.get(texts.get(person), USERNAME);
    }

    String email(int person) {
        return pool.get(texts.get(person), EMAIL);
    }

    private String identity(int person) {
        return settings.identity() == Identity.USERNAME ? username(person) : email(person);
    }

    String givenName(int person) {
        return pool.get(texts.get(person), GIVEN_NAME);
    }

    String familyName(int person) {
        return pool.get(texts.get(person), FAMILY_NAME);
    }

    /**
     * Returns how many bytes the first texts of some people take. Each step is for all of them, to wait for memory together.
     *
     * @param numbers the first {@code count} are those of the people; it has room for twice as many, and is spoiled
     */
    int size(int[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            int person = numbers[i];
            numbers[i] = table.address(person);
            numbers[count + i] = texts.get(person);
        }
        return pool.size(numbers, 2 * count);
    }

    /** Writes what a column says of a person, as {@link Stored#copy} does. */
    int copy(int person, Stored.Column column, boolean utf8, byte[] target, int to) {
        return switch (column) {
            case USER_ID -> table.copy(person, utf8, target, to);
            case USERNAME -> pool.copy(texts.get(person), USERNAME, utf8, target, to);
            case EMAIL -> pool.copy(texts.get(person), EMAIL, utf8, target, to);
            case GIVEN_NAME -> pool.copy(texts.get(person), GIVEN_NAME, utf8, target, to);
            case FAMILY_NAME -> pool.copy(texts.get(person), FAMILY_NAME, utf8, target, to);
            case KIND -> ImperoRoster.copied(isStudent(person) ? STUDENT_WORD : STAFF_WORD, target, to);
            case ROLE, PRIMARY -> -1;
        };
    }

    private Location.Row location(int person) {
        return rows.location(person);
    }

    /** Returns what the checks on identities look at: of students or of staff, enabled rows and those without identity. */
    MappingFacts.Share missingIdentities(boolean ofStudents) {
        int kind = ofStudents ? STUDENT : STAFF;
        return new MappingFacts.Share(blankRows[kind], enabledRows[kind]);
    }

    MappingFacts.Share conflicts() {
        return rows.conflicts();
    }

    /** Returns how many enabled students and staff would be missing if Impero were set to the other identity. */
    int missingUnderOther() {
        return missingUnderOther;
    }
}
