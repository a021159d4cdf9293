package org.oneroster4j.impero;

/**
 * A row of {@code enrollments.csv} with whom and what it names, and what became of it. Holds ids and nothing else that
 * describes a person.
 *
 * @param classSourcedId the class it names, trimmed; empty when blank. In a row that was rejected the columns may have shifted
 * @param userSourcedId the person it names, likewise
 * @param explanation what became of it
 */
public record ExplainedEnrollment(String classSourcedId, String userSourcedId, Explanation explanation) {}
