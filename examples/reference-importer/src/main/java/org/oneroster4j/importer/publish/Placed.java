package org.oneroster4j.importer.publish;

import java.time.Duration;

/**
 * What a publication came to.
 *
 * @param files how many files were put in place
 * @param unchanged how many had these bytes already, and were not touched
 * @param window how long the folder had files of both runs: between the first and the last that was put in place
 */
public record Placed(int files, int unchanged, Duration window) {}
