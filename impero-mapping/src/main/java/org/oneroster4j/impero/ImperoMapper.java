package org.oneroster4j.impero;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.oneroster4j.impero.NameTemplate.Field;
import org.oneroster4j.model.Roster;
import org.oneroster4j.model.compact.LongColumn;
import org.oneroster4j.model.compact.TextPool;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;

/**
 * Maps a roster to groups, members, console users and access, by the rules R1 to R16 of the contract. Each file is walked
 * through once, in the order orgs, academicSessions, courses, classes, users, enrollments; what is kept of an enrollment
 * is a number. The result depends on nothing but the roster's content and the settings: not on the order of rows or
 * columns, not on clock, zone or locale.
 */
public final class ImperoMapper {
    private final MappingSettings settings;
    private final FindingListener listener;
    private final TextPool pool = new TextPool();
    private final Terms terms;
    private final Catalog catalog;

    private ImperoMapper(MappingSettings settings, FindingListener listener) {
        this.settings = settings;
        this.listener = listener;
        this.terms = new Terms(settings, pool);
        this.catalog = new Catalog(pool);
    }

    /**
     * Maps a roster.
     *
     * @param listener is told what is left out and why
     * @return the mapping, which may be one that must not be published: ask {@link StopChecks}
     * @throws UnknownSchoolException when the school filter names no org of the roster
     */
    public static ImperoRoster map(Roster roster, MappingSettings settings, FindingListener listener) {
        return new ImperoMapper(settings, listener).map(roster);
    }

    private ImperoRoster map(Roster roster) {
        catalog.readOrgs(roster, listener);
        SchoolScope scope = catalog.scope(settings.schools());
        terms.read(roster, listener);
        catalog.readCourses(roster, listener);
        Exclusions exclusions = new Exclusions(settings.exclude());
        Classes classes = new Classes(scope, exclusions, terms, catalog, pool, listener);
        classes.read(roster);
        People people = new People(settings, scope, exclusions, pool, listener);
        people.read(roster);
        reportUnknown(exclusions, classes, people);
        EnrollmentRules rules = new EnrollmentRules(settings, classes, people);
        Enrollments enrollments = new Enrollments(rules, listener);
        enrollments.read(roster);
        classes.rest();
        people.rest();

        int[] classOrder = classes.sorted(classes::isTaken);
        int[] personOrder = people.sorted(people::isSpeaker);
        int[] classRanks = ranks(classOrder, classes.size());
        int[] personRanks = ranks(personOrder, people.size());
        Memberships members = Memberships.of(
                enrollments.members(),
                classOrder.length,
                schoolClass -> classRanks[schoolClass],
                person -> personRanks[person]);
        long[] access = ranked(enrollments.access(), classRanks, personRanks);

        boolean[] written = nonEmpty(classOrder, members, classes);
        GroupNames names = new GroupNames(settings.nameTemplate(), where(written), rank -> {
            int schoolClass = classOrder[rank];
            return field -> field(field, schoolClass, rank, classes, people, access, personOrder);
        });
        SchoolCensus census =
                census(scope, classes, people, names.colliding(), classOrder, personOrder, members, access);
        for (int rank : names.colliding()) {
            classes.leaveOut(classOrder[rank], Fate.GROUP_NAME_COLLISION);
            written[rank] = false;
        }
        return assembled(scope, rules, enrollments, classOrder, personOrder, written, names, members, access, census);
    }

    /** An entry that names nothing may be misspelt, and whom it means is not taken out. */
    private void reportUnknown(Exclusions exclusions, Classes classes, People people) {
        for (String id : exclusions.ids()) {
            if (classes.find(id) < 0 && people.find(id) < 0) {
                listener.found(Finding.of(ImperoCode.EXCLUDE_UNKNOWN, new Location.Drop(), "", id));
            }
        }
    }

