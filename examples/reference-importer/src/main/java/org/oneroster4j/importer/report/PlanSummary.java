package org.oneroster4j.importer.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.plan.District;
import org.oneroster4j.impero.plan.Oversized;
import org.oneroster4j.impero.plan.PlannedServer;
import org.oneroster4j.impero.plan.SchoolLoad;
import org.oneroster4j.impero.plan.ServerPlan;
import org.oneroster4j.importer.config.Words;
import org.oneroster4j.importer.job.PlanResult;

/**
 * A plan for programs; also what {@code --previous} reads.
 *
 * @param state {@code planned}, {@code rejected} or {@code failed}
 * @param asOf the day, {@code YYYY-MM-DD}
 * @param identity {@code username} or {@code email}
 * @param maxUsers the cap on the users of a server
 * @param maxClasses the cap on its classes
 * @param requested how many servers were asked for; null for the fewest
 * @param atLeast how many it takes at least
 * @param servers the servers; none when the drop could not be mapped
 * @param schools what each school asks of its server
 * @param moves the schools that do not stay where they are
 * @param added the schools that the earlier plan does not have
 * @param removed the schools that only the earlier plan has
 * @param oversized the schools that no server can take
 * @param notInOrgs the schools that a school filter refuses, because no row of orgs.csv describes them
 * @param classesWithoutSchool classes that are on no server
 * @param usersWithoutSchool people who are on no server
 * @param findings how many of each severity
 * @param reasons the codes that stopped the run
 * @param failure in a sentence, what could not be read; null when nothing failed
 */
public record PlanSummary(
        @JsonProperty String state,
        @JsonProperty String asOf,
        @JsonProperty @Nullable String identity,
        @JsonProperty int maxUsers,
        @JsonProperty int maxClasses,
        @JsonProperty @Nullable Integer requested,
        @JsonProperty int atLeast,
        @JsonProperty List<ServerJson> servers,
        @JsonProperty List<SchoolJson> schools,
        @JsonProperty List<MoveJson> moves,
        @JsonProperty List<String> added,
        @JsonProperty List<String> removed,
        @JsonProperty List<OversizedJson> oversized,
        @JsonProperty List<String> notInOrgs,
        @JsonProperty int classesWithoutSchool,
        @JsonProperty int usersWithoutSchool,
        @JsonProperty Map<String, Long> findings,
        @JsonProperty List<String> reasons,

        @JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String failure) {

    /** A server, and how much of its caps it takes. */
    record ServerJson(
            @JsonProperty int server,
            @JsonProperty int users,
            @JsonProperty int classes,
            @JsonProperty double percentOfUsers,
            @JsonProperty double percentOfClasses,
            @JsonProperty List<String> schools) {}

    /** A school, with those that go where it goes. */
    record SchoolJson(
            @JsonProperty String school,
            @JsonProperty String name,
            @JsonProperty int server,
            @JsonProperty int users,
            @JsonProperty int classes,
            @JsonProperty List<String> together) {}

    /** A school that does not stay. */
    record MoveJson(
            @JsonProperty String school,
            @JsonProperty int from,
            @JsonProperty int to,
            @JsonProperty String reason,
            @JsonProperty String why) {}

    /** A school that no server can take. */
    record OversizedJson(
            @JsonProperty String school,
            @JsonProperty String name,
            @JsonProperty int users,
            @JsonProperty int classes,
            @JsonProperty List<String> options) {}

    /** Returns the summary of a plan. */
    public static PlanSummary of(PlanResult result) {
        Summary run = Summary.of(result.run());
        District district = result.shared().map(PlanResult.Shared::district).orElse(District.of(List.of()));
        var plan = result.shared().map(PlanResult.Shared::plan);
        var mapping = result.run().settings().mapping().orElseThrow();
        return new PlanSummary(
                run.state(),
                run.asOf(),
                run.identity(),
                mapping.maxUsers(),
                mapping.maxClasses(),
                plan.filter(some -> some.requested().isPresent())
                        .map(some -> some.requested().getAsInt())
                        .orElse(null),
                plan.map(ServerPlan::atLeast).orElse(0),
                plan.map(PlanSummary::servers).orElse(List.of()),
                plan.map(PlanSummary::schools).orElse(List.of()),
                plan.map(PlanSummary::moves).orElse(List.of()),
                plan.map(ServerPlan::added).orElse(List.of()),
                plan.map(ServerPlan::removed).orElse(List.of()),
                plan.map(PlanSummary::oversized).orElse(List.of()),
                district.loads().stream()
                        .flatMap(load -> load.notInOrgs().stream())
                        .toList(),
                district.groupsWithoutSchool(),
                district.usersWithoutSchool(),
                run.findings(),
                run.reasons(),
                run.failure());
    }

    private static List<ServerJson> servers(ServerPlan plan) {
        return plan.servers().stream()
                .map(server -> new ServerJson(
                        server.number(),
                        server.users(),
                        server.groups(),
                        percent(server.users(), plan.caps().users()),
                        percent(server.groups(), plan.caps().groups()),
                        server.schools()))
                .toList();
    }

    private static double percent(int some, int cap) {
        return Math.round(some * 1000.0 / cap) / 10.0;
    }

    private static List<SchoolJson> schools(ServerPlan plan) {
        List<SchoolJson> schools = new ArrayList<>();
        for (PlannedServer server : plan.servers()) {
            for (SchoolLoad load : server.loads()) {
                schools.add(new SchoolJson(
                        load.id(),
                        load.name(),
                        server.number(),
                        load.users(),
                        load.groups(),
                        load.schools().stream()
                                .filter(id -> !id.equals(load.id()))
                                .toList()));
            }
        }
        return schools;
    }

    private static List<MoveJson> moves(ServerPlan plan) {
        return plan.moves().stream()
                .map(move -> new MoveJson(
                        move.school(),
                        move.from(),
                        move.to(),
                        Words.word(move.reason()),
                        PlanTable.why(move, plan.caps())))
                .toList();
    }

    private static List<OversizedJson> oversized(ServerPlan plan) {
        List<OversizedJson> oversized = new ArrayList<>();
        for (Oversized one : plan.oversized()) {
            SchoolLoad load = one.load();
            oversized.add(new OversizedJson(load.id(), load.name(), load.users(), load.groups(), one.options()));
        }
        return oversized;
    }

    /** Returns the summary as JSON, with a line end behind it. */
    public String json() {
        return Json.text(this);
    }
}
