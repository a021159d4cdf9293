package org.oneroster4j.benchmarks.peer;

import java.util.List;
import org.oneroster4j.benchmarks.job.Contender;
import org.oneroster4j.benchmarks.job.Peers;

/** The peers that the profile {@code bench} brings. */
public final class AllPeers implements Peers {
    /** For {@link java.util.ServiceLoader}. */
    public AllPeers() {}

    @Override
    public List<Contender> contenders() {
        return List.of(
                new Contender("fastcsv-raw", (drop, out) -> FastCsvRaw.run(drop)),
                new Contender("commons-csv-convert", CommonsCsvConvert::run),
                new Contender("jackson-enrollments", (drop, out) -> JacksonRows.enrollments(drop)),
                new Contender("jackson-convert", JacksonConvert::run),
                new Contender("duckdb-ordered", (drop, out) -> DuckDbConvert.run(drop, out, true)),
                new Contender("duckdb-any", (drop, out) -> DuckDbConvert.run(drop, out, false)));
    }
}