    /** Keeps the links of groups that R13 leaves out, before they are gone. */
    private SchoolCensus census(
            SchoolScope scope,
            Classes classes,
            People people,
            Set<Integer> colliding,
            int[] classOrder,
            int[] personOrder,
            Memberships members,
            long[] access) {
        int[] ranks = colliding.stream().mapToInt(Integer::intValue).sorted().toArray();
        long[] links = LongStream.concat(
                        Arrays.stream(ranks).mapToObj(members::links).flatMapToLong(of -> of),
                        Arrays.stream(access).filter(link -> Arrays.binarySearch(ranks, Links.schoolClass(link)) >= 0))
                .map(link -> Links.member(
                        Arrays.binarySearch(ranks, Links.schoolClass(link)), personOrder[Links.person(link)]))
                .sorted()
                .toArray();
        int[] numbers = Arrays.stream(ranks).map(rank -> classOrder[rank]).toArray();
        return new SchoolCensus(scope, catalog, classes, people, numbers, links);
    }

    /** Returns the place of each number in an order. */
    private static int[] ranks(int[] order, int size) {
        int[] ranks = new int[size];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    /** Returns links by the places of their classes and people, sorted, one for each pair. */
    private static long[] ranked(LongColumn links, int[] classRanks, int[] personRanks) {
        for (int i = 0; i < links.size(); i++) {
            long link = links.get(i);
            links.set(i, Links.renumbered(link, classRanks[Links.schoolClass(link)], personRanks[Links.person(link)]));
        }
        long[] sorted = links.drainSorted();
        int size = Links.merge(sorted, sorted.length);
        return size == sorted.length ? sorted : Arrays.copyOf(sorted, size);
    }

    /** R11: which classes have a group, before their names are looked at. */
    private boolean[] nonEmpty(int[] classOrder, Memberships members, Classes classes) {
        boolean[] written = new boolean[classOrder.length];
        Arrays.fill(written, settings.emptyGroups() == EmptyGroups.KEEP);
        for (int rank = 0; rank < written.length; rank++) {
            written[rank] |= members.from(rank) < members.to(rank);
            if (!written[rank]) {
                classes.leaveOut(classOrder[rank], Fate.EMPTY_GROUP);
            }
        }
        return written;
    }

    private static int[] where(boolean[] flags) {
        return IntStream.range(0, flags.length).filter(index -> flags[index]).toArray();
    }

    private static String field(
            Field field, int schoolClass, int rank, Classes classes, People people, long[] access, int[] personOrder) {
        return switch (field) {
            case TITLE -> classes.title(schoolClass);
            case CLASS_CODE -> classes.code(schoolClass);
            case SOURCED_ID -> classes.id(schoolClass);
            case COURSE_TITLE -> classes.courseTitle(schoolClass);
            case COURSE_CODE -> classes.courseCode(schoolClass);
            case SCHOOL_NAME -> classes.schoolName(schoolClass);
            case SCHOOL_ID -> classes.school(schoolClass);
            case PERIODS -> classes.periods(schoolClass);
            case TEACHERS -> teachers(rank, people, access, personOrder);
        };
    }

    private static String teachers(int rank, People people, long[] access, int[] personOrder) {
        int from = Arrays.binarySearch(access, Links.member(rank, 0));
        Iterator<String> all = Arrays.stream(access, from < 0 ? -from - 1 : from, access.length)
                .takeWhile(link -> Links.schoolClass(link) == rank)
                .filter(link -> Links.role(link) == 0)
                .mapToObj(link -> people.familyName(personOrder[Links.person(link)]))
                .filter(name -> !name.isEmpty())
                .iterator();
        StringBuilder names = new StringBuilder();
        // Of more than a name can have, what follows changes nothing: it is cut off, or is too long to be added to a
        // name.
        while (all.hasNext() && names.length() <= 2 * NameTemplate.MAX_LENGTH) {
            names.append(names.length() == 0 ? "" : ", ").append(all.next());
        }
        return names.toString();
    }

    private ImperoRoster assembled(
            SchoolScope scope,
            EnrollmentRules rules,
            Enrollments enrollments,
            int[] classOrder,
            int[] personOrder,
            boolean[] written,
            GroupNames names,
            Memberships allMembers,
            long[] allAccess,
            SchoolCensus census) {
        Classes classes = rules.classes();
        People people = rules.people();
        for (int rank = 0; rank < written.length; rank++) {
            if (!written[rank]) {
                noteLost(allMembers.links(rank).toArray(), written, classOrder, personOrder, enrollments.ended());
            }
        }
        noteLost(allAccess, written, classOrder, personOrder, enrollments.ended());
        long[] access = inWritten(allAccess, written);
        boolean[] member = new boolean[personOrder.length];
        boolean[] assigned = new boolean[personOrder.length];
        boolean[] led = new boolean[written.length];
        for (int rank = 0; rank < written.length; rank++) {
            for (int i = allMembers.from(rank); written[rank] && i < allMembers.to(rank); i++) {
                member[allMembers.person(i)] = true;
            }
        }
        for (long link : access) {
            assigned[Links.person(link)] = true;
            led[Links.schoolClass(link)] = true;
        }
        boolean[] isUser = new boolean[personOrder.length];
        for (int rank = 0; rank < personOrder.length; rank++) {
            int person = personOrder[rank];
            isUser[rank] =
                    people.isStudent(person) ? member[rank] : isConsoleUser(person, assigned[rank], scope, people);
            if (!isUser[rank]) {
                people.leaveOut(person, people.isStudent(person) ? Fate.NOT_ENROLLED : Fate.NOT_ASSIGNED);
            }
        }
        int[] groupRanks = where(written);
        int[] userRanks = where(isUser);
        for (int rank : groupRanks) {
            if (!led[rank]) {
                int schoolClass = classOrder[rank];
                listener.found(Finding.of(
                        ImperoCode.GROUP_WITHOUT_ACCESS, classes.location(schoolClass), classes.id(schoolClass)));
            }
        }
        boolean[] groupOfClass = new boolean[classes.size()];
        for (int rank : groupRanks) {
            groupOfClass[classOrder[rank]] = true;
        }
        boolean[] ledClass = new boolean[classes.size()];
        for (int rank : groupRanks) {
            ledClass[classOrder[rank]] = led[rank];
        }
        enrollments.reportLeftOutTeachers(number -> groupOfClass[number], number -> ledClass[number]);
        int[] groupNumbers = ranks(groupRanks, written.length);
        int[] userNumbers = ranks(userRanks, isUser.length);
        Memberships members = allMembers.renumbered(groupRanks, userNumbers);
        Tally enrolled = enrollments.tallied(number -> groupOfClass[number], members.size() + access.length);
        return new ImperoRoster(
                rules,
                Arrays.stream(groupRanks).map(rank -> classOrder[rank]).toArray(),
                Arrays.stream(groupRanks).mapToObj(names::name).toArray(String[]::new),
                Arrays.stream(userRanks).map(rank -> personOrder[rank]).toArray(),
                members,
                renumbered(access, groupNumbers, userNumbers),
                new Accounts(
                        people.tallied(),
                        classes.tallied(),
                        enrolled,
                        enrollments.ended().sealed()),
                new MappingFacts(
                        people.missingIdentities(true),
                        people.missingIdentities(false),
                        enrollments.danglingShare(),
                        people.conflicts(),
                        classes.conflicts(),
                        enrollments.roleConflicts(),
                        classes.inScope(),
                        classes.taken(),
                        terms.whyNone(),
                        people.missingUnderOther()),
                census);
    }

    /** R12. */
    private boolean isConsoleUser(int person, boolean assigned, SchoolScope scope, People people) {
        if (assigned || settings.consoleStaff() == ConsoleStaff.ASSIGNED) {
            return assigned;
        }
        return !scope.isFiltered() || people.isInScope(person);
    }

    private static void noteLost(long[] links, boolean[] written, int[] classOrder, int[] personOrder, Ended ended) {
        for (long link : links) {
            if (!written[Links.schoolClass(link)]) {
                ended.noteLost(classOrder[Links.schoolClass(link)], personOrder[Links.person(link)]);
            }
        }
    }

    /** Mostly all are, and then there is no need for a copy of millions; in place, so those that are left out are gone. */
    private static long[] inWritten(long[] links, boolean[] written) {
        int size = 0;
        for (long link : links) {
            if (written[Links.schoolClass(link)]) {
                links[size++] = link;
            }
        }
        return size == links.length ? links : Arrays.copyOf(links, size);
    }

    /** Numbers of groups and users instead of places in the orders of all, in place; the sequence stays the same. */
    private static long[] renumbered(long[] links, int[] groups, int[] users) {
        for (int i = 0; i < links.length; i++) {
            long link = links[i];
            links[i] = Links.renumbered(link, groups[Links.schoolClass(link)], users[Links.person(link)]);
        }
        return links;
    }
}
