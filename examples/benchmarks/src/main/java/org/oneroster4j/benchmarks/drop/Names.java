package org.oneroster4j.benchmarks.drop;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Names of people and courses as school exports have them: with letters of many languages, commas and quotes. */
final class Names {
    private static final List<String> GIVEN = List.of(
            "Ava",
            "José",
            "Mirela",
            "Nikhil",
            "Zoë",
            "Kalani",
            "Łukasz",
            "Yuta",
            "Björk",
            "Amara",
            "Siobhán",
            "Mateo",
            "Nguyệt",
            "Olu",
            "Chloé",
            "Dmitri",
            "Émile",
            "Fatima",
            "Grace",
            "Håkon",
            "Isla",
            "Jørgen",
            "Kenji",
            "Liam",
            "Mary Ann",
            "Noah",
            "Özlem",
            "Priya",
            "Quinn",
            "Renée",
            "Søren",
            "Thandiwe",
            "Uma",
            "Valentina",
            "William",
            "Ximena",
            "Yasmin",
            "Zainab",
            "William \"Will\"",
            "D'Andre",
            "Jean-Luc",
            "Anaïs",
            "Emma",
            "Olivia",
            "Lucas",
            "Sophia",
            "Ethan",
            "Mia",
            "James",
            "Benjamin");
    private static final List<String> FAMILY = List.of(
            "Smith",
            "O'Neill",
            "Peña",
            "Dvořák",
            "Abioye",
            "Văleanu",
            "de la Cruz",
            "García Márquez",
            "Nguyễn",
            "Müller",
            "Okonkwo-Bell",
            "Castañer",
            "Ångström",
            "Johnson",
            "Williams",
            "Brown, Jr.",
            "Jones",
            "Miller",
            "Davis",
            "Rodríguez",
            "Martínez",
            "Hernández",
            "López",
            "Wilson",
            "Anderson",
            "Thomas",
            "Taylor",
            "Moore",
            "Jackson",
            "Lee",
            "Thompson",
            "White",
            "Harris",
            "Sánchez",
            "Clark",
            "Ramírez",
            "Lewis",
            "Robinson",
            "Walker",
            "Young",
            "Allen",
            "King",
            "Wright",
            "Scott",
            "Torres",
            "Nowak",
            "Hill",
            "Flores",
            "Yılmaz",
            "Ó Conaill");
    private static final List<String> COURSES = List.of(
            "Algebra I",
            "Biology, part 2",
            "Español para principiantes",
            "World History",
            "Literature \"Great Books\"",
            "Physical Education",
            "Français 3",
            "Chemistry",
            "Art Studio",
            "Geometry (Honors)",
            "Computer Science",
            "Música y danza",
            "U.S. Government",
            "Reading, Writing & Speech");

    private Names() {}

    static int courses() {
        return COURSES.size();
    }

    static String course(int number) {
        return COURSES.get(number % COURSES.size());
    }

    static String given(long random) {
        return GIVEN.get((int) Math.floorMod(random, (long) GIVEN.size()));
    }

    static String family(long random) {
        return FAMILY.get((int) Math.floorMod(random >>> 20, (long) FAMILY.size()));
    }

    /** Returns the login of a person: letters of the name, and a number that nobody else has. */
    static String login(String given, String family, String number) {
        return plain(given) + "." + plain(family) + number;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
    }
}
