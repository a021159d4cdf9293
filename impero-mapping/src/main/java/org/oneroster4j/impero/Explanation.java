package org.oneroster4j.impero;

import java.util.Locale;
import java.util.Optional;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.Location;

/**
 * What became of a class, a person or an enrollment, and by which rule. Holds ids and nothing else that describes a person.
 *
 * @param subject what it is about
 * @param location where it stands: the row, or the file where only rows that make no record have the id
 * @param sourcedId its id; empty where it has none, and in a row that was rejected, in which the columns may have shifted
 * @param outcome what became of it
 * @param rule the rule that decided
 * @param code the code under which it is left out; absent when it is not
 * @param speaker the id of the record that speaks for the person; absent unless that is why it was merged
 * @param reason the reason, or what it was written as, as the second half of a sentence
 */
public record Explanation(
        Subject subject,
        Location location,
        String sourcedId,
        Outcome outcome,
        Rule rule,
        Optional<FindingCode> code,
        Optional<String> speaker,
        String reason) {

    /** What can be explained. */
    public enum Subject {
        /** A row of {@code classes.csv}. */
        CLASS,
        /** A row of {@code users.csv}. */
        USER,
        /** A row of {@code enrollments.csv}. */
        ENROLLMENT
    }

    /** What became of it. */
    public enum Outcome {
        /** It is in what Impero imports. */
        WRITTEN,
        /** It is there as a part of another row: both make one person, one membership or one access. */
        MERGED,
        /** It is not there. */
        LEFT_OUT
    }

    /** Returns the whole in a sentence, for example {@code The class c1 is left out: none of its terms covers the day (R6).} */
    public String sentence() {
        StringBuilder sentence = new StringBuilder("The ").append(subject.name().toLowerCase(Locale.ROOT));
        if (!sourcedId.isEmpty()) {
            sentence.append(' ').append(sourcedId);
        } else if (location.lineNumber().isPresent()) {
            sentence.append(" in line ").append(location.lineNumber().getAsLong());
        }
        sentence.append(
                switch (outcome) {
                    case WRITTEN -> " is written";
                    case MERGED -> " is merged";
                    case LEFT_OUT -> " is left out";
                });
        sentence.append(": ").append(reason).append(" (").append(rule);
        code.ifPresent(left -> sentence.append(", ").append(left.code()));
        return sentence.append(").").toString();
    }
}
