package org.oneroster4j.impero.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.oneroster4j.model.CellText;

/** What keeps a profile from being written. For one profile. */
final class LayoutChecks {
    private final List<LayoutProblem> problems = new ArrayList<>();

    List<LayoutProblem> of(LayoutProfile profile) {
        if (profile.files().isEmpty()) {
            tell("files", "has no file");
        }
        Map<String, Integer> names = new HashMap<>();
        for (int i = 0; i < profile.files().size(); i++) {
            LayoutFile file = profile.files().get(i);
            String place = "files[" + i + "]";
            FileName.problem(file.name()).ifPresent(problem -> tell(place + ".name", problem));
            // Windows, where Impero reads them, does not tell names by case.
            Integer first = names.putIfAbsent(CellText.key(file.name()), i);
            if (first != null && !file.name().isBlank()) {
                tell(place + ".name", "'" + file.name() + "' is the name of files[" + first + "] too");
            }
            format(place + ".format", file.format());
            columns(place + ".columns", file);
            filter(place + ".filter", file);
            sort(place + ".sort", file);
        }
        return List.copyOf(problems);
    }

    private void tell(String place, String message) {
        problems.add(new LayoutProblem(place, message));
    }

    private void format(String place, LayoutFormat format) {
        char delimiter = format.delimiter();
        if (delimiter == '"' || delimiter == '\r' || delimiter == '\n' || Character.isSurrogate(delimiter)) {
            tell(place + ".delimiter", "is a quote, a line break or half a character");
            return;
        }
        if (!format.charset().canEncode()) {
            tell(place + ".charset", format.charset().name() + " can be read but not written");
            return;
        }
        fixedText(place + ".delimiter", String.valueOf(delimiter), format, false);
        fixedText(place + ".trueWord", format.trueWord(), format, true);
        fixedText(place + ".falseWord", format.falseWord(), format, true);
        if (format.trueWord().equals(format.falseWord())) {
            tell(place + ".falseWord", "is the word for true too");
        }
        if (format.byteOrderMark()) {
            if (!format.charset().newEncoder().canEncode('\uFEFF')) {
                tell(place + ".byteOrderMark", format.charset().name() + " has no byte order mark");
            } else if (writesItsOwnMark(format)) {
                tell(place + ".byteOrderMark", format.charset().name() + " writes one by itself");
            }
        }
    }

    private static boolean writesItsOwnMark(LayoutFormat format) {
        return "aa".getBytes(format.charset()).length != 2 * "a".getBytes(format.charset()).length;
    }

    private void columns(String place, LayoutFile file) {
        if (file.columns().isEmpty()) {
            tell(place, "has no column");
        }
        for (int i = 0; i < file.columns().size(); i++) {
            LayoutColumn column = file.columns().get(i);
            String here = place + "[" + i + "]";
            if (file.format().header()) {
                if (column.header().isBlank()) {
                    tell(here + ".header", "has no header, and the file has a header row");
                }
                fixedText(here + ".header", column.header(), file.format(), true);
            }
            content(here, column.content(), file);
        }
    }

    private void content(String here, LayoutContent content, LayoutFile file) {
        if (content instanceof LayoutContent.OfField ofField) {
            belong(here + ".field", List.of(ofField.field()), file.rows());
        } else if (content instanceof LayoutContent.OfTemplate ofTemplate) {
            belong(here + ".template", ofTemplate.template().fields(), file.rows());
        } else if (content instanceof LayoutContent.Constant constant) {
            fixedText(here + ".constant", constant.text(), file.format(), true);
        }
    }

    private void belong(String place, Collection<LayoutField> fields, RowKind rows) {
        for (LayoutField field : fields) {
            if (!field.isOf(rows)) {
                tell(
                        place,
                        "rows of " + rows.word() + " have no field " + field.word() + "; they have "
                                + LayoutField.words(
                                        Stream.of(LayoutField.values()).filter(other -> other.isOf(rows))));
            }
        }
    }

    /** Text that is the same in every row can be judged before there is a row. */
    private void fixedText(String place, String text, LayoutFormat format, boolean isCell) {
        if (format.charset().canEncode() && !format.charset().newEncoder().canEncode(text)) {
            tell(place, "the charset " + format.charset().name() + " lacks a character of it");
        }
        if (isCell && format.quoting() == Quoting.NEVER && Rfc4180Writer.needsQuotes(text, format.delimiter())) {
            tell(place, "holds the delimiter, a quote or a line break, and quoting is never");
        }
    }

    private void filter(String place, LayoutFile file) {
        Set<LayoutField> seen = new HashSet<>();
        for (LayoutFilter filter : file.filter()) {
            LayoutField field = filter.field();
            String here = place + "." + field.word();
            belong(here, List.of(field), file.rows());
            if (!seen.add(field)) {
                tell(here, "is there twice");
            }
            if (filter.words().isEmpty()) {
                tell(here, "has no word, so no row would be written");
            }
            for (String word : filter.words()) {
                if (!field.possibleWords().isEmpty() && !field.possibleWords().contains(word)) {
                    tell(here, "'" + word + "' is none of " + String.join(", ", field.possibleWords()));
                }
            }
        }
    }

    private void sort(String place, LayoutFile file) {
        Set<LayoutField> seen = new HashSet<>();
        for (int i = 0; i < file.sort().size(); i++) {
            LayoutField field = file.sort().get(i);
            belong(place + "[" + i + "]", List.of(field), file.rows());
            if (!seen.add(field)) {
                tell(place + "[" + i + "]", field.word() + " is there twice");
            }
        }
    }
}
