package org.oneroster4j.importer.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.change.BrakeSettings;
import org.oneroster4j.impero.change.RemovalLimit;
import org.oneroster4j.importer.job.JobSettings;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.report.html.Report.Fact;

/** What a run was told, and what it ran with; the names are the keys of the settings. */
final class Facts {
    private Facts() {}

    static List<Fact> settings(RunResult run) {
        JobSettings settings = run.settings();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("drop", Texts.shown(settings.drop().toString())));
        settings.out().ifPresent(out -> facts.add(new Fact("out", Texts.shown(out.toString()))));
        settings.state()
                .ifPresent(state ->
                        facts.add(new Fact("state", Texts.shown(state.folder().toString()))));
        facts.add(new Fact("asOf", settings.asOf().toString()));
        settings.mapping().ifPresent(mapping -> mapping(mapping, facts));
        facts.add(new Fact("layout", Texts.shown(settings.layout().name())));
        facts.add(new Fact("dryRun", String.valueOf(settings.dryRun())));
        facts.add(new Fact("showValues", String.valueOf(settings.showValues())));
        settings.state().ifPresent(state -> brakes(state.brakes(), facts));
        return List.copyOf(facts);
    }

    /** What a comparison was told: there is no run to publish anything. */
    static List<Fact> settings(Compared compared) {
        JobSettings settings = compared.run().settings();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("from", Texts.shown(compared.from())));
        facts.add(new Fact("to", Texts.shown(compared.to())));
        settings.mapping().ifPresent(mapping -> mapping(mapping, facts));
        facts.add(new Fact("showValues", String.valueOf(settings.showValues())));
        return List.copyOf(facts);
    }

    private static void mapping(MappingSettings mapping, List<Fact> facts) {
        facts.add(new Fact("identity", mapping.identity().column()));
        facts.add(new Fact(
                "school",
                mapping.schools().isEmpty() ? "all schools" : Texts.shown(String.join(", ", mapping.schools()))));
        facts.add(new Fact("maxUsers", Texts.number(mapping.maxUsers())));
        facts.add(new Fact("maxClasses", Texts.number(mapping.maxClasses())));
        facts.add(new Fact("emptyGroups", word(mapping.emptyGroups())));
        facts.add(new Fact("consoleStaff", word(mapping.consoleStaff())));
        facts.add(new Fact("nameTemplate", Texts.shown(mapping.nameTemplate().toString())));
        facts.add(new Fact("honourEnrollmentDates", String.valueOf(mapping.honourEnrollmentDates())));
        facts.add(new Fact("honourTerms", String.valueOf(mapping.honourTerms())));
        facts.add(new Fact("leadDays", String.valueOf(mapping.leadDays())));
        facts.add(new Fact("lagDays", String.valueOf(mapping.lagDays())));
        facts.add(new Fact(
                "accessRoles",
                String.join(
                        ", ", mapping.accessRoles().stream().map(Facts::word).toList())));
    }

    private static void brakes(BrakeSettings brakes, List<Fact> facts) {
        facts.add(new Fact("groupsRemoved", limit(brakes.groups())));
        facts.add(new Fact("membersRemoved", limit(brakes.members())));
        facts.add(new Fact("consoleUsersRemoved", limit(brakes.consoleUsers())));
        facts.add(new Fact("accessRemoved", limit(brakes.access())));
        facts.add(new Fact(
                "accessGrowth",
                brakes.accessGrowth().percent() + " % and "
                        + brakes.accessGrowth().number()));
        facts.add(new Fact("groupsForOnePerson", String.valueOf(brakes.groupsForOnePerson())));
    }

    private static String limit(RemovalLimit limit) {
        return limit.percent() + " % and " + limit.number();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<Fact> versions(RunResult run) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Fingerprint of the run",
                run.comparison()
                        .map(comparison -> comparison.run().sha256())
                        .orElse("none: only runs with a state folder have one")));
        facts.addAll(versions());
        return List.copyOf(facts);
    }

    static List<Fact> versions() {
        @Nullable String version = Facts.class.getPackage().getImplementationVersion();
        return List.of(
                new Fact("reference-importer", version == null ? "not from a jar" : version),
                new Fact("Java", Runtime.version().toString()));
    }
}
