package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BreakdownTest {
    private static final Breakdown GRADE_OF_A_SOURCE = Breakdown.of(
            Map.of(BreakdownKey.SOURCE, "local", BreakdownKey.SCALE, "since_2022", BreakdownKey.GRADE, "good"));

    @Test
    void itsTextHasThePairsByCodeAndItsValuesAreInTheOrderOfTheKeys() {
        assertThat(GRADE_OF_A_SOURCE).hasToString("grade=good;scale=since_2022;source=local");
        assertThat(GRADE_OF_A_SOURCE.values())
                .containsExactly(
                        Map.entry(BreakdownKey.SOURCE, "local"),
                        Map.entry(BreakdownKey.SCALE, "since_2022"),
                        Map.entry(BreakdownKey.GRADE, "good"));
    }

    @Test
    void aPairIsReadBackWhateverItsValueHolds() {
        Breakdown awkward = Breakdown.of(BreakdownKey.AREA, "50%; a=b");

        assertThat(awkward).hasToString("area=50%25%3B a%3Db");
        assertThat(Breakdown.parse(awkward.toString())).isEqualTo(awkward);
        assertThat(Breakdown.parse(awkward.toString()).value(BreakdownKey.AREA)).contains("50%; a=b");
    }

    @Test
    void withoutSomeKeysTheOthersStay() {
        assertThat(GRADE_OF_A_SOURCE.without(Set.of(BreakdownKey.GRADE, BreakdownKey.AREA)))
                .isEqualTo(Breakdown.of(Map.of(BreakdownKey.SOURCE, "local", BreakdownKey.SCALE, "since_2022")));
        assertThat(GRADE_OF_A_SOURCE.without(Set.of())).isEqualTo(GRADE_OF_A_SOURCE);
        assertThat(GRADE_OF_A_SOURCE.without(Arrays.asList(BreakdownKey.values())))
                .isEqualTo(Breakdown.whole());
        assertThat(Breakdown.whole().without(Set.of(BreakdownKey.LAW)).isWhole())
                .isTrue();
    }

    @Test
    void nothingChangesIt() {
        Map<BreakdownKey, String> values = new HashMap<>(Map.of(BreakdownKey.LAW, "public"));
        Breakdown publicLaw = Breakdown.of(values);
        values.put(BreakdownKey.LAW, "private");

        assertThat(publicLaw.value(BreakdownKey.LAW)).contains("public");
        assertThatThrownBy(() -> publicLaw.values().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aValueThatIsMissingIsAnError() {
        Map<BreakdownKey, String> values = new HashMap<>();
        values.put(BreakdownKey.LAW, null);

        assertThatThrownBy(() -> Breakdown.of(values)).isInstanceOf(NullPointerException.class);
    }
}
