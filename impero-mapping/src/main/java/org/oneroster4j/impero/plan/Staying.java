package org.oneroster4j.impero.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Plans so that schools stay where they are, unless a cap or the number of servers forces one to move. */
final class Staying {
    private final Sizes sizes;
    private final Today today;

    Staying(Sizes sizes, Today today) {
        this.sizes = sizes;
        this.today = today;
    }

    /** Plans; over more servers than requested only when no way over these is found. */
    Servers plan(OptionalInt requested) {
        if (requested.isEmpty()) {
            return repaired(today.count(), true).orElseThrow();
        }
        int count = requested.getAsInt();
        return repaired(count, false)
                .or(() -> Packing.over(sizes, count).map(this::renumbered))
                .orElseGet(() -> repaired(count, true).orElseThrow());
    }

    /** Leaves all where they are and moves what must; nothing when there is no room and no server may be added. */
    private Optional<Servers> repaired(int count, boolean mayOpen) {
        Servers servers = new Servers(sizes, count);
        List<Integer> homeless = new ArrayList<>();
        for (int school : sizes.bySize()) {
            int home = today.home(school);
            servers.put(school, home < count ? home : Servers.NOWHERE);
        }
        for (int server = 0; server < count; server++) {
            while (servers.isOver(server)) {
                servers.take(dispensable(servers, server));
            }
        }
        for (int school : sizes.bySize()) {
            if (servers.serverOf(school) == Servers.NOWHERE) {
                homeless.add(school);
            }
        }
        for (int school : homeless) {
            if (!place(servers, school) && (mayOpen || !makeRoom(servers, school))) {
                if (!mayOpen) {
                    return Optional.empty();
                }
                servers.put(school, servers.open());
            }
        }
        for (int school : homeless) {
            returnHome(servers, school);
        }
        return Optional.of(servers);
    }

    /** The smallest school without which a server is within the caps, if possible one for which there is room elsewhere. */
    private int dispensable(Servers servers, int server) {
        int[] smallestFirst = IntStream.of(servers.schoolsOf(server))
                .boxed()
                .sorted((a, b) -> sizes.weight(a) == sizes.weight(b)
                        ? Integer.compare(a, b)
                        : Long.compare(sizes.weight(a), sizes.weight(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] enough = Arrays.stream(smallestFirst)
                .filter(school -> sizes.caps()
                        .allow(
                                servers.users(server) - servers.gain(school, server),
                                servers.groups(server) - sizes.groups(school)))
                .toArray();
        return Arrays.stream(enough)
                .filter(school -> roomiest(servers, school, server) != Servers.NOWHERE)
                .findFirst()
                .orElse(enough.length > 0 ? enough[0] : smallestFirst[smallestFirst.length - 1]);
    }

    /** The server that would be least full with a school, of those it fits on; nowhere when it fits on none. */
    private int roomiest(Servers servers, int school, int except) {
        int best = Servers.NOWHERE;
        long least = Long.MAX_VALUE;
        for (int server = 0; server < servers.count(); server++) {
            if (server != except && servers.fits(school, server)) {
                long weight = sizes.caps()
                        .weight(
                                servers.users(server) + servers.gain(school, server),
                                servers.groups(server) + sizes.groups(school));
                if (weight < least) {
                    least = weight;
                    best = server;
                }
            }
        }
        return best;
    }

    private boolean place(Servers servers, int school) {
        int server = roomiest(servers, school, Servers.NOWHERE);
        servers.put(school, server);
        return server != Servers.NOWHERE;
    }

    /** Makes room for a school by moving the smallest other one that does. */
    private boolean makeRoom(Servers servers, int school) {
        int[] bySize = sizes.bySize();
        for (int i = bySize.length - 1; i >= 0; i--) {
            int other = bySize[i];
            int server = servers.serverOf(other);
            if (server != Servers.NOWHERE) {
                servers.take(other);
                if (servers.fits(school, server)) {
                    servers.put(school, server);
                    if (place(servers, other)) {
                        return true;
                    }
                    servers.take(school);
                }
                servers.put(other, server);
            }
        }
        return false;
    }

    private void returnHome(Servers servers, int school) {
        int now = servers.serverOf(school);
        int home = today.home(school);
        if (home != Servers.NOWHERE && home != now && home < servers.count() && servers.fits(school, home)) {
            servers.move(school, home);
        }
    }

    /** Gives the servers of a new plan the numbers of today's with which they have most schools in common. */
    private Servers renumbered(Servers servers) {
        int count = servers.count();
        int[] numbers = new int[count];
        Arrays.fill(numbers, Servers.NOWHERE);
        boolean[] taken = new boolean[count];
        for (int round = 0; round < count; round++) {
            int best = -1;
            int server = 0;
            int number = 0;
            for (int i = 0; i < count * count; i++) {
                if (numbers[i / count] == Servers.NOWHERE && !taken[i % count]) {
                    int common = staying(servers, i / count, i % count);
                    if (common > best) {
                        best = common;
                        server = i / count;
                        number = i % count;
                    }
                }
            }
            numbers[server] = number;
            taken[number] = true;
        }
        return Servers.of(
                sizes,
                count,
                Arrays.stream(servers.assignment())
                        .map(server -> numbers[server])
                        .toArray());
    }

    private int staying(Servers servers, int server, int number) {
        return (int) IntStream.of(servers.schoolsOf(server))
                .filter(school -> today.home(school) == number)
                .count();
    }
}
