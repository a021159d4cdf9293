package org.oneroster4j.csv.check;

import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.model.LineItem;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Result;
import org.oneroster4j.model.compact.IntColumn;
import org.oneroster4j.model.compact.LongColumn;
import org.oneroster4j.model.finding.Location;

/** Scores outside the range of their line item (specification, 4.12: they should be in it). */
final class ScoreRange {
    private final CheckRun run;
    private final FileIds lineItems;
    /** The smallest and the largest score of each line item, as the bits of doubles. */
    private final LongColumn smallest = new LongColumn();

    private final LongColumn largest = new LongColumn();
    /** Which of them were read: an id can also be that of a row without a record. */
    private final IntColumn known = new IntColumn();

    private ScoreRange(CheckRun run) {
        this.run = run;
        this.lineItems = run.ids(OneRosterFile.LINE_ITEMS);
    }

    static void in(CheckRun run) {
        ScoreRange check = new ScoreRange(run);
        run.on(LineItem.class, (lineItem, number, at) -> check.take(lineItem, number));
        run.on(Result.class, (result, number, at) -> check.take(result, at));
    }

    private void take(LineItem lineItem, int number) {
        known.set(number, 1);
        smallest.set(
                number, bits(lineItem.resultValueMin().map(Number::doubleValue).orElse(Double.NEGATIVE_INFINITY)));
        largest.set(
                number, bits(lineItem.resultValueMax().map(Number::doubleValue).orElse(Double.POSITIVE_INFINITY)));
    }

    private static long bits(double value) {
        return Double.doubleToLongBits(value);
    }

    private void take(Result result, Location.Row at) {
        int number = lineItems.find(result.lineItemSourcedId());
        if (number < 0 || known.get(number) == 0 || result.score().isEmpty()) {
            return;
        }
        double score = result.score().get().doubleValue();
        if (score < Double.longBitsToDouble(smallest.get(number))
                || score > Double.longBitsToDouble(largest.get(number))) {
            run.tell(CsvFindingCode.SCORE_OUT_OF_RANGE, at.cell("score"), result.sourcedId());
        }
    }
}
