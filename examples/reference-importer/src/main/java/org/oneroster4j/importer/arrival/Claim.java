package org.oneroster4j.importer.arrival;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A drop on its way out of its folder: the file {@code claim.json} beside the files that were taken.
 *
 * @param files all files of the drop as they were when it was complete
 * @param moved whether they are moved; else they are copied, and stay
 */
record Claim(
        @JsonProperty(required = true) List<DropFile> files,
        @JsonProperty(required = true) boolean moved) {}
