package org.oneroster4j.importer.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** R13: the names of groups. */
final class PlainNames {

    static final String DEFAULT_TEMPLATE = "{title}[ ({classCode})]";
    private static final List<String> FIELDS = List.of(
            "title",
            "classCode",
            "sourcedId",
            "courseTitle",
            "courseCode",
            "schoolName",
            "schoolId",
            "periods",
            "teachers");
    private static final List<String> BUILT_IN = List.of(
            "Entire Network",
            "Internet Banned",
            "Screens Locked",
            "Printing Disabled",
            "Removable Media Disabled",
            "Sound Muted");
    private static final int LONGEST = 100;
    private static final int LONGEST_SUFFIX = 100;

    /**
     * One part of the template: a literal text, or the names of the fields in one pair of braces; section 0 is outside of
     * brackets.
     */
    private record Part(String literal, List<String> alternatives, int section) {}

    private final List<Part> parts;

    /** @throws IllegalArgumentException for a template that cannot be read */
    PlainNames(String template) {
        parts = parse(template);
    }

    private static List<Part> parse(String template) {
        List<Part> parts = new ArrayList<>();
        int section = 0;
        int sections = 0;
        int i = 0;
        while (i < template.length()) {
            char c = template.charAt(i);
            if (c == '{') {
                int end = template.indexOf('}', i);
                if (end < 0) {
                    throw new IllegalArgumentException("open brace");
                }
                List<String> alternatives =
                        List.of(template.substring(i + 1, end).split("\\|", -1));
                if (!FIELDS.containsAll(alternatives)) {
                    throw new IllegalArgumentException("unknown field");
                }
                parts.add(new Part(null, alternatives, section));
                i = end;
            } else if (c == '[' && section == 0) {
                sections++;
                section = sections;
            } else if (c == ']' && section != 0) {
                section = 0;
            } else if (c == '[' || c == ']' || c == '}') {
                throw new IllegalArgumentException("bracket or brace out of place");
            } else {
                parts.add(new Part(String.valueOf(c), null, section));
            }
            i++;
        }
        if (section != 0) {
            throw new IllegalArgumentException("open bracket");
        }
        return parts;
    }

    /** A piece of the name: of a title, which can be cut, or of anything else. */
    private record Piece(String text, boolean title) {}

    /** The template filled with the (cleaned) fields, before the whole is cleaned and cut. */
    private List<Piece> fill(Map<String, String> fields) {
        Set<Integer> leftAway = new HashSet<>();
        for (Part part : parts) {
            if (part.literal == null
                    && part.section != 0
                    && fields.get(chosen(part, fields)).isEmpty()) {
                leftAway.add(part.section); // "[...] left away when a field in it is blank"
            }
        }
        List<Piece> pieces = new ArrayList<>();
        for (Part part : parts) {
            if (leftAway.contains(part.section)) {
                continue;
            }
            if (part.literal != null) {
                pieces.add(new Piece(part.literal, false));
            } else {
                String field = chosen(part, fields);
                pieces.add(new Piece(fields.get(field), field.equals("title")));
            }
        }
        return pieces;
    }

    /** "{a|b} the first that is not blank"; the last one when all are blank. */
    private static String chosen(Part part, Map<String, String> fields) {
        for (String field : part.alternatives) {
            if (!fields.get(field).isEmpty()) {
                return field;
            }
        }
        return part.alternatives.get(part.alternatives.size() - 1);
    }

    private static String joined(List<Piece> pieces, int titleLength) {
        StringBuilder name = new StringBuilder();
        for (Piece piece : pieces) {
            name.append(piece.title ? cut(piece.text, titleLength) : piece.text);
        }
        return PlainInput.clean(name.toString());
    }

    private static String cut(String text, int codePoints) {
        return length(text) <= codePoints ? text : text.substring(0, text.offsetByCodePoints(0, codePoints));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** "Longer than 100 code points: the title is cut first, then the end, and cleaned again. A blank name becomes the sourcedId." */
    private String baseName(Map<String, String> fields) {
        List<Piece> pieces = fill(fields);
        int titleLength = length(fields.get("title"));
        String name = joined(pieces, titleLength);
        while (length(name) > LONGEST && titleLength > 0) {
            titleLength--;
            name = joined(pieces, titleLength);
        }
        if (length(name) > LONGEST) {
            name = PlainInput.clean(cut(name, LONGEST));
        }
        return name.isEmpty() ? fields.get("sourcedId") : name;
    }

    /**
     * The names of the groups that are to be written, by class id; a group that has to be left out (group-name-collision) is
     * not in the result.
     *
     * @param groups class id to fields, each field cleaned
     */
    Map<String, String> r13Names(Map<String, Map<String, String>> groups) {
        Map<String, String> names = new TreeMap<>();
        Map<String, List<String>> idsByLook = new TreeMap<>();
        for (String id : groups.keySet()) {
            String name = baseName(groups.get(id));
            names.put(id, name);
            idsByLook
                    .computeIfAbsent(PlainInput.look(name), k -> new ArrayList<>())
                    .add(id);
        }
        // "Names of written groups of equal look, or of the look of one of Impero's six built-in groups"
        for (Map.Entry<String, List<String>> set : idsByLook.entrySet()) {
            boolean builtIn =
                    BUILT_IN.stream().anyMatch(name -> PlainInput.look(name).equals(set.getKey()));
            if (builtIn || set.getValue().size() > 1) {
                names.putAll(suffixed(set.getValue(), names, groups));
            }
        }
        // "Names still of equal look after that ...: those groups are left out"
        Map<String, Integer> times = new TreeMap<>();
        for (String name : names.values()) {
            times.merge(PlainInput.look(name), 1, Integer::sum);
        }
        names.values().removeIf(name -> times.get(PlainInput.look(name)) > 1);
        return names;
    }

    /**
     * "every one of such a set gets the same kind of suffix, on top of the 100: the first of P{periods}, - {teachers},
     * [{sourcedId}] whose field none of the set lacks and which makes the names of the set differ in look".
     */
    private static Map<String, String> suffixed(
            List<String> ids, Map<String, String> names, Map<String, Map<String, String>> groups) {
        Map<String, String> result = new TreeMap<>();
        for (String field : List.of("periods", "teachers", "sourcedId")) {
            if (ids.stream().anyMatch(id -> lacks(field, groups.get(id)))) {
                continue;
            }
            result.clear();
            Set<String> looks = new HashSet<>();
            for (String id : ids) {
                String name = PlainInput.clean(names.get(id) + suffix(field, groups.get(id)));
                result.put(id, name);
                looks.add(PlainInput.look(name));
            }
            if (looks.size() == ids.size()) {
                return result;
            }
        }
        // the last kind: the sourcedId is never blank; names still of equal look are left out by the caller
        return result;
    }

    private static String suffix(String field, Map<String, String> fields) {
        String value = fields.get(field);
        return switch (field) {
            case "periods" -> " P" + value;
            case "teachers" -> " - " + value;
            default -> " [" + value + "]";
        };
    }

    /** "A suffix of periods or teachers of more than 100 code points counts as lacking." */
    private static boolean lacks(String field, Map<String, String> fields) {
        boolean tooLong = !field.equals("sourcedId") && length(suffix(field, fields)) > LONGEST_SUFFIX;
        return fields.get(field).isEmpty() || tooLong;
    }
}
