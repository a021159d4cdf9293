package org.oneroster4j.importer.config;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.oneroster4j.csv.RowPolicy.BlankEnabledUser;
import org.oneroster4j.csv.RowPolicy.DateOrder;
import org.oneroster4j.csv.RowPolicy.LastRow;
import org.oneroster4j.csv.RowPolicy.ShortRows;
import org.oneroster4j.impero.AccessRole;
import org.oneroster4j.impero.ConsoleStaff;
import org.oneroster4j.impero.EmptyGroups;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.NameTemplate;
import org.oneroster4j.impero.Termless;

/** How the keys of a file become {@link RunOptions}, and what is said of those that do not. */
final class OptionsBinding {
    private OptionsBinding() {}

    /** Returns what reads options, which may be used by several threads. */
    static ObjectReader reader() {
        SimpleModule words = new SimpleModule();
        words.addDeserializer(Path.class, new WordDeserializer<>(Path.class, OptionsBinding::path));
        words.addDeserializer(Identity.class, new WordDeserializer<>(Identity.class, Words::identity));
        words.addDeserializer(LocalDate.class, new WordDeserializer<>(LocalDate.class, Words::day));
        constants(words, EmptyGroups.class, ConsoleStaff.class, AccessRole.class);
        constants(words, ShortRows.class, LastRow.class, DateOrder.class, BlankEnabledUser.class, Termless.class);
        words.addDeserializer(ZoneId.class, new WordDeserializer<>(ZoneId.class, Words::zone));
        words.addDeserializer(String.class, new WordDeserializer<>(String.class, word -> word));
        words.addDeserializer(NameTemplate.class, new WordDeserializer<>(NameTemplate.class, NameTemplate::of));
        return YAMLMapper.builder(YamlFile.factory())
                .addModule(words)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfigDefaults(
                        config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readerFor(RunOptions.class);
    }

    @SafeVarargs
    private static void constants(SimpleModule words, Class<? extends Enum<?>>... types) {
        for (Class<? extends Enum<?>> type : types) {
            constant(words, type);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Each class is that of its own constants.
    private static void constant(SimpleModule words, Class type) {
        words.addDeserializer(type, new WordDeserializer<>(type, word -> Words.constant(type, word)));
    }

    /** Returns the path of a word. */
    static Path path(String word) {
        if (word.isBlank()) {
            throw new IllegalArgumentException("is blank");
        }
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("is not a path", e);
        }
    }

    /** Returns the path to the part of the file that is wrong, below what was read. */
    static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step ->
                        "/" + (step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()))
                .collect(Collectors.joining());
    }

    /** Returns the key that is wrong. */
    static String key(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
    }

    /** Returns what is wrong, to be put behind the key. */
    static String problem(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return " is not a known key. Known are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        return e.getCause() instanceof IllegalArgumentException cause
                ? " " + cause.getMessage() + "."
                : " has a value of the wrong kind.";
    }

    /** Reads a value through the function that the command line uses too, and keeps its message. */
    private static final class WordDeserializer<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> words;

        WordDeserializer(Class<T> type, Function<String, T> words) {
            super(type);
            this.words = words;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isScalarValue()) {
                // A list or keys would have a text too: its first sign.
                throw MismatchedInputException.from(parser, handledType(), "no scalar");
            }
            String word = parser.getText();
            try {
                return words.apply(word);
            } catch (IllegalArgumentException e) {
                throw new JsonMappingException(parser, "wrong word", e);
            }
        }
    }
}
