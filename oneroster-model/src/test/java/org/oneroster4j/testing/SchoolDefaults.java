package org.oneroster4j.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills in the cells of a {@link SchoolDrop} that depend on its other rows. Works on copies. */
final class SchoolDefaults {

    private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
    private final String school;
    private final String term;

    SchoolDefaults(Map<String, List<Map<String, String>>> given) {
        given.forEach((file, all) -> {
            List<Map<String, String>> copies = new ArrayList<>();
            all.forEach(row -> copies.add(new LinkedHashMap<>(row)));
            rows.put(file, copies);
        });
        school = rows(SpecHeaders.ORGS).stream()
                .filter(org -> Cells.get(org, "type").equals("school"))
                .map(org -> Cells.get(org, "sourcedId"))
                .findFirst()
                .orElse("");
        term = rows(SpecHeaders.SESSIONS).stream()
                .map(session -> Cells.get(session, "sourcedId"))
                .findFirst()
                .orElse("");
    }

    /** The rows by file, each with all its defaults. */
    Map<String, List<Map<String, String>>> complete() {
        rows(SpecHeaders.USERS).forEach(user -> user.putIfAbsent("orgSourcedIds", school));
        rows(SpecHeaders.CLASSES).forEach(this::completeClass);
        rows(SpecHeaders.COURSES).forEach(course -> course.putIfAbsent("orgSourcedId", school));
        rows(SpecHeaders.ENROLLMENTS).forEach(row -> row.putIfAbsent("schoolSourcedId", schoolOf(row)));
        return rows;
    }

    private void completeClass(Map<String, String> schoolClass) {
        schoolClass.putIfAbsent("schoolSourcedId", school);
        schoolClass.putIfAbsent("termSourcedIds", term);
        if (!schoolClass.containsKey("courseSourcedId")) {
            String name = Cells.get(schoolClass, "sourcedId");
            String id = "course-" + name;
            schoolClass.put("courseSourcedId", id);
            if (rows(SpecHeaders.COURSES).stream()
                    .noneMatch(course -> Cells.get(course, "sourcedId").equals(id))) {
                Map<String, String> course = Cells.course(id, name);
                course.put("orgSourcedId", Cells.get(schoolClass, "schoolSourcedId"));
                rows(SpecHeaders.COURSES).add(course);
            }
        }
    }

    private String schoolOf(Map<String, String> enrollment) {
        return rows(SpecHeaders.CLASSES).stream()
                .filter(row -> Cells.get(row, "sourcedId").equals(Cells.get(enrollment, "classSourcedId")))
                .map(row -> Cells.get(row, "schoolSourcedId"))
                .findFirst()
                .orElse(school);
    }

    private List<Map<String, String>> rows(String file) {
        return rows.computeIfAbsent(file, any -> new ArrayList<>());
    }
}
