package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What disclosure control rests on: by which keys the parts of a count add up to it, and so give away one that is hidden. */
class SubjectTest {
    @ParameterizedTest
    @CsvSource({
        "CASE, LAW, true",
        "CASE, APPLICATION, true",
        "CASE, RULE_16_4, true",
        "CASE, AREA, true",
        "CASE, HOLDER, true",
        "CASE, COMPLETION, false", // of public law cases there is none
        "CHILD, LAW, true",
        "CHILD, REGION, true",
        "CHILD, REPORT, false", // a case may have reports of several kinds, or none
        "REPORT, LAW, true",
        "REPORT, REPORT, true",
        "CHECK, LAW, true",
        "FEEDBACK, LAW, false", // feedback may be about no case
        "FEEDBACK, AREA, false",
        "FEEDBACK, SOURCE, true",
        "AUDIT, LAW, false", // an audit may be about no case: its area is then its adviser's
        "AUDIT, AREA, true",
        "AUDIT, SOURCE, true",
        "ANSWER, APPLICATION, false",
        "ANSWER, QUESTION, true",
        "ADVISER, AREA, true",
        "ADVISER, TEAM, true",
        "ADVISER, REASON, false", // an adviser may be absent for several reasons
        "POST, REGION, true",
        "PERIOD, AREA, false" // the days of a period belong to every area
    })
    void partsByAKeyAddUp(Subject subject, BreakdownKey key, boolean addUp) {
        assertThat(subject.alwaysHas(key)).isEqualTo(addUp);
    }

    @ParameterizedTest
    @CsvSource({
        "CHILD, REPORT, true",
        "CHILD, LAW, false",
        "REPORT, REPORT, false",
        "CASE, HOLDER, false",
        "ADVISER, REASON, true",
        "ADVISER, ROLE, false",
        "PERIOD, LAW, true",
        "PERIOD, AREA, true"
    })
    void aRowMayHaveSeveralValuesOfAKey(Subject subject, BreakdownKey key, boolean several) {
        assertThat(subject.mayHaveSeveral(key)).isEqualTo(several);
    }
}
