package org.cafcass.workload.hubs;

import org.cafcass.model.Code;

/** Whether a case may wait for an adviser, most urgent first. */
public enum WaitingRule implements Code {
    /** Public law: always allocated. */
    PUBLIC_LAW("public law is always allocated"),
    /** Private law of high risk: always allocated. */
    HIGH_RISK("private law of high risk is always allocated"),
    /** Private law before its safeguarding letter is filed: allocated until then. */
    BEFORE_SAFEGUARDING_LETTER("its safeguarding letter is not filed"),
    /** Private law that is not of high risk, after its safeguarding letter. */
    MAY_WAIT("private law, not of high risk, after its safeguarding letter: it may wait");

    private final String words;

    WaitingRule(String words) {
        this.words = words;
    }

    /** Whether the case may wait. */
    public boolean mayWait() {
        return this == MAY_WAIT;
    }

    /** The rule in words. */
    public String words() {
        return words;
    }
}
