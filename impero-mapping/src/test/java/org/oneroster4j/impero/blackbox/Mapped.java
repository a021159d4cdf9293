package org.oneroster4j.impero.blackbox;

import java.util.List;
import java.util.stream.Stream;
import org.oneroster4j.impero.Group;
import org.oneroster4j.impero.ImperoMapper;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.ImperoUser;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.StopChecks;
import org.oneroster4j.model.Roster;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingSummary;

/** A mapping with what was found on the way, in the words of tests. */
record Mapped(ImperoRoster roster, MappingSettings settings, FindingSummary findings) {
    static Mapped of(School school, MappingSettings settings) {
        return of(school.roster(), settings);
    }

    static Mapped of(Roster roster, MappingSettings settings) {
        FindingSummary findings = new FindingSummary();
        return new Mapped(ImperoMapper.map(roster, settings, findings), settings, findings);
    }

    List<String> users() {
        return roster.users().stream().map(ImperoUser::userId).toList();
    }

    List<String> groups() {
        return roster.groups().stream().map(Group::groupId).toList();
    }

    List<String> groupNames() {
        return roster.groups().stream().map(Group::groupName).toList();
    }

    List<String> members() {
        return roster.members().stream()
                .map(member -> member.group().groupId() + ":" + member.user().userId())
                .toList();
    }

    List<String> access() {
        return roster.access().stream()
                .map(access -> access.group().groupId() + ":" + access.user().userId())
                .toList();
    }

    List<Finding> found(FindingCode code) {
        return findings.kept(code);
    }

    List<String> foundAbout(FindingCode code) {
        return found(code).stream().map(Finding::sourcedId).toList();
    }

    /** The codes against publishing, and those of caps that come near. */
    List<String> reasons() {
        FindingSummary reasons = new FindingSummary();
        boolean may = StopChecks.mayPublish(roster, settings, reasons);
        return Stream.concat(
                        Stream.of(may ? "may publish" : "stopped"),
                        reasons.codes().stream().map(FindingCode::code))
                .toList();
    }

    /** The messages against publishing. */
    List<String> messages() {
        FindingSummary reasons = new FindingSummary();
        StopChecks.mayPublish(roster, settings, reasons);
        return reasons.codes().stream()
                .flatMap(code -> reasons.kept(code).stream())
                .map(Finding::message)
                .toList();
    }
}
