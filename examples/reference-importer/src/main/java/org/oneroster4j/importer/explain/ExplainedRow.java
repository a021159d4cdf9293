package org.oneroster4j.importer.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.ExplainedEnrollment;
import org.oneroster4j.impero.Explanation;

/**
 * A row of a file and what became of it.
 *
 * @param file the name of the file
 * @param line the line on which the row starts; null where that is not known
 * @param classId the class that an enrollment names; null for other rows
 * @param userId the person that it names; null for other rows
 * @param outcome {@code written}, {@code merged} or {@code left-out}
 * @param rule the rule that decided, {@code R1} to {@code R16}
 * @param ruleTitle what that rule is about
 * @param code the code under which the row is left out; null when it is not
 * @param sentence all of it in a sentence
 * @param because in a sentence, why the class or the person that an enrollment names is not there; null where it is
 * @param fix what to do about it; null where nothing is left out
 */
record ExplainedRow(
        @JsonProperty String file,
        @JsonProperty @Nullable Long line,

        @JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String classId,

        @JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String userId,

        @JsonProperty String outcome,
        @JsonProperty String rule,
        @JsonProperty String ruleTitle,
        @JsonProperty @Nullable String code,
        @JsonProperty String sentence,

        @JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String because,

        @JsonProperty @Nullable String fix) {

    static ExplainedRow of(Explanation row) {
        return of(row, null, null, null);
    }

    static ExplainedRow of(ExplainedEnrollment enrollment, Optional<String> because) {
        return of(
                enrollment.explanation(),
                enrollment.classSourcedId(),
                enrollment.userSourcedId(),
                because.orElse(null));
    }

    private static ExplainedRow of(
            Explanation row, @Nullable String classId, @Nullable String userId, @Nullable String because) {
        return new ExplainedRow(
                row.location().fileName(),
                row.location().lineNumber().isPresent()
                        ? row.location().lineNumber().getAsLong()
                        : null,
                classId,
                userId,
                word(row.outcome()),
                row.rule().name(),
                row.rule().title(),
                row.code().map(code -> code.code()).orElse(null),
                row.sentence(),
                because,
                row.code().map(code -> code.definition().fix()).orElse(null));
    }

    static String word(Explanation.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isLeftOut() {
        return code != null;
    }

    /** Returns where the row stands. */
    String place() {
        return file + (line == null ? "" : ", line " + line);
    }
}
