package org.oneroster4j.impero.plan;

import java.util.Optional;

/** Finds servers for schools that each fit on one. */
final class Packing {
    private Packing() {}

    /** Shares out over the fewest servers found: the fewest there can be when the schools are few. */
    static Servers fewest(Sizes sizes) {
        if (sizes.count() <= Exhaustive.MOST_SCHOOLS) {
            return Exhaustive.fewest(sizes, sizes.count()).orElseThrow();
        }
        Servers found = FirstFit.fill(sizes);
        int low = LowerBound.of(sizes);
        int next = low;
        while (low < found.count()) {
            Optional<Servers> better = Balance.over(sizes, next);
            if (better.isPresent()) {
                found = better.get();
            } else {
                low = next + 1;
            }
            next = (low + found.count()) / 2;
        }
        return Balance.even(found);
    }

    /** Shares out as evenly as is found over so many servers; nothing when no way within the caps is found. */
    static Optional<Servers> over(Sizes sizes, int count) {
        if (sizes.count() <= Exhaustive.MOST_SCHOOLS) {
            return Exhaustive.over(sizes, count).map(servers -> withEmpty(servers, count));
        }
        if (count < LowerBound.of(sizes)) {
            return Optional.empty();
        }
        return Balance.over(sizes, count)
                .or(() -> Optional.of(fewest(sizes)).filter(servers -> servers.count() <= count))
                .map(servers -> withEmpty(servers, count))
                .map(Balance::even);
    }

    private static Servers withEmpty(Servers servers, int count) {
        while (servers.count() < count) {
            servers.open();
        }
        return servers;
    }
}
