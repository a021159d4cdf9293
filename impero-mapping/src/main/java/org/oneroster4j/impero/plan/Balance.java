package org.oneroster4j.impero.plan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Shares schools out evenly over a number of servers: the largest first, each to where it adds least, then better and
 * better by moving one school or swapping two. What it makes less is the sum of the squares of the shares of the caps,
 * with a penalty above a cap, so that a plan within the caps is also an even one, which leaves room to grow.
 */
final class Balance {
    /** More than all that a more even plan could win. */
    private static final double PENALTY = 1000;

    /** A smaller change is a rounding error. */
    private static final double LEAST = 1e-9;

    /** How often the search is shaken when it is stuck: the more, the fewer schools there are, for those need it more. */
    private static final int KICKS_TIMES_SCHOOLS = 1000;

    /** How many changes are looked for, for each server, before what is there is good enough. */
    private static final int STEPS_OF_A_SERVER = 3;

    private final Servers servers;
    private final Sizes sizes;
    private final double perUser;
    private final double perGroup;
    /** Fixed, so that the same district makes the same plan. */
    private final SplittableRandom random = new SplittableRandom(1);

    /** What each school alone brings to its server, as far as known: forgotten where something changes. */
    private final Map<Integer, int[]> losses = new HashMap<>();

    private double bestChange;
    private int bestSchool;
    private int bestOther;
    private int bestServer;

    private Balance(Servers servers) {
        this.servers = servers;
        this.sizes = servers.sizes();
        this.perUser = 1.0 / sizes.caps().users();
        this.perGroup = 1.0 / sizes.caps().groups();
    }

    /** Shares out over so many servers, not yet evenly; nothing when no way within the caps is found. */
    static Optional<Servers> over(Sizes sizes, int count) {
        Servers servers = new Servers(sizes, count);
        Balance balance = new Balance(servers);
        for (int school : sizes.bySize()) {
            servers.put(school, balance.cheapest(school));
        }
        return balance.bringUnderCaps() ? Optional.of(servers) : Optional.empty();
    }

    /** Makes a plan within the caps more even, and returns it. */
    static Servers even(Servers servers) {
        new Balance(servers).descend(false);
        return servers;
    }

    private double cost(double users, double groups) {
        double x = users * perUser;
        double y = groups * perGroup;
        return x * x + y * y + PENALTY * (Math.max(0, x - 1) + Math.max(0, y - 1));
    }

    private double cost(int server) {
        return cost(servers.users(server), servers.groups(server));
    }

    private int cheapest(int school) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int server = 0; server < servers.count(); server++) {
            double users = servers.users(server) + (double) servers.gain(school, server);
            double added = cost(users, servers.groups(server) + (double) sizes.groups(school)) - cost(server);
            if (added < least) {
                least = added;
                best = server;
            }
        }
        return best;
    }

    private boolean bringUnderCaps() {
        descend(true);
        int kicks = KICKS_TIMES_SCHOOLS / sizes.count();
        for (int kick = 0; kick < kicks && servers.isAnyOver(); kick++) {
            kick();
            descend(true);
        }
        return !servers.isAnyOver();
    }

    private void move(int school, int server) {
        int from = servers.serverOf(school);
        if (from != server) {
            servers.move(school, server);
            losses.remove(from);
            losses.remove(server);
        }
    }

    /** Improves the costliest server that can be, again and again; those over a cap only, or all. */
    private void descend(boolean overOnly) {
        int steps = STEPS_OF_A_SERVER * servers.count();
        boolean improved = true;
        while (improved) {
            improved = false;
            int[] costliest = IntStream.range(0, servers.count())
                    .filter(server -> !overOnly || servers.isOver(server))
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer server) -> -cost(server))
                            .thenComparingInt(Integer::intValue))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int i = 0; i < costliest.length && !improved && steps > 0; i++) {
                improved = improve(costliest[i]);
                steps--;
            }
        }
    }

    /** Makes the change that wins most: a school of this server to another, or for one of another. */
    private boolean improve(int server) {
        bestChange = -LEAST;
        int[] toServer = servers.gains(server);
        for (int school : servers.schoolsOf(server)) {
            int[] gain = servers.gainsOf(school);
            lookAtMoves(school, server, gain);
            lookAtSwaps(school, server, toServer, gain);
        }
        if (bestChange >= -LEAST) {
            return false;
        }
        if (bestOther >= 0) {
            move(bestOther, server);
        }
        move(bestSchool, bestServer);
        return true;
    }

    private void lookAtMoves(int school, int server, int[] gain) {
        double left = cost(
                servers.users(server) - (double) gain[server], servers.groups(server) - (double) sizes.groups(school));
        for (int other = 0; other < servers.count(); other++) {
            if (other != server) {
                double users = servers.users(other) + (double) gain[other];
                double joined = cost(users, servers.groups(other) + (double) sizes.groups(school));
                double change = left + joined - cost(server) - cost(other);
                if (change < bestChange) {
                    note(change, school, -1, other);
                }
            }
        }
    }

    private void lookAtSwaps(int school, int server, int[] toServer, int[] gain) {
        double usersWithout = servers.users(server) - (double) gain[server];
        for (int other = 0; other < servers.count(); other++) {
            if (other != server) {
                double before = cost(server) + cost(other);
                double usersWith = servers.users(other) + (double) gain[other];
                int[] loss = losses.computeIfAbsent(other, servers::gains);
                for (int swapped : servers.schoolsOf(other)) {
                    int groups = sizes.groups(swapped) - sizes.groups(school);
                    double after = cost(usersWithout + toServer[swapped], servers.groups(server) + (double) groups)
                            + cost(usersWith - loss[swapped], servers.groups(other) - (double) groups);
                    // People whom the two have together count more than that, so look closer before believing it.
                    if (after - before < bestChange) {
                        lookCloser(school, server, swapped, other, after - before);
                    }
                }
            }
        }
    }

    private void lookCloser(int school, int server, int swapped, int other, double supposed) {
        double change = supposed;
        if (sizes.common(school, swapped) > 0) {
            double before = cost(server) + cost(other);
            servers.take(school);
            servers.move(swapped, server);
            servers.put(school, other);
            change = cost(server) + cost(other) - before;
            servers.take(school);
            servers.move(swapped, other);
            servers.put(school, server);
        }
        if (change < bestChange) {
            note(change, school, swapped, other);
        }
    }

    private void note(double change, int school, int swapped, int other) {
        bestChange = change;
        bestSchool = school;
        bestOther = swapped;
        bestServer = other;
    }

    /** Swaps a school of a server over a cap for any of another, so that the search goes on from elsewhere. */
    private void kick() {
        int[] over = IntStream.range(0, servers.count()).filter(servers::isOver).toArray();
        int server = over[random.nextInt(over.length)];
        int[] schools = servers.schoolsOf(server);
        int school = schools[random.nextInt(schools.length)];
        int swapped = random.nextInt(sizes.count());
        int other = servers.serverOf(swapped);
        move(school, other);
        move(swapped, server);
    }
}
