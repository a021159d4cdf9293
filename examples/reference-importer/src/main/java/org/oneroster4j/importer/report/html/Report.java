package org.oneroster4j.importer.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the page shows, as texts and numbers that the template only puts in place. Texts are plain: the template makes HTML
 * of them. No person is named in it, unless the run was asked to show values.
 *
 * @param verdict how the run ended
 * @param steps what to do first, the most urgent first
 * @param outcome what Impero shows after the run; none or one
 * @param changes what changed since the last publication
 * @param sanity the counters of the drop as a whole; none without a check
 * @param findings all codes found, root causes first
 * @param schools school by school
 * @param groupSizes groups by the number of their members; no bars without a mapping
 * @param files findings by file
 * @param settings what the run was told
 * @param versions what it ran with
 * @param beside what was written beside the page, in a sentence
 */
public record Report(
        Verdict verdict,
        List<Step> steps,
        List<Outcome> outcome,
        ChangesShown changes,
        List<Counter> sanity,
        List<FindingGroup> findings,
        SchoolTable schools,
        List<Bar> groupSizes,
        List<Bar> files,
        List<Fact> settings,
        List<Fact> versions,
        String beside) {

    /** How a run ended, for the eye. */
    public enum Mood {
        /** Nothing to do. */
        GOOD,
        /** Somebody should look. */
        LOOK,
        /** Nothing was, or would be, published. */
        BAD;

        /** Returns the class of the style sheet. */
        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How the run ended.
     *
     * @param title in a few words
     * @param sentences what that means
     * @param counts how many findings there are, in words
     */
    public record Verdict(Mood mood, String title, List<String> sentences, String counts) {}

    /**
     * Something to do.
     *
     * @param code the code of the finding; blank where it is none
     * @param where file, line and column; blank for the drop as a whole
     * @param what what is wrong, in a sentence or two
     * @param fix what to do about it
     * @param hints what else was seen that helps to find the cause
     * @param more how many more there are of the code
     */
    public record Step(String code, String where, String what, String fix, List<String> hints, long more) {
        /** Returns how many more there are, for people. */
        public String moreShown() {
            return Texts.number(more);
        }

        /** Returns this step with something that comes from the same cause. */
        Step and(String other) {
            List<String> all = new ArrayList<>(hints);
            all.add(other);
            return new Step(code, where, what, fix, List.copyOf(all), more);
        }
    }

    /**
     * What Impero shows.
     *
     * @param title whether it does, or would
     * @param caps how much of a server is taken
     * @param facts the numbers
     * @param leftOut rows left out, by code
     */
    public record Outcome(String title, List<Bar> caps, List<Fact> facts, List<Fact> leftOut) {}

    /**
     * What changed since the last publication, or would change.
     *
     * @param title since when, or from what
     * @param sentences in words
     * @param rows one for each kind; none when nothing was compared
     * @param moves what is neither more nor fewer, but somewhere else
     * @param groups groups that are added or have another name, by id
     * @param tables what goes and who gets access, one by one
     */
    public record ChangesShown(
            String title,
            List<String> sentences,
            List<Change> rows,
            List<Fact> moves,
            List<Fact> groups,
            List<ChangeList> tables) {
        /** Nothing was compared, and why. */
        static ChangesShown none(String title, String why) {
            return new ChangesShown(title, List.of(why), List.of(), List.of(), List.of(), List.of());
        }
    }

    /**
     * Changes one by one.
     *
     * @param id of the heading
     * @param columns the headings of the cells
     * @param numbers the headings of the numbers behind them
     * @param rows the first of them
     * @param more how many are not among them
     */
    public record ChangeList(
            String id, String title, List<String> columns, List<String> numbers, List<ChangeRow> rows, int more) {
        /** Returns how many are not shown, for people. */
        public String moreShown() {
            return Texts.number(more);
        }
    }

    /**
     * A single change.
     *
     * @param cells as many as there are columns
     * @param numbers as many as there are headings of numbers
     */
    public record ChangeRow(List<String> cells, List<Integer> numbers) {}

    /**
     * A kind of row.
     *
     * @param more how many were not there before
     * @param fewer how many are not there any more
     */
    public record Change(String what, int more, int fewer) {}

    /**
     * A counter of the drop.
     *
     * @param lacking how many lack it
     * @param of of how many
     */
    public record Counter(String what, int lacking, int of) {}

    /**
     * The findings of a code.
     *
     * @param severity error, warning or notice
     * @param role why it stands where it does: the root cause, what follows from others; blank for all else
     * @param effect what it means for the row or the run
     * @param count how many there are
     * @param what what is wrong, of the first of them
     * @param fix what to do about it
     * @param looksLike an invented example; may be blank
     * @param examples the first of them
     * @param messages whether the examples differ in what they say
     */
    public record FindingGroup(
            String code,
            String severity,
            String role,
            String effect,
            long count,
            String what,
            String fix,
            String looksLike,
            List<Example> examples,
            boolean messages) {
        /** Returns how many are not among the examples. */
        public long more() {
            return count - examples.size();
        }

        /** Returns how many are not among the examples, for people. */
        public String moreShown() {
            return Texts.number(more());
        }

        /** Returns how many there are, for people. */
        public String countShown() {
            return Texts.number(count);
        }
    }

    /**
     * A place in the drop.
     *
     * @param line blank where there is none, as are column and id
     */
    public record Example(String file, String line, String column, String id, String message) {}

    /**
     * School by school.
     *
     * @param columns the headings of the numbers
     * @param rows the schools, those first that need a look
     * @param more how many schools are not among them
     */
    public record SchoolTable(List<String> columns, List<School> rows, int more) {}

    /**
     * A school.
     *
     * @param name blank where it is not known
     * @param note what is wrong with the school as a whole; may be blank
     * @param numbers as many as there are columns
     */
    public record School(String id, String name, String note, List<Integer> numbers) {}

    /**
     * A bar with its parts side by side.
     *
     * @param label what it is of
     * @param value its numbers in words
     * @param parts one behind the other
     */
    public record Bar(String label, String value, List<Part> parts) {}

    /**
     * A part of a bar.
     *
     * @param style the class of the style sheet
     * @param from where it begins, in percent
     * @param width how wide it is, in percent
     */
    public record Part(String style, String from, String width) {}

    /** A name and what it stands for. */
    public record Fact(String name, String value) {}
}
