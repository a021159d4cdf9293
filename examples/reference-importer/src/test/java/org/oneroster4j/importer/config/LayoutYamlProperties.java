package org.oneroster4j.importer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import org.oneroster4j.impero.layout.LayoutColumn;
import org.oneroster4j.impero.layout.LayoutContent;
import org.oneroster4j.impero.layout.LayoutField;
import org.oneroster4j.impero.layout.LayoutFile;
import org.oneroster4j.impero.layout.LayoutFilter;
import org.oneroster4j.impero.layout.LayoutFormat;
import org.oneroster4j.impero.layout.LayoutProfile;
import org.oneroster4j.impero.layout.LineEnd;
import org.oneroster4j.impero.layout.Quoting;
import org.oneroster4j.impero.layout.RowKind;

/** A profile that is written down as YAML and read is the same profile; one that is written down wrongly is told where. */
class LayoutYamlProperties {
    @Property
    void profileThatIsWrittenDownAndReadIsEqual(@ForAll("profiles") LayoutProfile profile)
            throws IOException, ConfigException {
        Path file = Files.createTempFile("layout", ".yaml");
        try {
            Files.writeString(file, yaml(profile));

            assertThat(LayoutYaml.read(file)).isEqualTo(profile);
        } finally {
            Files.delete(file);
        }
    }

    /** A layout line by line, and what makes a mistake of a line; the same where there is none. */
    private static final List<List<String>> LINES = List.of(
            List.of("charset: UTF-8", "charset: latin99"),
            List.of("delimiter: ';'", "delimiter: ab"),
            List.of("lineEnd: lf", "lineEnd: line"),
            List.of("files:", "files:"),
            List.of("- name: a.csv", "- name: a/b.csv"),
            List.of("  rows: access", "  rows: access"),
            List.of("  quoting: always", "  quoting: sometimes"),
            List.of("  header: true", "  header: maybe"),
            List.of("  trueWord: Y", "  colour: Y"),
            List.of("  filter:", "  filter:"),
            List.of("    role: teacher", "    role: pupil"),
            List.of("    primary: true", "    primry: true"),
            List.of("  sort:", "  sort:"),
            List.of("  - groupId", "  - groupIdd"),
            List.of("  - userId", "  - useridd"),
            List.of("  - kind", "  - kid"),
            List.of("  columns:", "  columns:"),
            List.of("  - groupName", "  - groupNam"),
            List.of("  - field: identity", "  - field: identit"),
            List.of("  - header: x", "  - header: x"),
            List.of("    template: '{role}'", "    template: '{role'"),
            List.of("  - {header: y, constant: z}", "  - {header: y}"),
            List.of("- name: b.csv", "- name: nul"),
            List.of("  rows: users", "  rows: users"),
            List.of("  columns: [userId]", "  columns: [userId, role]"),
            List.of("  sort: email", "  sort: groupName"));

    @Property
    void everyMistakeIsToldOnceWithItsLineWhateverElseIsWrong(@ForAll("mistakes") Set<Integer> mistakes)
            throws IOException {
        Path file = Files.createTempFile("layout", ".yaml");
        try {
            Files.write(
                    file,
                    IntStream.range(0, LINES.size())
                            .mapToObj(i -> LINES.get(i).get(mistakes.contains(i) ? 1 : 0))
                            .toList());

            assertThat(linesToldOf(file))
                    .containsExactlyElementsOf(
                            mistakes.stream().sorted().map(i -> i + 1).toList());
        } finally {
            Files.delete(file);
        }
    }

    private static List<Integer> linesToldOf(Path file) throws IOException {
        try {
            LayoutYaml.read(file);
            return List.of();
        } catch (ConfigException e) {
            return String.valueOf(e.getMessage())
                    .lines()
                    .map(line -> line.replaceFirst("^.*, line (\\d+): .*$", "$1"))
                    .map(Integer::valueOf)
                    .toList();
        }
    }

    @Provide
    Arbitrary<Set<Integer>> mistakes() {
        List<Integer> possible = IntStream.range(0, LINES.size())
                .filter(i -> !LINES.get(i).get(0).equals(LINES.get(i).get(1)))
                .boxed()
                .toList();
        return Arbitraries.of(possible).set().ofMaxSize(possible.size());
    }

