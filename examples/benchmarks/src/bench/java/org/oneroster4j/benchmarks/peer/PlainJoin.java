package org.oneroster4j.benchmarks.peer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.benchmarks.drop.StateDrop;

/**
 * The join as a plain Java program does it: maps of texts, filled while the files are read, and then written in order. It
 * gives the four files of the reference layout for the drops of the benchmark.
 */
final class PlainJoin {
    private static final List<String> STAFF = List.of("teacher", "administrator", "aide", "proctor");
    private static final List<String> ACCESS = List.of("teacher", "aide", "administrator", "proctor");

    private record SchoolClass(String title, String code, String course, String school) {
        String name() {
            return code.isBlank() ? title : title + " (" + code + ")";
        }
    }

    private record Person(String username, String email, String givenName, String familyName, boolean staff) {}

    private record Right(String role, boolean primary) {
        Right with(Right other) {
            boolean first = ACCESS.indexOf(role) <= ACCESS.indexOf(other.role);
            return new Right(first ? role : other.role, primary || other.primary);
        }
    }

    private final Map<String, String> orgs = new HashMap<>();
    private final Set<String> terms = new HashSet<>();
    private final Map<String, String> courses = new HashMap<>();
    private final Map<String, SchoolClass> classes = new HashMap<>();
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Map<String, Boolean>> members = new TreeMap<>();
    private final Map<String, Map<String, Right>> access = new HashMap<>();

    void org(String id, String name) {
        orgs.put(id, name);
    }

    void term(String id, LocalDate start, LocalDate end) {
        if (covers(start, end)) {
            terms.add(id);
        }
    }

    void course(String id, String title) {
        courses.put(id, title);
    }

    void schoolClass(String id, String title, String code, String course, String school, List<String> termIds) {
        if (termIds.stream().anyMatch(terms::contains)) {
            classes.put(id, new SchoolClass(title, code, course, school));
        }
    }

    void user(String id, boolean enabled, String role, String username, String email, String given, String family) {
        boolean staff = STAFF.contains(role);
        if (enabled && (staff || role.equals("student"))) {
            people.put(id, new Person(username, email, given, family, staff));
        }
    }

    void enrollment(
            String schoolClass,
            String user,
            String role,
            boolean primary,
            @Nullable LocalDate begin,
            @Nullable LocalDate end) {
        Person person = people.get(user);
        if (!classes.containsKey(schoolClass) || person == null || !covers(begin, end)) {
            return;
        }
        if (role.equals("student") && !person.staff()) {
            members.computeIfAbsent(schoolClass, none -> new TreeMap<>()).put(user, true);
        } else if (ACCESS.contains(role) && person.staff()) {
            access.computeIfAbsent(schoolClass, none -> new TreeMap<>())
                    .merge(user, new Right(role, primary), Right::with);
        }
    }

    private static boolean covers(@Nullable LocalDate begin, @Nullable LocalDate end) {
        return (begin == null || !begin.isAfter(StateDrop.AS_OF)) && (end == null || !end.isBefore(StateDrop.AS_OF));
    }

    /** Writes the four files and returns how many members and accesses there are. */
    long write(Path out) throws IOException {
        long rows = 0;
        Set<String> written = new HashSet<>();
        try (BufferedWriter groups = file(out, "groups.csv");
                BufferedWriter memberRows = file(out, "members.csv");
                BufferedWriter accessRows = file(out, "access.csv")) {
            row(groups, "groupId", "groupName", "classCode", "courseTitle", "schoolId", "schoolName");
            row(memberRows, "groupId", "groupName", "userId", "username", "email");
            row(accessRows, "groupId", "groupName", "userId", "username", "email", "role", "primary");
            for (String id : members.keySet()) {
                SchoolClass group = Objects.requireNonNull(classes.get(id));
                String name = group.name();
                String course = courses.getOrDefault(group.course(), "");
                row(groups, id, name, group.code(), course, group.school(), orgs.getOrDefault(group.school(), ""));
                for (String user : Objects.requireNonNull(members.get(id)).keySet()) {
                    Person person = Objects.requireNonNull(people.get(user));
                    row(memberRows, id, name, user, person.username(), person.email());
                    written.add(user);
                    rows++;
                }
                for (Map.Entry<String, Right> right :
                        access.getOrDefault(id, Map.of()).entrySet()) {
                    Person person = Objects.requireNonNull(people.get(right.getKey()));
                    String role = right.getValue().role();
                    String primary = String.valueOf(right.getValue().primary());
                    row(accessRows, id, name, right.getKey(), person.username(), person.email(), role, primary);
                    rows++;
                }
            }
        }
        writeUsers(out, written);
        return rows;
    }

    private void writeUsers(Path out, Set<String> members) throws IOException {
        try (BufferedWriter users = file(out, "users.csv")) {
            row(users, "userId", "username", "email", "givenName", "familyName", "kind");
            for (Map.Entry<String, Person> one : new TreeMap<>(people).entrySet()) {
                Person person = one.getValue();
                if (person.staff() || members.contains(one.getKey())) {
                    row(
                            users,
                            one.getKey(),
                            person.username(),
                            person.email(),
                            person.givenName(),
                            person.familyName(),
                            person.staff() ? "staff" : "student");
                }
            }
        }
    }

    private static BufferedWriter file(Path out, String name) throws IOException {
        return Files.newBufferedWriter(out.resolve(name), StandardCharsets.UTF_8);
    }

    private static void row(BufferedWriter file, String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            file.append(i == 0 ? "" : ",").append(quoted(cells[i]));
        }
        file.append("\r\n");
    }

    private static String quoted(String cell) {
        return cell.indexOf(',') < 0 && cell.indexOf('"') < 0 ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
