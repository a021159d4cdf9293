package org.oneroster4j.importer.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.oneroster4j.impero.plan.Caps;
import org.oneroster4j.impero.plan.District;
import org.oneroster4j.impero.plan.Move;
import org.oneroster4j.impero.plan.Oversized;
import org.oneroster4j.impero.plan.PlannedServer;
import org.oneroster4j.impero.plan.SchoolLoad;
import org.oneroster4j.impero.plan.ServerPlan;
import org.oneroster4j.importer.job.PlanResult;

/** A plan for the person at the terminal: which school goes to which server, how full each is, and what is left to say. */
public final class PlanTable {
    /** A terminal is at least as wide. */
    private static final int WIDTH = 80;

    private static final int SCHOOL_WIDTH = 46;

    private final List<String> lines = new ArrayList<>();

    private PlanTable() {}

    /** Returns the lines: those of the run, and the table when there is a plan. */
    public static List<String> lines(PlanResult result, Paint paint) {
        PlanTable table = new PlanTable();
        table.lines.addAll(ConsoleSummary.lines(result.run(), paint, Optional.empty(), false));
        result.shared().ifPresent(shared -> {
            table.servers(shared.plan());
            table.changes(shared.plan());
            table.problems(shared.plan());
            table.notOnAServer(shared.district());
        });
        return List.copyOf(table.lines);
    }

    private void servers(ServerPlan plan) {
        Caps caps = plan.caps();
        lines.add("");
        sentence(plan.servers().size() + (plan.servers().size() == 1 ? " server" : " servers") + ", each for at most "
                + caps.users() + " users and " + caps.groups() + " classes; it takes at least " + plan.atLeast() + ".");
        lines.add("");
        lines.add(row("Server", "School", "Users", "Classes"));
        for (PlannedServer server : plan.servers()) {
            int schools = server.schools().size();
            lines.add(row(
                    String.valueOf(server.number()),
                    schools + (schools == 1 ? " school" : " schools"),
                    share(server.users(), caps.users()),
                    share(server.groups(), caps.groups())));
            server.loads().stream()
                    .sorted(Comparator.comparingInt(SchoolLoad::users)
                            .reversed()
                            .thenComparing(SchoolLoad::id))
                    .forEach(load -> lines.add(
                            row("", school(load), String.valueOf(load.users()), String.valueOf(load.groups()))));
        }
    }

    private static String school(SchoolLoad load) {
        int others = load.schools().size() - 1;
        return load.id() + (load.name().isEmpty() ? "" : " " + load.name()) + (others > 0 ? " (+" + others + ")" : "");
    }

    private static String share(int some, int cap) {
        return String.format(Locale.ROOT, "%d %3d %%", some, some * 100L / cap);
    }

    private static String row(String server, String school, String users, String groups) {
        String cut = school;
        if (school.codePointCount(0, school.length()) > SCHOOL_WIDTH) {
            cut = school.substring(0, school.offsetByCodePoints(0, SCHOOL_WIDTH - 1)) + "…";
        }
        String padded = cut + " ".repeat(SCHOOL_WIDTH - cut.codePointCount(0, cut.length()));
        return String.format(Locale.ROOT, "%6s  %s %12s %12s", server, padded, users, groups)
                .stripTrailing();
    }

    private void changes(ServerPlan plan) {
        if (!plan.moves().isEmpty()) {
            lines.add("");
            lines.add("Schools that move:");
            plan.moves()
                    .forEach(move -> item(move.school() + ": from server " + move.from() + " to server " + move.to()
                            + ", because " + why(move, plan.caps()) + "."));
        }
        list("Schools that are new", plan.added());
        list("Schools of the earlier plan that are not there any more", plan.removed());
    }

    private void list(String what, List<String> schools) {
        if (!schools.isEmpty()) {
            lines.add("");
            sentence(what + ": " + String.join(", ", schools) + ".");
        }
    }

    /** Returns why a school moves, as the end of a sentence. */
    static String why(Move move, Caps caps) {
        return switch (move.reason()) {
            case USERS_OVER_CAP ->
                "server " + move.from() + " would have " + move.users() + " users, and the cap is " + caps.users();
            case CLASSES_OVER_CAP ->
                "server " + move.from() + " would have " + move.groups() + " classes, and the cap is " + caps.groups();
            case SERVER_GONE -> "server " + move.from() + " is not among those asked for";
            case MAKES_ROOM -> "so many servers have no room for another school unless this one makes it";
            case GOES_ALONG -> "a school filter takes it together with another school";
        };
    }

    private void problems(ServerPlan plan) {
        for (Oversized oversized : plan.oversized()) {
            SchoolLoad load = oversized.load();
            lines.add("");
            sentence("No server can take " + school(load) + ": it has " + load.users() + " users and " + load.groups()
                    + " classes, and the caps are " + plan.caps().users() + " and "
                    + plan.caps().groups() + ". What can be done:");
            oversized.options().forEach(this::item);
        }
        if (!plan.isWithinRequested()) {
            lines.add("");
            sentence("No way was found to share the schools out with --servers "
                    + plan.requested().orElseThrow() + ": it takes at least " + plan.atLeast()
                    + ", and above is a plan for " + plan.servers().size()
                    + ". Add servers, or raise the caps if Impero's servers take more.");
        }
    }

    private void notOnAServer(District district) {
        if (district.groupsWithoutSchool() > 0) {
            lines.add("");
            sentence("Classes that name no school: " + district.groupsWithoutSchool()
                    + ". No school filter takes them, so they are on no server. Give them a schoolSourcedId.");
        }
        if (district.usersWithoutSchool() > 0) {
            lines.add("");
            sentence("People on no server: " + district.usersWithoutSchool()
                    + ". They are staff without a class who name none of these schools but an org above them or none, or"
                    + " people of classes that name no school.");
        }
        List<String> notInOrgs = district.loads().stream()
                .flatMap(load -> load.notInOrgs().stream())
                .toList();
        if (!notInOrgs.isEmpty()) {
            lines.add("");
            sentence("No live row of orgs.csv describes these schools, so a school filter refuses them; their place is"
                    + " kept: " + String.join(", ", notInOrgs) + ".");
        }
    }

    private void sentence(String text) {
        wrap("", text);
    }

    private void item(String text) {
        wrap("  ", text);
    }

    /** An id that is longer than a line stays whole. */
    private void wrap(String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ", -1)) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append(indent);
            } else if (line.length() > indent.length()) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
    }
}
