package org.oneroster4j.importer.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oneroster4j.impero.Explanation.Outcome;

/** An answer in sentences. */
final class AnswerText {
    private final Answer answer;
    private final boolean isClass;
    private final List<String> lines = new ArrayList<>();

    AnswerText(Answer answer) {
        this.answer = answer;
        this.isClass = answer.subject().equals("class");
    }

    List<String> lines() {
        if (answer.found()) {
            records();
            if (answer.isInImpero()) {
                written();
            }
        } else {
            notFound();
        }
        enrollments();
        rules();
        return List.copyOf(lines);
    }

    private void notFound() {
        String file = isClass ? Question.Kind.CLASS.file() : Question.Kind.USER.file();
        lines.add("No row of " + file + " has the sourcedId " + answer.sourcedId() + ".");
        if (answer.similar() != null) {
            lines.add("There is " + answer.similar() + ": ids that differ by case are different ids.");
        } else if (!isClass) {
            lines.add("Look the id up in users.csv: a name, a username or an email is not one.");
        }
    }

    private void records() {
        for (ExplainedRow row : answer.records()) {
            lines.add(row.place() + ": " + row.sentence());
            if (row.fix() != null) {
                lines.add("  " + row.fix());
            }
        }
        if (answer.lastDay() != null) {
            lines.add("The last day of its terms was " + answer.lastDay() + "; it was looked at as of " + answer.asOf()
                    + ".");
        }
    }

    private void written() {
        if (isClass) {
            String name = answer.name() == null ? "" : " It is called " + answer.name() + ".";
            lines.add("Impero has a group of it, as of " + answer.asOf() + "." + name);
            lines.add(listed("Its members", "It has no members", answer.members()));
            lines.add(listed("Access to it", "Nobody has access to it", texts(answer.access())));
            return;
        }
        if (answer.speaker() != null) {
            lines.add("What follows is what Impero has of the record " + answer.speaker() + ".");
        }
        String value = answer.identityValue() == null
                ? " (--show-values shows it)."
                : " " + answer.identityValue() + ". The name is " + answer.name() + ".";
        lines.add("Impero knows the person by the " + answer.identity() + value);
        if (answer.members().isEmpty() && answer.access().isEmpty()) {
            lines.add("The person is in no group and has access to none.");
        }
        if (!answer.members().isEmpty()) {
            lines.add(listed("Member of the groups", "", answer.members()));
        }
        if (!answer.access().isEmpty()) {
            lines.add(listed("Access to the groups", "", texts(answer.access())));
        }
    }

    private static List<String> texts(List<Answer.Right> rights) {
        return rights.stream().map(Answer.Right::toString).toList();
    }

    private static String listed(String some, String none, List<String> ids) {
        return ids.isEmpty() ? none + "." : some + " (" + ids.size() + "): " + String.join(", ", ids) + ".";
    }

    private void enrollments() {
        List<ExplainedRow> rows = answer.enrollments();
        if (rows.isEmpty()) {
            lines.add("No row of enrollments.csv names " + answer.sourcedId() + ".");
            return;
        }
        lines.add(rows.size() + (rows.size() == 1 ? " row" : " rows") + " of enrollments.csv "
                + (rows.size() == 1 ? "names " : "name ") + answer.sourcedId() + ": "
                + Stream.of(Outcome.values())
                        .map(outcome -> counted(rows, outcome))
                        .filter(count -> !count.isEmpty())
                        .collect(Collectors.joining(", "))
                + ".");
        rows.stream().filter(ExplainedRow::isLeftOut).forEach(this::leftOut);
    }

    private static String counted(List<ExplainedRow> rows, Outcome outcome) {
        String word = ExplainedRow.word(outcome);
        long count = rows.stream().filter(row -> row.outcome().equals(word)).count();
        return count == 0 ? "" : count + " " + word.replace('-', ' ');
    }

    private void leftOut(ExplainedRow row) {
        String other = isClass ? "person " + row.userId() : "class " + row.classId();
        lines.add("  " + row.place() + ", " + other + ": " + row.sentence()
                + (row.because() == null ? "" : " " + row.because()));
    }

    private void rules() {
        TreeMap<Integer, String> rules = new TreeMap<>();
        Stream.concat(answer.records().stream(), answer.enrollments().stream().filter(ExplainedRow::isLeftOut))
                .forEach(row ->
                        rules.put(Integer.parseInt(row.rule().substring(1)), row.rule() + " " + row.ruleTitle()));
        if (!rules.isEmpty()) {
            lines.add("Rules: " + String.join(", ", rules.values()) + ".");
        }
    }
}
