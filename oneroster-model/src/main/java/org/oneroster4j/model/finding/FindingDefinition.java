package org.oneroster4j.model.finding;

/**
 * What a code means: everything about it that does not depend on the single finding.
 *
 * @param code the stable name in kebab-case, for example {@code ragged-row}
 * @param severity how much a finding of this kind matters unless the finding itself says otherwise
 * @param strictSeverity how much it matters to somebody who holds the sender to the letter of the specification
 * @param effect what a finding of this kind means for the row or the run
 * @param message the message, with {@code {0}}, {@code {1}} and so on for the details of a finding. The details never
 *     are the content of a cell that could describe a person
 * @param fix what to do about it at the source, in a sentence or two for a school's technician
 * @param example what it looks like in a file, invented; empty where an example says nothing
 */
public record FindingDefinition(
        String code,
        Severity severity,
        Severity strictSeverity,
        Effect effect,
        String message,
        String fix,
        String example) {

    /** Makes a definition of one severity for everybody, without an example. */
    public FindingDefinition(String code, Severity severity, Effect effect, String message, String fix) {
        this(code, severity, severity, effect, message, fix, "");
    }
}