    private static String yaml(LayoutProfile profile) {
        StringBuilder yaml = new StringBuilder("name: " + quoted(profile.name()) + "\nfiles:\n");
        for (LayoutFile file : profile.files()) {
            LayoutFormat format = file.format();
            yaml.append("- name: ").append(quoted(file.name())).append('\n');
            yaml.append("  rows: ").append(file.rows().word()).append('\n');
            yaml.append("  charset: ").append(format.charset().name()).append('\n');
            yaml.append("  byteOrderMark: ").append(format.byteOrderMark()).append('\n');
            yaml.append("  delimiter: ")
                    .append(quoted(String.valueOf(format.delimiter())))
                    .append('\n');
            yaml.append("  quoting: ")
                    .append(format.quoting().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .append('\n');
            yaml.append("  lineEnd: ")
                    .append(format.lineEnd().name().toLowerCase(Locale.ROOT))
                    .append('\n');
            yaml.append("  header: ").append(format.header()).append('\n');
            yaml.append("  trueWord: ").append(quoted(format.trueWord())).append('\n');
            yaml.append("  falseWord: ").append(quoted(format.falseWord())).append('\n');
            yaml.append("  columns:\n");
            file.columns()
                    .forEach(column -> yaml.append("  - {header: ")
                            .append(quoted(column.header()))
                            .append(", ")
                            .append(yaml(column.content()))
                            .append("}\n"));
            yaml.append("  filter: {")
                    .append(file.filter().stream()
                            .map(filter -> filter.field().word() + ": " + list(filter.words()))
                            .collect(Collectors.joining(", ")))
                    .append("}\n");
            yaml.append("  sort: ")
                    .append(list(file.sort().stream().map(LayoutField::word).toList()))
                    .append('\n');
        }
        return yaml.toString();
    }

    private static String yaml(LayoutContent content) {
        if (content instanceof LayoutContent.OfField ofField) {
            return "field: " + ofField.field().word();
        }
        return content instanceof LayoutContent.OfTemplate ofTemplate
                ? "template: " + quoted(ofTemplate.template().toString())
                : "constant: " + quoted(((LayoutContent.Constant) content).text());
    }

    private static String list(List<String> words) {
        return words.stream().map(LayoutYamlProperties::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** In double quotes YAML takes the escapes of JSON. */
    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> c < ' ' || c > '~' || c == '"' || c == '\\'
                        ? String.format(Locale.ROOT, "\\u%04x", c)
                        : String.valueOf((char) c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    @Provide
    Arbitrary<LayoutProfile> profiles() {
        Arbitrary<List<LayoutFile>> files = Arbitraries.of(RowKind.class)
                .flatMap(LayoutYamlProperties::files)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(LayoutYamlProperties::namedApart);
        return Combinators.combine(texts().ofMinLength(1), files).as(LayoutProfile::new);
    }

    private static List<LayoutFile> namedApart(List<LayoutFile> files) {
        List<LayoutFile> apart = new ArrayList<>();
        for (LayoutFile file : files) {
            apart.add(file.withName(apart.size() + file.name()));
        }
        return apart;
    }

    private static Arbitrary<LayoutFile> files(RowKind rows) {
        List<LayoutField> known = Arrays.stream(LayoutField.values())
                .filter(field -> field.isOf(rows))
                .toList();
        Arbitrary<LayoutField> fields = Arbitraries.of(known);
        Arbitrary<LayoutContent> contents = Arbitraries.oneOf(
                fields.map(LayoutContent.OfField::new),
                fields.list().ofMinSize(1).ofMaxSize(3).map(LayoutYamlProperties::template),
                texts().map(LayoutContent.Constant::new));
        return Combinators.combine(
                        Arbitraries.of(".csv", " \u00E9l\u00E8ves.txt", "-x"),
                        Combinators.combine(texts().map(text -> "h" + text), contents)
                                .as(LayoutColumn::new)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(4),
                        fields.flatMap(LayoutYamlProperties::filters)
                                .list()
                                .uniqueElements(LayoutFilter::field)
                                .ofMaxSize(2),
                        fields.list().uniqueElements().ofMaxSize(3),
                        formats())
                .as((name, columns, filter, sort, format) -> new LayoutFile(name, rows, columns, filter, sort, format));
    }

    private static LayoutContent template(List<LayoutField> fields) {
        String choice = fields.stream().map(LayoutField::word).collect(Collectors.joining("|", "{", "}"));
        return LayoutColumn.ofTemplate("", "x: " + choice + "[ (" + choice + ") ]")
                .content();
    }

    private static Arbitrary<LayoutFilter> filters(LayoutField field) {
        Arbitrary<String> words = field.possibleWords().isEmpty() ? texts() : Arbitraries.of(field.possibleWords());
        return words.list().ofMinSize(1).ofMaxSize(3).map(some -> new LayoutFilter(field, some));
    }

    /** Without quotes and delimiters, which quoting never refuses. */
    private static StringArbitrary texts() {
        return Arbitraries.strings()
                .withChars("abZ07 #:'{}[]&*!%@\\-?~\u00E9\u0141")
                .ofMaxLength(5);
    }

    private static Arbitrary<LayoutFormat> formats() {
        return Combinators.combine(
                        Arbitraries.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030")
                                .map(Charset::forName),
                        Arbitraries.of(true, false),
                        Arbitraries.of(',', ';', '\t', '|'),
                        Arbitraries.of(Quoting.class),
                        Arbitraries.of(LineEnd.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of("true", "Y", "1", "yes", ""),
                        Arbitraries.of("false", "N", "0", "no"))
                .as(LayoutFormat::new);
    }
}
