package org.oneroster4j.csv.internal;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generated CSV text. Never half a surrogate pair: no decoder lets one through. */
final class Texts {
    private static final List<String> LINE_ENDS = List.of("\r\n", "\n", "\r");

    /** A well-formed text and the rows that it says, a row without cells being an empty line. */
    record WellFormed(String text, List<List<String>> rows) {}

    private record Cell(String text, boolean quoted) {
        String written() {
            boolean needed = text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
            return quoted || needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
        }
    }

    private record Line(List<Cell> cells, String end) {
        String written() {
            return cells.stream().map(Cell::written).collect(Collectors.joining(","));
        }

        boolean isRecord() {
            return !written().isEmpty();
        }

        List<String> values() {
            return cells.stream()
                    .map(cell -> cell.text().replace("\r\n", "\n").replace('\r', '\n'))
                    .toList();
        }
    }

    private Texts() {}

    static Arbitrary<WellFormed> wellFormed() {
        Arbitrary<String> text = Arbitraries.of(
                        "a",
                        "b",
                        "\"",
                        "\"\"",
                        ",",
                        "\n",
                        "\r",
                        "\r\n",
                        "\0",
                        "\u0001",
                        "#",
                        " ",
                        "\t",
                        "\u00A0",
                        "\u2028",
                        "\uFEFF",
                        "\u00E9",
                        "\uD83D\uDC00",
                        "\uD83D\uDE00")
                .list()
                .ofMaxSize(5)
                .map(pieces -> String.join("", pieces));
        Arbitrary<Cell> cell =
                Combinators.combine(text, Arbitraries.of(false, true)).as(Cell::new);
        Arbitrary<Line> line = Combinators.combine(cell.list().ofMaxSize(4), Arbitraries.of(LINE_ENDS))
                .as(Line::new);
        return Combinators.combine(line.list().ofMaxSize(6), Arbitraries.of(true, false))
                .as(Texts::written);
    }

    private static WellFormed written(List<Line> lines, boolean finalEnd) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            boolean last = i == lines.size() - 1;
            text.append(lines.get(i).written())
                    .append(last && !finalEnd ? "" : lines.get(i).end());
        }
        return new WellFormed(
                text.toString(),
                lines.stream().filter(Line::isRecord).map(Line::values).toList());
    }

    /** Text of what CSV is made of, in no order at all. */
    static Arbitrary<String> malformed() {
        return Arbitraries.of(
                        "a",
                        "b",
                        "\"",
                        "\"",
                        "\"",
                        "\"\"",
                        ",",
                        ",",
                        "\n",
                        "\n",
                        "\r",
                        "\r\n",
                        "\0",
                        "\u0001",
                        "#",
                        " ",
                        "\t",
                        "\u00A0",
                        "\uD83D\uDC00",
                        "\uFEFF")
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }

    /** The physical lines of a text. */
    static List<String> lines(String text) {
        return List.of(text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
    }
}
