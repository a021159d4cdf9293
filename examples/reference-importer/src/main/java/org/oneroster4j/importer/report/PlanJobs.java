package org.oneroster4j.importer.report;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.oneroster4j.impero.ConsoleStaff;
import org.oneroster4j.impero.EmptyGroups;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.NameTemplate;
import org.oneroster4j.impero.plan.PlannedServer;
import org.oneroster4j.impero.plan.ServerPlan;
import org.oneroster4j.importer.config.Words;
import org.oneroster4j.importer.job.JobSettings;
import org.oneroster4j.importer.job.PlanResult;

/** A plan as the jobs of a configuration file, one for each server, with what the plan was made with. */
public final class PlanJobs {
    private final StringBuilder yaml = new StringBuilder();
    private final JobSettings settings;
    private final MappingSettings mapping;

    private PlanJobs(JobSettings settings) {
        this.settings = settings;
        this.mapping = settings.mapping().orElseThrow();
    }

    /** Returns the YAML; nothing when not all schools are on a server, for then the jobs would lose some. */
    public static String yaml(PlanResult result) {
        PlanJobs jobs = new PlanJobs(result.run().settings());
        result.shared().filter(shared -> shared.plan().isPossible()).ifPresent(shared -> jobs.write(shared.plan()));
        return jobs.yaml.toString();
    }

    private void write(ServerPlan plan) {
        line("# Fill in the folders: each job needs an out and a state of its own, and a report if it has one.");
        if (plan.servers().size() > 1) {
            line("# All jobs take the same drop, so it stays where it is.");
            line("claim: copy");
        }
        line("jobs:");
        for (PlannedServer server : plan.servers()) {
            Set<String> notInOrgs = new HashSet<>();
            server.loads().forEach(load -> notInOrgs.addAll(load.notInOrgs()));
            List<String> schools = server.schools();
            // Without a school in its filter a job would take them all.
            if (notInOrgs.containsAll(schools)) {
                line("  # Server " + server.number() + " has no school that a filter could name.");
            } else {
                job(server.number(), schools, notInOrgs);
            }
        }
    }

    private void job(int number, List<String> schools, Set<String> notInOrgs) {
        line("  - name: " + quoted("server-" + number));
        line("    drop: " + quoted(settings.drop().toAbsolutePath().normalize().toString()));
        line("    # out: the folder that this server imports from");
        line("    # state: the folder that keeps the last published state of this job");
        line("    identity: " + mapping.identity().column());
        limits();
        line("    school:");
        for (String school : schools) {
            if (notInOrgs.contains(school)) {
                line("      # No row of orgs.csv describes this one yet, and the filter would refuse it:");
                line("      # - " + quoted(school));
            } else {
                line("      - " + quoted(school));
            }
        }
    }

    private void limits() {
        if (mapping.maxUsers() != MappingSettings.DEFAULT_MAX_USERS) {
            line("    maxUsers: " + mapping.maxUsers());
        }
        if (mapping.maxClasses() != MappingSettings.DEFAULT_MAX_CLASSES) {
            line("    maxClasses: " + mapping.maxClasses());
        }
        if (mapping.emptyGroups() != EmptyGroups.LEAVE_OUT) {
            line("    emptyGroups: " + Words.word(mapping.emptyGroups()));
        }
        if (mapping.consoleStaff() != ConsoleStaff.ALL) {
            line("    consoleStaff: " + Words.word(mapping.consoleStaff()));
        }
        if (!mapping.nameTemplate().equals(NameTemplate.DEFAULT)) {
            line("    nameTemplate: " + quoted(mapping.nameTemplate().toString()));
        }
    }

    /** What JSON writes as a string, YAML reads as one: an id such as 0010 or no stays what it is. */
    private static String quoted(String text) {
        return "\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }
}
