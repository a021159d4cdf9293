package org.oneroster4j.model.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingSummaryTest {
    private static Finding ragged(int line) {
        return Finding.of(
                RowFindingCode.RAGGED_ROW, new Location.Row("users.csv", line), "u" + line, "The row has 20 cells.");
    }

    @Test
    void countsAllAndKeepsTheFirst() {
        FindingSummary summary = new FindingSummary(2);
        for (int line = 2; line < 12; line++) {
            summary.found(ragged(line));
        }

        assertThat(summary.count(RowFindingCode.RAGGED_ROW)).isEqualTo(10);
        assertThat(summary.count(Severity.ERROR)).isEqualTo(10);
        assertThat(summary.kept(RowFindingCode.RAGGED_ROW)).containsExactly(ragged(2), ragged(3));
    }

    @Test
    void longTextsAreShortenedAsFindingsAreKept() {
        String pairs = "x" + "\uD83D\uDE00".repeat(40_000);
        Finding finding = Finding.of(RowFindingCode.RAGGED_ROW, new Location.Row("users.csv", 2), pairs, pairs)
                .showing(pairs);

        assertThat(finding.sourcedId()).isEqualTo(pairs.substring(0, 255) + "\u2026");
        assertThat(finding.details()).containsExactly(pairs.substring(0, 1_999) + "\u2026");
        assertThat(finding.found()).isEqualTo(pairs.substring(0, 1_999) + "\u2026");
        assertThat(finding.as(Severity.NOTICE)).isEqualTo(finding.as(Severity.NOTICE));
        String longestId = "i".repeat(255);
        assertThat(Finding.of(RowFindingCode.RAGGED_ROW, new Location.Drop(), longestId)
                        .sourcedId())
                .isEqualTo(longestId);
    }

    @Test
    void messageHasTheDetailsInPlace() {
        assertThat(ragged(2).message()).startsWith("The row has 20 cells. Such a row is left out.");
    }

    @Test
    void severityOfAFindingMayDifferFromThatOfItsCode() {
        FindingSummary summary = new FindingSummary();
        summary.found(ragged(2).as(Severity.NOTICE));

        assertThat(summary.count(Severity.NOTICE)).isEqualTo(1);
        assertThat(summary.count(Severity.ERROR)).isZero();
        assertThat(summary.severity(RowFindingCode.RAGGED_ROW)).isEqualTo(Severity.NOTICE);
    }

    @Test
    void noticesDoNotCrowdOutErrorsOfTheirCode() {
        FindingSummary summary = new FindingSummary(2);
        for (int line = 2; line < 12; line++) {
            summary.found(ragged(line).as(Severity.NOTICE));
        }
        summary.found(ragged(12));

        assertThat(summary.severity(RowFindingCode.RAGGED_ROW)).isEqualTo(Severity.ERROR);
        assertThat(summary.kept(RowFindingCode.RAGGED_ROW))
                .containsExactly(
                        ragged(12), ragged(2).as(Severity.NOTICE), ragged(3).as(Severity.NOTICE));
        assertThat(summary.kept(RowFindingCode.RAGGED_ROW, Severity.ERROR)).containsExactly(ragged(12));
        assertThat(summary.count(RowFindingCode.RAGGED_ROW, Severity.NOTICE)).isEqualTo(10);
        assertThat(summary.count(RowFindingCode.RAGGED_ROW)).isEqualTo(11);
    }
}
