package org.cafcass.metrics.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The 171 figures of five public documents of a family-court advisory service, 2016 to 2025. */
class ShippedFiguresTest {
    private final Map<String, CheckedFigure> checked = new TreeMap<>();

    ShippedFiguresTest() throws Exception {
        try (Reader reader =
                new InputStreamReader(getClass().getResourceAsStream("figures.csv"), StandardCharsets.UTF_8)) {
            PublishedFiguresCheck.check(PublishedFigures.read(reader))
                    .forEach(figure -> checked.put(figure.id(), figure));
        }
    }

    @Test
    void findsTheOneSlipAndTheOneImplausibleRatio() {
        assertThat(checked).hasSize(171);
        assertThat(ids(Verdict.INCONSISTENT)).containsExactly("F001");
        assertThat(ids(Verdict.IMPLAUSIBLE)).containsExactly("F100");
    }

    @Test
    void saysWhatTheOpenCasesOfApril2022WouldHaveToBe() {
        assertThat(checked.get("F001").finding())
                .startsWith(
                        "value 35211, previous 30136, change 4954, 16.4% do not agree: they would with value 35090, or"
                                + " previous 30257; ")
                .contains("previous: F003 + F004 (30159 to 30345) is not F001 (30136)");
    }

    @Test
    void saysWhyTheRatioIsImplausible() {
        assertThat(checked.get("F100").finding())
                .isEqualTo("1348 children / 1246 cases is 1.08 to 1.09 a case, the document's others 2 to 2.04");
    }

    @Test
    void triesPartsSharesAndDistributions() {
        assertThat(checked.get("F004").verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(checked.get("F004").finding()).contains("change: F003 + F004 (4954) is F001 (4954)");
        assertThat(checked.get("F109").finding())
                .contains("value 27529, change -2725, -9.0% agree", "change: F111 + F113 (-2725) is F109 (-2725)");
        assertThat(checked.get("F132").finding()).contains("records: F132 + F133 + F134 (200) is 200");
        assertThat(checked.get("F041").finding()).contains("percent: F040 + F041 + F042 + F043 (98 to 102) is 100");
        assertThat(checked.get("F063").finding()).isEqualTo("F061 / F062 (1.97 to 1.98) is F063 (2.0)");
    }

    @Test
    void bindsOpenPrivateLawCasesThatAreNotPrinted() {
        assertThat(checked.get("F113").finding()).contains("value: F111 + F113 (");
        assertThat(checked.get("F096").finding()).isEqualTo("value of F096 (3904) is within F113 (16423 to 16601)");
    }

    @Test
    void leavesWhatNothingDecides() {
        assertThat(checked.get("F006"))
                .isEqualTo(new CheckedFigure("F006", Verdict.UNDETERMINED, "nothing printed decides"));
        assertThat(checked.get("F162").finding())
                .isEqualTo("not printed: previous 34118 to 34148 cases, change 3501 to 3531 cases");
    }

    private List<String> ids(Verdict verdict) {
        return checked.values().stream()
                .filter(figure -> figure.verdict() == verdict)
                .map(CheckedFigure::id)
                .toList();
    }
}
