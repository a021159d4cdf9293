package org.oneroster4j.impero.change;

/**
 * Somebody has looked at a held run and wants it published. It releases that run and no other: another drop, another setting
 * or another day is another run. It is good for once; whoever publishes by it makes it void.
 *
 * @param run the fingerprint of the run that is released
 */
public record Approval(Fingerprint run) {
    /** Tells whether a run is the one that is released. */
    public boolean releases(Fingerprint other) {
        return run.equals(other);
    }
}
