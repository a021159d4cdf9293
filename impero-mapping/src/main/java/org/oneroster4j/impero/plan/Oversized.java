package org.oneroster4j.impero.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A school that no server can take, because it exceeds a cap alone.
 *
 * @param load the school, with those that go where it goes
 * @param caps the caps
 */
public record Oversized(SchoolLoad load, Caps caps) {
    /** Returns what can be done about it, a sentence each. */
    public List<String> options() {
        List<String> options = new ArrayList<>();
        if (load.schools().size() > 1) {
            options.add("Give the classes of " + load.id() + " itself to a school of their own in the SIS: a filter of "
                    + load.id() + " takes the " + (load.schools().size() - 1)
                    + " other schools too, so that all are on one server.");
        }
        options.add("Split it into two schools (orgs) in the SIS, so that each fits on a server.");
        if (load.users() > caps.users()) {
            options.add("Set consoleStaff to assigned, if staff without a class need not sign in to the console.");
        }
        options.add("Ask Impero whether its server takes more, and say so with --max-users " + load.users()
                + " --max-classes " + load.groups() + " or above.");
        return List.copyOf(options);
    }
}
