package org.oneroster4j.model.finding;

/** Takes findings as they are made, in the order of the rows of each file. Called by the thread that reads. */
@FunctionalInterface
public interface FindingListener {
    /** Takes a finding. */
    void found(Finding finding);
}
