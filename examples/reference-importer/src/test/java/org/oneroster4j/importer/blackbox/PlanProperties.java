package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.impero.ConsoleStaff;
import org.oneroster4j.impero.EmptyGroups;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoMapper;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.plan.Caps;
import org.oneroster4j.impero.plan.District;
import org.oneroster4j.impero.plan.PlannedServer;
import org.oneroster4j.impero.plan.Planner;
import org.oneroster4j.impero.plan.ServerPlan;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.testing.Drops;
import org.oneroster4j.testing.TextDrop;

/** What a plan says of its servers is what a mapping with their lists of schools as the filter comes to. */
class PlanProperties {
    private static final FindingListener NOBODY = finding -> {};

    @Property
    void eachServerMapsToWhatItsPlanSays(
            @ForAll("drops") TextDrop drop, @ForAll("settings") MappingSettings settings, @ForAll("caps") Caps caps) {
        // A filter can name such an org in no way: that is a usage error (contract, the school filter).
        Assume.that(!anIdentifierIsTheIdOfAnotherOrg(drop));
        OneRosterDrop roster = open(drop);
        ServerPlan plan = Planner.fewest(District.of(ImperoMapper.map(roster, settings, NOBODY)), caps);
        for (PlannedServer server : plan.servers()) {
            assertThat(server.users()).isLessThanOrEqualTo(caps.users());
            assertThat(server.groups()).isLessThanOrEqualTo(caps.groups());
            if (!isNameable(server)) {
                continue;
            }
            ImperoRoster mapped = ImperoMapper.map(roster, settings.withSchools(server.schools()), NOBODY);
            int collisions = mapped.leftOut().getOrDefault("group-name-collision", 0);
            assertThat(mapped.counts().groups() + collisions).isEqualTo(server.groups());
            if (collisions == 0) {
                assertThat(mapped.counts().users()).isEqualTo(server.users());
            } else {
                assertThat(mapped.counts().users()).isLessThanOrEqualTo(server.users());
            }
        }
    }

    private static boolean anIdentifierIsTheIdOfAnotherOrg(TextDrop drop) {
        if (!drop.has("orgs.csv")) {
            return false;
        }
        List<Map<String, String>> orgs = InputTable.of(drop, "orgs.csv").rows();
        return orgs.stream()
                .anyMatch(one -> orgs.stream()
                        .anyMatch(other -> CellText.trimmed(one.getOrDefault("identifier", ""))
                                .equals(CellText.trimmed(other.getOrDefault("sourcedId", "")))));
    }

    private static boolean isNameable(PlannedServer server) {
        return server.loads().stream().allMatch(load -> load.notInOrgs().isEmpty())
                && !server.schools().isEmpty();
    }

    private static OneRosterDrop open(TextDrop drop) {
        Map<String, ByteSource> sources = new HashMap<>();
        drop.bytes().forEach((name, bytes) -> sources.put(name, () -> new ByteArrayInputStream(bytes)));
        return OneRosterDrop.of(sources, ReadOptions.defaults(), NOBODY);
    }

    @Provide
    Arbitrary<TextDrop> drops() {
        return Arbitraries.oneOf(Drops.messy(), Drops.tidy());
    }

    @Provide
    Arbitrary<Caps> caps() {
        return Combinators.combine(
                        Arbitraries.integers().between(5, 40),
                        Arbitraries.integers().between(2, 15))
                .as(Caps::new);
    }

    @Provide
    Arbitrary<MappingSettings> settings() {
        return Combinators.combine(
                        Arbitraries.of(Identity.class),
                        Arbitraries.of(EmptyGroups.class),
                        Arbitraries.of(ConsoleStaff.class))
                .as((identity, empty, staff) -> MappingSettings.of(identity, Drops.AS_OF)
                        .withEmptyGroups(empty)
                        .withConsoleStaff(staff));
    }
}
