package org.oneroster4j.impero.plan;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Which school is on which server, and what that makes of each. Changes; for one thread. */
final class Servers {
    static final int NOWHERE = -1;

    private final Sizes sizes;
    private final int[] serverOf;
    private int[] users;
    private int[] groups;
    /** Never changed in place, so that whoever walks through one may move schools meanwhile. */
    private int[][] schools;

    Servers(Sizes sizes, int count) {
        this.sizes = sizes;
        this.serverOf = new int[sizes.count()];
        Arrays.fill(serverOf, NOWHERE);
        this.users = new int[count];
        this.groups = new int[count];
        this.schools = new int[count][0];
    }

    /** Makes servers of an assignment of each school. */
    static Servers of(Sizes sizes, int count, int[] serverOf) {
        Servers servers = new Servers(sizes, count);
        for (int school = 0; school < serverOf.length; school++) {
            servers.put(school, serverOf[school]);
        }
        return servers;
    }

    Sizes sizes() {
        return sizes;
    }

    int count() {
        return users.length;
    }

    /** Adds a server and returns its number. */
    int open() {
        users = Arrays.copyOf(users, users.length + 1);
        groups = Arrays.copyOf(groups, groups.length + 1);
        schools = Arrays.copyOf(schools, schools.length + 1);
        schools[schools.length - 1] = new int[0];
        return users.length - 1;
    }

    int serverOf(int school) {
        return serverOf[school];
    }

    int[] assignment() {
        return serverOf.clone();
    }

    int users(int server) {
        return users[server];
    }

    int groups(int server) {
        return groups[server];
    }

    /** Returns the schools of a server, in the order in which they came. */
    int[] schoolsOf(int server) {
        return schools[server];
    }

    /** Puts a school that is nowhere on a server, or leaves it nowhere. */
    void put(int school, int server) {
        if (server != NOWHERE) {
            users[server] += gain(school, server);
            groups[server] += sizes.groups(school);
            serverOf[school] = server;
            int[] more = Arrays.copyOf(schools[server], schools[server].length + 1);
            more[more.length - 1] = school;
            schools[server] = more;
        }
    }

    /** Takes a school from where it is. */
    void take(int school) {
        int server = serverOf[school];
        if (server != NOWHERE) {
            serverOf[school] = NOWHERE;
            users[server] -= gain(school, server);
            groups[server] -= sizes.groups(school);
            schools[server] = Arrays.stream(schools[server])
                    .filter(other -> other != school)
                    .toArray();
        }
    }

    void move(int school, int server) {
        take(school);
        put(school, server);
    }

    /** Returns how many people a school brings to a server that are not there by another school. */
    int gain(int school, int server) {
        int gain = sizes.users(school);
        for (int person : sizes.shared(school)) {
            gain -= sizes.isOn(person, server, serverOf, school) ? 1 : 0;
        }
        return gain;
    }

    /** Returns, for each school, what it would bring to a server; for those that are there, what they alone bring. */
    int[] gains(int server) {
        int[] gains = sizes.users();
        BitSet seen = new BitSet();
        for (int there : schoolsOf(server)) {
            for (int person : sizes.shared(there)) {
                if (!seen.get(person)) {
                    seen.set(person);
                    subtract(person, server, gains);
                }
            }
        }
        return gains;
    }

    private void subtract(int person, int server, int[] gains) {
        int here = 0;
        for (int i = 0; i < sizes.schoolCount(person); i++) {
            here += serverOf[sizes.schoolOf(person, i)] == server ? 1 : 0;
        }
        for (int i = 0; i < sizes.schoolCount(person); i++) {
            int school = sizes.schoolOf(person, i);
            gains[school] -= serverOf[school] != server || here > 1 ? 1 : 0;
        }
    }

    /** Returns, for each server, what a school would bring to it, or for its own, what it alone brings. */
    int[] gainsOf(int school) {
        int[] gains = new int[count()];
        Arrays.fill(gains, sizes.users(school));
        int[] last = new int[count()];
        Arrays.fill(last, NOWHERE);
        for (int person : sizes.shared(school)) {
            for (int i = 0; i < sizes.schoolCount(person); i++) {
                int other = sizes.schoolOf(person, i);
                int server = serverOf[other];
                if (other != school && server != NOWHERE && last[server] != person) {
                    last[server] = person;
                    gains[server]--;
                }
            }
        }
        return gains;
    }

    boolean fits(int school, int server) {
        Caps caps = sizes.caps();
        int sumOfGroups = groups[server] + sizes.groups(school);
        return sumOfGroups <= caps.groups()
                && (users[server] + sizes.users(school) <= caps.users()
                        || users[server] + gain(school, server) <= caps.users());
    }

    boolean isOver(int server) {
        return !sizes.caps().allow(users[server], groups[server]);
    }

    boolean isAnyOver() {
        return IntStream.range(0, count()).anyMatch(this::isOver);
    }
}
