package org.oneroster4j.impero;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.NameTemplate.Field;
import org.oneroster4j.model.CellText;

/** R13: the names of the written groups, made different from one another and from those that Impero has already. */
final class GroupNames {
    /** The looks of Impero's built-in groups (its public support pages). */
    private static final Set<String> BUILT_IN = Stream.of(
                    "Entire Network",
                    "Internet Banned",
                    "Screens Locked",
                    "Printing Disabled",
                    "Removable Media Disabled",
                    "Sound Muted")
            .map(CellText::look)
            .collect(Collectors.toUnmodifiableSet());

    /** What is added to every name of a set of equal ones: text, the field, text. */
    private enum Suffix {
        PERIODS(" P", Field.PERIODS, ""),
        TEACHERS(" - ", Field.TEACHERS, ""),
        SOURCED_ID(" [", Field.SOURCED_ID, "]");

        private final String before;
        private final Field field;
        private final String behind;

        Suffix(String before, Field field, String behind) {
            this.before = before;
            this.field = field;
            this.behind = behind;
        }

        /** A long list of periods or teachers is no name. */
        boolean isTooLong(String value) {
            String whole = before + value + behind;
            return this != SOURCED_ID && whole.codePointCount(0, whole.length()) > NameTemplate.MAX_LENGTH;
        }
    }

    private final NameTemplate template;
    private final IntFunction<Function<Field, String>> fieldsOf;
    /** The name of each group, by its number; null where it is none of those that are named. */
    private final @Nullable String[] names;

    private final Set<Integer> colliding = new TreeSet<>();

    /**
     * Names groups.
     *
     * @param groups their numbers, from small to large
     * @param fieldsOf the fields of a group, each cleaned
     */
    GroupNames(NameTemplate template, int[] groups, IntFunction<Function<Field, String>> fieldsOf) {
        this.template = template;
        this.fieldsOf = fieldsOf;
        this.names = new String[groups.length == 0 ? 0 : groups[groups.length - 1] + 1];
        for (int group : groups) {
            names[group] = firstName(group);
        }
        notDistinct().forEach(this::distinguish);
        notDistinct().forEach(colliding::addAll);
    }

    /** Returns the name of a group. */
    String name(int group) {
        @Nullable String name = group < names.length ? names[group] : null;
        return name == null ? "" : name;
    }

    /** Returns the groups whose names equal another's whatever is added. */
    Set<Integer> colliding() {
        return colliding;
    }

    private String firstName(int group) {
        Function<Field, String> fields = fieldsOf.apply(group);
        String name = template.name(fields);
        return name.isEmpty() ? CellText.cleaned(fields.apply(Field.SOURCED_ID)) : name;
    }

    /** Returns the groups whose names have the same look, and those with the look of a group of Impero's own, set by set. */
    private Collection<List<Integer>> notDistinct() {
        return SharedKeys.of(
                names.length, group -> names[group] != null, group -> CellText.look(name(group)), BUILT_IN);
    }

    /** Gives every name of a set the first suffix that none lacks and that makes all differ; else the last one. */
    private void distinguish(List<Integer> set) {
        for (Suffix suffix : Suffix.values()) {
            boolean last = suffix == Suffix.SOURCED_ID;
            Map<Integer, String> longer = new LinkedHashMap<>();
            for (int group : set) {
                String value = fieldsOf.apply(group).apply(suffix.field);
                if (!last && (value.isEmpty() || suffix.isTooLong(value))) {
                    // Nothing is made of the others, which may be as long.
                    break;
                }
                longer.put(group, CellText.cleaned(name(group) + suffix.before + value + suffix.behind));
            }
            long different =
                    longer.values().stream().map(CellText::look).distinct().count();
            if (last || different == set.size()) {
                longer.forEach((group, name) -> names[group] = name);
                return;
            }
        }
    }
}
