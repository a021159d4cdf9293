package org.oneroster4j.impero.plan;

/**
 * Fills servers one after the other, each with the largest school that is left and then with whatever uses what is left of
 * it best: schools whose people are there already, and schools that need most of what there is most of.
 */
final class FirstFit {
    private FirstFit() {}

    /** Shares out over as many servers as it takes this way; every school has to fit on a server of its own. */
    static Servers fill(Sizes sizes) {
        Servers servers = new Servers(sizes, 0);
        int[] bySize = sizes.bySize();
        for (int first : bySize) {
            if (servers.serverOf(first) == Servers.NOWHERE) {
                int server = servers.open();
                int next = first;
                while (next != Servers.NOWHERE) {
                    servers.put(next, server);
                    next = best(servers, server, bySize);
                }
            }
        }
        return servers;
    }

    private static int best(Servers servers, int server, int[] bySize) {
        Sizes sizes = servers.sizes();
        Caps caps = sizes.caps();
        double freeUsers = (double) (caps.users() - servers.users(server)) / caps.users();
        double freeGroups = (double) (caps.groups() - servers.groups(server)) / caps.groups();
        int best = Servers.NOWHERE;
        double most = -1;
        for (int school : bySize) {
            if (servers.serverOf(school) == Servers.NOWHERE && servers.fits(school, server)) {
                // What it has counts, not what it adds: people who are there already are won.
                double use = freeUsers * sizes.users(school) / caps.users()
                        + freeGroups * sizes.groups(school) / caps.groups();
                if (use > most) {
                    most = use;
                    best = school;
                }
            }
        }
        return best;
    }
}
