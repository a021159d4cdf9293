package org.oneroster4j.benchmarks.job;

import java.util.List;

/** Brings contenders that the default build does not have; found by {@link java.util.ServiceLoader}. */
public interface Peers {
    /** Returns them, each with a name of its own. */
    List<Contender> contenders();
}
