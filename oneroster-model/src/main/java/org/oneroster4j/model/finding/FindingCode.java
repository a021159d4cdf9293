package org.oneroster4j.model.finding;

/**
 * A kind of finding. Each module has one enum of them, from which its page {@code FINDINGS.md} is generated.
 */
public interface FindingCode {
    /** Returns what the code means. */
    FindingDefinition definition();

    /** Returns the stable name in kebab-case, for example {@code ragged-row}. */
    default String code() {
        return definition().code();
    }

    /** Returns how much a finding of this kind matters unless the finding itself says otherwise. */
    default Severity severity() {
        return definition().severity();
    }

    /** Returns what a finding of this kind means for the row or the run. */
    default Effect effect() {
        return definition().effect();
    }
}
