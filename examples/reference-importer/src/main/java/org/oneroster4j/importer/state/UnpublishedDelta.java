package org.oneroster4j.importer.state;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A delta that was begun and is not known to be published: what it changes is lacking, so no later one may be applied.
 *
 * @param sha256 which delta it is: the digest of its files
 * @param generation the number of what was published last when it was begun; once something newer is published, it is void
 */
public record UnpublishedDelta(
        @JsonProperty(required = true) String sha256,
        @JsonProperty(required = true) int generation) {}
