package org.oneroster4j.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A subject of a class or a course with its code: what stands at one position in {@code subjects} and
 * {@code subjectCodes}.
 *
 * @param name what people call it; absent when there are more codes than names
 * @param code the SCED code; absent when there are more names than codes
 */
public record Subject(Optional<String> name, Optional<String> code) {

    static List<Subject> paired(List<String> names, List<String> codes) {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < Math.max(names.size(), codes.size()); i++) {
            subjects.add(new Subject(at(names, i), at(codes, i)));
        }
        return List.copyOf(subjects);
    }

    private static Optional<String> at(List<String> items, int index) {
        return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
    }
}
