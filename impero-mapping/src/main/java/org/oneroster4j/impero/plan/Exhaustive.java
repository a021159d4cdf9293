package org.oneroster4j.impero.plan;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The best plan for a few schools, found by trying all: the fewest servers, and of those plans one whose fullest server is
 * least full, then the second fullest, and so on.
 */
final class Exhaustive {
    /** There are 21,147 ways to part nine schools, and 115,975 to part ten. */
    static final int MOST_SCHOOLS = 9;

    private final Sizes sizes;
    private final int[] order;
    private final int[] users;
    private final int[] groups;
    private final int[] server;
    private final int[] onServer;
    private final boolean fewest;
    private int most;
    private long @Nullable [] bestWeights;
    private int[] best = {};

    private Exhaustive(Sizes sizes, int most, boolean fewest) {
        this.sizes = sizes;
        this.order = sizes.bySize();
        this.users = new int[1 << order.length];
        this.groups = new int[1 << order.length];
        this.server = new int[order.length];
        this.onServer = new int[order.length];
        this.most = Math.min(most, order.length);
        this.fewest = fewest;
        countSets();
    }

    /** Shares out over the fewest servers; nothing when that is more than so many. */
    static Optional<Servers> fewest(Sizes sizes, int most) {
        return new Exhaustive(sizes, most, true).search();
    }

    /** Shares out as evenly as can be over so many servers; nothing when it cannot be done. */
    static Optional<Servers> over(Sizes sizes, int count) {
        return new Exhaustive(sizes, count, false).search();
    }

    /** Counts the people and groups of each set of schools: a bit for each school, the largest the lowest. */
    private void countSets() {
        int sets = users.length;
        int[] peopleOfExactly = new int[sets];
        for (int set : sizes.schoolSets(order)) {
            peopleOfExactly[set]++;
        }
        for (int set = 0; set < sets; set++) {
            for (int exactly = 1; exactly < sets; exactly++) {
                users[set] += (exactly & set) != 0 ? peopleOfExactly[exactly] : 0;
            }
            for (int i = 0; i < order.length; i++) {
                groups[set] += (set >> i & 1) * sizes.groups(order[i]);
            }
        }
    }

    private Optional<Servers> search() {
        place(0, 0);
        if (bestWeights == null) {
            return Optional.empty();
        }
        int[] serverOf = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            serverOf[order[i]] = best[i];
        }
        return Optional.of(Servers.of(sizes, most, serverOf));
    }

    private void place(int next, int used) {
        if (next == order.length) {
            judge(used);
            return;
        }
        for (int to = 0; to <= used && to < most; to++) {
            int set = onServer[to] | 1 << next;
            if (sizes.caps().allow(users[set], groups[set])) {
                onServer[to] = set;
                server[next] = to;
                place(next + 1, Math.max(used, to + 1));
                onServer[to] = set & ~(1 << next);
            }
        }
    }

    private void judge(int used) {
        long[] weights = new long[order.length];
        for (int i = 0; i < used; i++) {
            // Negative, so that sorting puts the fullest first.
            weights[i] = -sizes.caps().weight(users[onServer[i]], groups[onServer[i]]);
        }
        Arrays.sort(weights);
        boolean better = bestWeights == null || (fewest && used < most) || Arrays.compare(weights, bestWeights) > 0;
        if (better) {
            bestWeights = weights;
            best = server.clone();
            most = fewest ? used : most;
        }
    }
}
