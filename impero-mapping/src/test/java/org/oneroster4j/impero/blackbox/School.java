package org.oneroster4j.impero.blackbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.oneroster4j.impero.ImperoMapper;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.change.Published;
import org.oneroster4j.model.AcademicSession;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.User;

/** A school as records, from which a test takes some away; a class is in a term of all days unless it names others. Immutable. */
record School(List<RosterRecord> records) {
    /** The term of classes of which a test names no terms: one that names none is not current where others name some (R6). */
    static final String ALWAYS = "always";

    static School empty() {
        return new School(List.of());
    }

    School with(RosterRecord... more) {
        List<RosterRecord> all = new ArrayList<>(records);
        all.addAll(List.of(more));
        return new School(List.copyOf(all));
    }

    School without(Predicate<RosterRecord> gone) {
        return new School(records.stream().filter(gone.negate()).toList());
    }

    School term(String id, LocalDate start, LocalDate end) {
        return with(AcademicSession.builder()
                .sourcedId(id)
                .title("Term " + id)
                .startDate(start)
                .endDate(end)
                .build());
    }

    School schoolClass(String id, String school, String... terms) {
        return with(SchoolClass.builder()
                .sourcedId(id)
                .title("Class " + id)
                .courseSourcedId("")
                .schoolSourcedId(school)
                .addTermSourcedIds(terms.length == 0 ? new String[] {ALWAYS} : terms)
                .build());
    }

    School user(String id, RoleType role) {
        return with(person(id, role, id + ".login"));
    }

    /** A record of the same person as another: its names are the same. */
    static User again(String id, String of, RoleType role, String username) {
        return person(of, role, username).withSourcedId(id);
    }

    static User person(String id, RoleType role, String username) {
        return User.builder()
                .sourcedId(id)
                .role(role)
                .username(username)
                .givenName("Given " + id)
                .familyName("Family " + id)
                .build();
    }

    School enroll(String user, String schoolClass, RoleType role) {
        return with(enrollment(user, schoolClass, role, Optional.empty()));
    }

    static Enrollment enrollment(String user, String schoolClass, RoleType role, Optional<LocalDate> end) {
        return Enrollment.builder()
                .sourcedId("")
                .classSourcedId(schoolClass)
                .schoolSourcedId("")
                .userSourcedId(user)
                .role(role)
                .endDate(end)
                .build();
    }

    MemoryRoster roster() {
        boolean named = records.stream()
                .anyMatch(record -> record instanceof SchoolClass schoolClass
                        && schoolClass.termSourcedIds().contains(ALWAYS));
        School whole = named ? term(ALWAYS, LocalDate.of(2000, 1, 1), LocalDate.of(2099, 12, 31)) : this;
        return new MemoryRoster(whole.records.toArray(RosterRecord[]::new));
    }

    ImperoRoster mapped(MappingSettings settings) {
        return ImperoMapper.map(roster(), settings, finding -> {});
    }

    Published published(MappingSettings settings) {
        return Published.of(mapped(settings), settings);
    }
}
