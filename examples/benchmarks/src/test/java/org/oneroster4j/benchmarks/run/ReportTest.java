package org.oneroster4j.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.oneroster4j.benchmarks.drop.DropSize;

class ReportTest {
    private static final DropSize SIZE = DropSize.STATE;

    private final Measured measured = new Measured();
    private final Report report = new Report(measured);

    @Test
    void timeIsTheMedianOfTheRatiosOfTheRounds() {
        took("convert", 3, 40, 6);
        took("raw", 2, 20, 3);

        assertThat(line("convert")).contains("| 1.70 | 1.20 | 2.00 |").endsWith("| **missed** |");
    }

    @Test
    void speedIsTheOtherWayRound() {
        took("typed-enrollments", 10);
        took("raw-enrollments", 9);

        assertThat(line("typed")).contains("| 0.80 | 0.95 | 0.90 |").endsWith("| must |");
    }

    @Test
    void whatIsFasterThanAskedReachesTheAim() {
        took("typed-enrollments", 10);
        took("jackson-enrollments", 20);

        assertThat(line("typed-jackson")).endsWith("| aim |");
    }

    @Test
    void heapIsInMegabytes() {
        measured.addHeap(Trial.of("convert", SIZE), 104);

        assertThat(line("heap")).contains("| 128 MB | 96 MB | 104 MB |").endsWith("| must |");
        assertThat(line("heap-any")).contains("not measured");
    }

    @Test
    void growthOfAHeapIsAMultiple() {
        measured.addHeap(Trial.of("convert", SIZE), 104);
        assertThat(line("growth-heap")).contains("not measured");

        measured.addHeap(Trial.of("convert", DropSize.MEDIUM), 26);
        assertThat(line("growth-heap")).contains("| 6.50 | 6.00 | 4.00 |");
    }

    @Test
    void whatIsOnlyReportedIsNeverMissed() {
        took("convert", 10);
        took("duckdb-any", 1);

        assertThat(line("duckdb-any")).contains("| report it | 1.00 | 10.00 |").endsWith("| reported |");
    }

    @Test
    void everyContenderHasItsCosts() {
        took("raw", 2, 4, 2);
        took("convert", 4, 8, 4);

        assertThat(report.costs(
                        List.of(Trial.of("raw", SIZE), Trial.of("convert", SIZE)), Trial.of("raw", SIZE), 8_000_000))
                .contains("| raw | 2.00 | 1.00 | 1.00 | 4 | 100 | 50 |")
                .contains("| convert | 4.00 | 2.00 | 2.00 | 2 | 100 | 50 |");
    }

    private void took(String contender, double... seconds) {
        for (double one : seconds) {
            measured.add(Trial.of(contender, SIZE), new Cost(0, one, one / 2, 100, 50));
        }
    }

    private String line(String key) {
        List<Goal> goal =
                Goal.all(SIZE).stream().filter(one -> one.key().equals(key)).toList();
        assertThat(goal).hasSize(1);
        return report.goals(goal).lines().skip(2).findFirst().orElseThrow();
    }
}
