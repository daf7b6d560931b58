package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cafcass.metrics.published.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenFiguresTest {
    private static final String HEADER = String.join(",", WrittenFigures.COLUMNS) + "\n";
    private static final String ROW = "open-cases,cases,2025-03-31,2025-03-31,,12,,,,,ok\n";

    private static List<Figure> read(String rows) {
        return WrittenFigures.read(HEADER + rows, Measures.all());
    }

    private static List<Verdict> verdicts(String rows) {
        return FiguresCheck.check(read(rows)).stream()
                .map(checked -> checked.verdict())
                .toList();
    }

    @Test
    void readsWhatIsWritten() {
        Figure figure =
                read("within-26-weeks-percent,percent,2024-04-01,2025-03-31,area=a%253B%3D;law=public,37.5,3,8,,,ok\n")
                        .get(0);

        assertThat(figure.measure()).isEqualTo(Measures.WITHIN_26_WEEKS_PERCENT);
        assertThat(figure.period()).isEqualTo(Period.parse("2024-25"));
        assertThat(figure.breakdown().value(BreakdownKey.AREA)).contains("a%3B=");
        assertThat(figure.value()).hasValue(37.5);
        assertThat(figure.numerator()).hasValue(3);
        assertThat(figure.lower()).isEmpty();
    }

    @Test
    void headerAloneIsNoFigure() {
        assertThat(read("")).isEmpty();
        assertThat(WrittenFigures.isHeader("\uFEFF" + HEADER)).isTrue();
        assertThat(WrittenFigures.isHeader("id,document")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            open-case,cases,2025-03-31,2025-03-31,,1,,,,,ok       | line 2: Unknown measure: open-case. Maybe open-cases?
            open-cases,children,2025-03-31,2025-03-31,,1,,,,,ok   | line 2: unit: children, but open-cases is in cases
            open-cases,cases,31/03/25,2025-03-31,,1,,,,,ok        | line 2: period_start: not a day: 31/03/25
            open-cases,cases,2025-03-31,2025-03-31,,1e3,,,,,ok    | line 2: value: not a number: 1e3
            open-cases,cases,2025-03-31,2025-03-31,,1,,,,,fine    | line 2: status: fine (ok, empty, not_available, suppressed)
            open-cases,cases,2025-03-31,2025-03-31,law,1,,,,,ok   | line 2: breakdown: not key=value: law
            open-cases,cases,2025-03-31,2025-03-31,lw=x,1,,,,,ok  | line 2: Unknown breakdown: lw. Maybe law?
            open-cases,cases,2025-03-31                           | line 2: 3 cells, the header has 11
            """)
    void saysWhatIsWrongAndWhere(String row, String message) {
        assertThatThrownBy(() -> read(row + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void figureTwiceIsAnError() {
        assertThatThrownBy(() -> read(ROW + ROW)).hasMessage("line 3: this figure stands twice");
    }

    /** 100 x 3 / 8 = 37.5; law: 5 + 7 = 12. */
    @Test
    void arithmeticIsTried() {
        String parts = "open-cases,cases,2025-03-31,2025-03-31,law=private,5,,,,,ok\n"
                + "open-cases,cases,2025-03-31,2025-03-31,law=public,7,,,,,ok\n";

        assertThat(verdicts(ROW + parts)).containsOnly(Verdict.CONSISTENT);
        assertThat(verdicts(ROW.replace("12", "13") + parts)).containsOnly(Verdict.INCONSISTENT);
        assertThat(verdicts(ROW)).containsExactly(Verdict.UNDETERMINED);
        assertThat(verdicts(ROW.replace("12", "12.5"))).containsExactly(Verdict.INCONSISTENT);
        assertThat(verdicts(ROW.replace("12", "-12"))).containsExactly(Verdict.INCONSISTENT);
        assertThat(verdicts("within-26-weeks-percent,percent,2024-04-01,2025-03-31,,37.5,3,8,,,ok\n"))
                .containsExactly(Verdict.CONSISTENT);
        assertThat(verdicts("within-26-weeks-percent,percent,2024-04-01,2025-03-31,,37.6,3,8,,,ok\n"))
                .containsExactly(Verdict.INCONSISTENT);
    }

    /** A hidden part is 0 or more: the other part is at most the whole. A hidden figure shows no number. */
    @Test
    void hiddenCountsBound() {
        String hidden = "open-cases,cases,2025-03-31,2025-03-31,law=private,,,,,,suppressed\n";
        String open = "open-cases,cases,2025-03-31,2025-03-31,law=public,%d,,,,,ok\n";

        assertThat(verdicts(ROW + hidden + open.formatted(12)))
                .containsExactly(Verdict.CONSISTENT, Verdict.UNDETERMINED, Verdict.CONSISTENT);
        assertThat(verdicts(ROW + hidden + open.formatted(13)))
                .containsExactly(Verdict.INCONSISTENT, Verdict.UNDETERMINED, Verdict.INCONSISTENT);
        assertThat(verdicts(hidden.replace(",,,,,,", ",3,,,,,"))).containsExactly(Verdict.INCONSISTENT);
    }

    /** Wilson's interval of 8 of 10 is 49.0 to 94.3 (R: prop.test(8, 10, correct = FALSE)): 49.01625 and 94.33178. */
    @Test
    void limitsAreTried() {
        String row =
                "audit-good-or-outstanding-percent,percent,2024-04-01,2025-03-31,scale=since_2022,80,8,10,%s,%s,ok\n";

        assertThat(verdicts(row.formatted("49.0162471536642", "94.33178485456247")))
                .containsExactly(Verdict.CONSISTENT);
        assertThat(verdicts(row.formatted("49.1", "94.33178485456247"))).containsExactly(Verdict.INCONSISTENT);
        assertThat(verdicts(row.formatted("81", "94"))).containsExactly(Verdict.INCONSISTENT);
    }
}
