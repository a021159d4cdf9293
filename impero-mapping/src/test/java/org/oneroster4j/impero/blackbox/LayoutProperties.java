package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.oneroster4j.impero.layout.LayoutColumn;
import org.oneroster4j.impero.layout.LayoutFile;
import org.oneroster4j.impero.layout.LayoutFormat;
import org.oneroster4j.impero.layout.LayoutProfile;
import org.oneroster4j.impero.layout.LineEnd;
import org.oneroster4j.impero.layout.Quoting;
import org.oneroster4j.impero.layout.RowKind;

/** Whatever the format and the text: what is written can be read again, or the profile is refused with the reason. */
class LayoutProperties {
    @Property
    void whatIsWrittenCanBeReadAgain(
            @ForAll("formats") LayoutFormat format, @ForAll @Size(min = 1, max = 4) List<@From("texts") String> texts)
            throws IOException {
        List<LayoutColumn> columns = IntStream.range(0, texts.size())
                .mapToObj(i -> LayoutColumn.ofConstant("h" + i, texts.get(i)))
                .toList();
        LayoutFile file = LayoutFile.of("x.csv", RowKind.GROUPS, columns).withFormat(format);
        boolean lacking =
                texts.stream().anyMatch(text -> !format.charset().newEncoder().canEncode(text));
        boolean quotes = format.quoting() == Quoting.NEVER
                && texts.stream().anyMatch(text -> text.matches("(?s).*[\"\r\n" + format.delimiter() + "].*"));

        assertThat(new LayoutProfile("tried", List.of(file)).problems().isEmpty())
                .isEqualTo(!lacking && !quotes);
        if (lacking || quotes) {
            return;
        }
        String text = SmallSchool.text(file);
        String body = format.byteOrderMark() ? text.substring(1) : text;
        List<List<String>> rows = rows(body, format);
        if (format.header()) {
            assertThat(rows.remove(0))
                    .isEqualTo(columns.stream().map(LayoutColumn::header).toList());
        }
        assertThat(rows).isEqualTo(List.of(texts, texts));
    }

    /** A second reading of RFC 4180, with a delimiter and a line end of choice. */
    private static List<List<String>> rows(String text, LayoutFormat format) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            StringBuilder cell = new StringBuilder();
            if (text.charAt(at) == '"' && format.quoting() != Quoting.NEVER) {
                at++;
                while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
                    cell.append(text.charAt(at));
                    at += text.charAt(at) == '"' ? 2 : 1;
                }
                at++;
            } else {
                while (text.charAt(at) != format.delimiter()
                        && !text.startsWith(format.lineEnd().text(), at)) {
                    cell.append(text.charAt(at++));
                }
            }
            row.add(cell.toString());
            if (text.startsWith(format.lineEnd().text(), at)) {
                rows.add(row);
                row = new ArrayList<>();
                at += format.lineEnd().text().length();
            } else {
                at++;
                if (text.startsWith(format.lineEnd().text(), at)) {
                    row.add("");
                    rows.add(row);
                    row = new ArrayList<>();
                    at += format.lineEnd().text().length();
                }
            }
        }
        assertThat(row).as("a row without its line end").isEmpty();
        return rows;
    }

    @Provide
    Arbitrary<LayoutFormat> formats() {
        Arbitrary<Charset> charsets = Arbitraries.of("UTF-8", "UTF-16LE", "ISO-8859-1", "windows-1252", "US-ASCII")
                .map(Charset::forName);
        return Combinators.combine(
                        charsets,
                        Arbitraries.of(true, false),
                        Arbitraries.of(',', ';', '\t', '|'),
                        Arbitraries.of(Quoting.class),
                        Arbitraries.of(LineEnd.class),
                        Arbitraries.of(true, false))
                .as((charset, mark, delimiter, quoting, lineEnd, header) -> new LayoutFormat(
                        charset,
                        mark && charset.name().startsWith("UTF"),
                        delimiter,
                        quoting,
                        lineEnd,
                        header,
                        "true",
                        "false"));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of("a", "B", "7", " ", "=", "'")),
                Tuple.of(2, Arbitraries.of("\"", ",", ";", "\t", "|", "\r", "\n", "\r\n")),
                Tuple.of(1, Arbitraries.of("\u00E9", "\u20AC", "\u0141", "\uD83D\uDE00")));
        return pieces.list().ofMaxSize(6).map(list -> String.join("", list));
    }
}
