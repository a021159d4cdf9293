package org.oneroster4j.impero;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
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
    private final Exclusions exclusions;
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
    private final int[] rowsWithoutIdentity = new int[STAFF + 1];
    /** The keys of the identities of people whom the setting exclude takes out. */
    private final Set<String> excludedKeys = new HashSet<>();

    private int missingUnderOther;

    People(
            MappingSettings settings,
            SchoolScope scope,
            Exclusions exclusions,
            TextPool pool,
            FindingListener listener) {
        this.settings = settings;
        this.exclusions = exclusions;
        this.scope = scope;
        this.pool = pool;
        this.listener = listener;
        this.rows = new Judged(pool, READS, listener);
        this.table = rows.table();
    }

    void read(Roster roster) {
        new LiveRows(rows.tally(), listener).each(roster.users(), table, this::take);
        rows.confirmRepeated(roster, User.class, this::fateOfRow);
        rows.settleRepeated();
        mergeShared();
        warnOfExcludedIdentities();
    }

    private void take(Row<User> row, User user) {
        // Each of the two once: to look at all characters of a name several times costs as much as to find the person.
        String name = Identities.of(user, settings.identity());
        String other = Identities.of(user, settings.identity().other());
        Fate fate = fateOfRow(row, user, name);
        int kind = user.role() == RoleType.STUDENT ? STUDENT : Roles.isStaff(user.role()) ? STAFF : 0;
        boolean enabled = !row.isUnreadable("enabledUser") && user.enabledUser().orElse(true);
        boolean withoutIdentity = name.isEmpty() || Identities.isUnsafe(name, settings.identity());
        if (kind != 0 && enabled) {
            enabledRows[kind]++;
            rowsWithoutIdentity[kind] += withoutIdentity ? 1 : 0;
        }
        tell(fate, row);
        boolean first = rows.isFirst(row, fate);
        int person = table.find(user.sourcedId());
        boolean excluded = exclusions.names(user.sourcedId());
        int unused = Roles.isNotUsed(user.role()) && !excluded ? ONLY_UNUSED_ROLES : 0;
        if (first) {
            flags.set(person, kind | unused | (scope.names(user.orgSourcedIds()) ? IN_SCOPE : 0));
            if (kind == STAFF) {
                orgs.set(person, user.orgSourcedIds());
            }
            String written = Identities.written(name, settings.identity());
            String otherWritten = Identities.written(other, settings.identity().other());
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
            if (excluded && !withoutIdentity) {
                excludedKeys.add(CellText.key(name));
            }
        } else {
            flags.set(person, flags.get(person) & (unused | ~ONLY_UNUSED_ROLES));
        }
    }

    /** What R1 to R4 say of a row by itself. */
    Fate fateOfRow(Row<User> row, User user) {
        return fateOfRow(row, user, Identities.of(user, settings.identity()));
    }

    private Fate fateOfRow(Row<User> row, User user, String identity) {
        if (row.isUnreadable("enabledUser")) {
            return Fate.UNREADABLE_VALUE;
        }
        if (exclusions.names(user.sourcedId())) {
            return Fate.EXCLUDED;
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
        return Identities.isUnsafe(identity, settings.identity()) ? Fate.UNSAFE_IDENTITY : Fate.WRITTEN;
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
        String column = settings.identity().column();
        if (!areOne(people)) {
            for (int person : people) {
                rows.decide(person, Fate.AMBIGUOUS_IDENTITY);
                listener.found(Finding.of(
                        ImperoCode.AMBIGUOUS_IDENTITY, location(person).cell(column), id(person), column));
            }
            return;
        }
        boolean differ = differ(people, this::identity)
                || differ(people, person -> CellText.key(givenName(person)))
                || differ(people, person -> CellText.key(familyName(person)));
        int speaker = people.get(0);
        for (int person : people.subList(1, people.size())) {
            rows.decide(person, Fate.MERGED);
            speakers.set(person, speaker + 1);
            flags.set(speaker, flags.get(speaker) | (flags.get(person) & IN_SCOPE));
            Finding merged =
                    Finding.of(ImperoCode.MERGED_IDENTITY, location(person).cell(column), id(person), column);
            listener.found(differ ? merged.as(Severity.WARNING) : merged);
        }
    }

    /**
     * R5: tells whether records of one identity are of one person: staff of whom any two have the same given or the same
     * family name, students of whom all have both. Any two of more than two share a name only if all share the given name, or
     * all the family name: three that share one name each by pairs would need two names that are equal and different.
     */
    private boolean areOne(List<Integer> people) {
        boolean givenName = isShared(people, this::givenName);
        boolean familyName = isShared(people, this::familyName);
        if (people.stream().noneMatch(this::isStudent)) {
            return givenName || familyName;
        }
        return people.stream().allMatch(this::isStudent) && givenName && familyName;
    }

    private static boolean isShared(List<Integer> people, IntFunction<String> name) {
        String first = CellText.key(name.apply(people.get(0)));
        return !first.isEmpty()
                && people.stream()
                        .allMatch(person -> CellText.key(name.apply(person)).equals(first));
    }

    private static boolean differ(List<Integer> people, IntFunction<String> text) {
        return people.stream().map(text::apply).distinct().count() > 1;
    }

    /** An excluded person who has another record with the same identity is still there. */
    private void warnOfExcludedIdentities() {
        if (excludedKeys.isEmpty()) {
            return;
        }
        String column = settings.identity().column();
        for (int person = 0; person < table.size(); person++) {
            if (table.isLive(person) && !exclusions.names(id(person)) && excludedKeys.contains(key(person))) {
                listener.found(Finding.of(
                        ImperoCode.EXCLUDED_IDENTITY, location(person).cell(column), id(person), column));
            }
        }
    }

    /** Tells whether a student's record counts under an id, whether or not the student is left out. */
    boolean isStudentRecord(int person) {
        return table.counts(person) && isStudent(person);
    }

    /** Tells whether the settings or enabledUser take a person out, which is no defect of the drop. */
    boolean isTakenOutOnPurpose(int person) {
        return fate(person) == Fate.DISABLED_USER || fate(person) == Fate.EXCLUDED;
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

    /** Returns, of the enabled rows of students or of staff, those whose identity is blank or unsafe. */
    MappingFacts.Share missingIdentities(boolean ofStudents) {
        int kind = ofStudents ? STUDENT : STAFF;
        return new MappingFacts.Share(rowsWithoutIdentity[kind], enabledRows[kind]);
    }

    MappingFacts.Share conflicts() {
        return rows.conflicts();
    }

    /** Returns how many enabled students and staff would be missing if Impero were set to the other identity. */
    int missingUnderOther() {
        return missingUnderOther;
    }
}
