package org.oneroster4j.importer.report.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.oneroster4j.impero.Counts;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.LinkPlaces;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.importer.report.html.Report.Bar;
import org.oneroster4j.importer.report.html.Report.Part;
import org.oneroster4j.model.finding.Severity;

/** Numbers as bars. What a bar shows also stands beside it in words. */
final class Bars {
    /** Where the classes of sizes begin. */
    private static final int[] SIZES = {0, 1, 5, 10, 15, 20, 25, 30, 40, 60};

    /** A zip may hold any number of files; these are the ones with most findings. */
    private static final int FILES = 20;

    /** From how many percent of a cap on a server is called nearly full (contract, R14). */
    private static final int NEARLY_FULL = 90;

    private Bars() {}

    /** How much of a server is taken. */
    static List<Bar> caps(Counts counts, MappingSettings settings) {
        return List.of(
                cap("Users", counts.users(), settings.maxUsers()),
                cap("Groups", counts.groups(), settings.maxClasses()));
    }

    private static Bar cap(String label, int taken, int cap) {
        String style = taken > cap ? "error" : taken * 100L >= (long) cap * NEARLY_FULL ? "warning" : "plain";
        String over = taken > cap ? ": more than the server takes" : "";
        return new Bar(
                label,
                Texts.number(taken) + " of " + Texts.number(cap) + " (" + Texts.percent(taken, cap) + ")" + over,
                List.of(part(style, 0, Math.min(taken, cap), cap)));
    }

    /** Groups by the number of their members. */
    static List<Bar> groupSizes(ImperoRoster roster) {
        int groups = roster.groups().size();
        int[] members = new int[groups];
        LinkPlaces places = roster.memberPlaces();
        for (int link = 0; link < places.size(); link++) {
            members[places.group(link)]++;
        }
        int[] bySize = new int[SIZES.length];
        for (int size : members) {
            int found = Arrays.binarySearch(SIZES, size);
            bySize[found >= 0 ? found : -found - 2]++;
        }
        int most = Arrays.stream(bySize).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < SIZES.length; i++) {
            bars.add(new Bar(sizes(i), Texts.number(bySize[i], "group"), List.of(part("plain", 0, bySize[i], most))));
        }
        return bars;
    }

    private static String sizes(int i) {
        if (i == SIZES.length - 1) {
            return SIZES[i] + " members or more";
        }
        return SIZES[i + 1] - SIZES[i] == 1
                ? SIZES[i] + " members"
                : SIZES[i] + " to " + (SIZES[i + 1] - 1) + " members";
    }

    /** Findings by file, most first. */
    static List<Bar> files(Map<String, Map<Severity, Long>> byFile) {
        long most = byFile.values().stream().mapToLong(Bars::sum).max().orElse(0);
        List<Map.Entry<String, Map<Severity, Long>>> files = byFile.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Map<Severity, Long>> file) -> sum(file.getValue()))
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .toList();
        List<Bar> bars = new ArrayList<>();
        files.stream().limit(FILES).forEach(file -> bars.add(file(file.getKey(), file.getValue(), most)));
        long others = files.stream()
                .skip(FILES)
                .mapToLong(file -> sum(file.getValue()))
                .sum();
        if (others > 0) {
            bars.add(new Bar("all other files", Texts.number(others, "finding"), List.of()));
        }
        return bars;
    }

    private static Bar file(String name, Map<Severity, Long> counts, long most) {
        List<Part> parts = new ArrayList<>();
        List<String> words = new ArrayList<>();
        long from = 0;
        for (Severity severity : Severity.values()) {
            long count = counts.getOrDefault(severity, 0L);
            if (count > 0) {
                parts.add(part(severity.word(), from, count, most));
                words.add(Texts.number(count, severity.word()));
                from += count;
            }
        }
        return new Bar(name.isEmpty() ? "the drop as a whole" : Texts.shown(name), String.join(", ", words), parts);
    }

    private static long sum(Map<Severity, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Part part(String style, long from, long width, long whole) {
        return new Part(style, percent(from, whole), percent(width, whole));
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f%%", whole == 0 ? 0 : part * 100.0 / whole);
    }
}
