package org.cafcass.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GradeAgreementTest {
    // Agresti, Categorical data analysis (1990), p. 372: 91 couples; weighted kappa 0.237 with equally spaced weights.
    // R 4.2.2: kw <- function(m) { w <- abs(row(m) - col(m)); e <- outer(rowSums(m), colSums(m)) / sum(m)
    //   1 - sum(w * m) / sum(w * e) }
    // kw(matrix(c(7,7,2,3, 2,8,3,7, 1,5,4,9, 2,8,9,14), 4, byrow = TRUE))
    @Test
    void weightedKappaAsPublished() {
        GradeAgreement agreement = of(new long[][] {{7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}});

        assertThat(agreement.weightedKappa().orElseThrow()).isCloseTo(0.23738062755798095, within(1e-15));
    }

    /**
     * Of ten pieces of work four are one grade apart and one is two grades apart: distances of 6 in all. The rows add up to 5,
     * 3, 2 and the columns to 3, 3, 4, so that chance gives (5·3 + 2·5·4 + 3·3 + 3·4 + 2·2·3 + 2·3) / 10 = 9.4.
     */
    @Test
    void weightedKappaByHand() {
        GradeAgreement agreement = of(new long[][] {{3, 1, 1}, {0, 1, 2}, {0, 1, 1}});

        assertThat(agreement.count(1, 2)).isEqualTo(2);
        assertThat(agreement.weightedKappa().orElseThrow()).isCloseTo(1 - 6 / 9.4, within(1e-15));
    }

    // R 4.2.2, from the grades themselves: sprintf("%.17g", 1 - mean(abs(a - b)) / mean(abs(outer(a, b, "-"))))
    // of a <- c(1,1,2,2,2,3,3,3,3,4,4,2,3,1); b <- c(1,2,2,2,3,3,3,2,3,4,3,4,3,1)
    // and of a <- c(2,2,3,3,3,3,4,4); b <- c(3,3,2,2,4,3,3,3), in which no work has the lowest grade
    @Test
    void weightedKappaIsThatOfTheGradesOneByOne() {
        GradeAgreement agreement = of(new long[][] {{2, 1, 0, 0}, {0, 2, 1, 1}, {0, 1, 4, 0}, {0, 0, 1, 1}});
        GradeAgreement worseThanByChance = of(new long[][] {{0, 0, 0, 0}, {0, 0, 2, 0}, {0, 2, 1, 1}, {0, 0, 2, 0}});

        assertThat(agreement.weightedKappa().orElseThrow()).isCloseTo(0.58823529411764708, within(1e-15));
        assertThat(worseThanByChance.weightedKappa().orElseThrow()).isCloseTo(-0.27272727272727271, within(1e-15));
    }

    @Test
    void perfectAndWorstAgreement() {
        assertThat(of(new long[][] {{5, 0}, {0, 7}}).weightedKappa()).hasValue(1);
        assertThat(of(new long[][] {{0, 5}, {5, 0}}).weightedKappa()).hasValue(-1);
    }

    @Test
    void withoutDisagreementByChanceThereIsNoKappa() {
        assertThat(new GradeAgreement(4).weightedKappa()).isEmpty();
        assertThat(of(new long[][] {{0, 0}, {0, 9}}).weightedKappa()).isEmpty();
        assertThat(of(new long[][] {{9}}).weightedKappa()).isEmpty();
    }

    @Property
    void partsCombineToTheWhole(
            @ForAll @Size(max = 40) List<@IntRange(max = 15) Integer> some,
            @ForAll @Size(max = 40) List<@IntRange(max = 15) Integer> others) {
        GradeAgreement whole = new GradeAgreement(4);
        add(whole, some);
        add(whole, others);
        GradeAgreement first = new GradeAgreement(4);
        add(first, some);
        GradeAgreement second = new GradeAgreement(4);
        add(second, others);

        assertThat(second.combine(first).weightedKappa()).isEqualTo(whole.weightedKappa());
    }

    @Test
    void refusesWhatIsNoGradeOrCount() {
        GradeAgreement agreement = new GradeAgreement(4);
        assertThatThrownBy(() -> agreement.add(4, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid grade: 4 of 4");
        assertThatThrownBy(() -> agreement.add(0, -1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid grade: -1 of 4");
        assertThatThrownBy(() -> agreement.count(-1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid grade: -1 of 4");
        assertThatThrownBy(() -> agreement.count(0, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid grade: 4 of 4");
        assertThatThrownBy(() -> agreement.add(0, 0, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid count: -1");
        assertThatThrownBy(() -> agreement.combine(new GradeAgreement(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot combine 4 grades: with 3");
        assertThatThrownBy(() -> new GradeAgreement(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid number of grades: 0");
    }

    // ------------------------------------------------------------------------

    private static GradeAgreement of(long[][] counts) {
        GradeAgreement agreement = new GradeAgreement(counts.length);
        for (int first = 0; first < counts.length; first++) {
            for (int second = 0; second < counts.length; second++) {
                agreement.add(first, second, counts[first][second]);
            }
        }
        return agreement;
    }

    private static void add(GradeAgreement agreement, List<Integer> pairs) {
        for (int pair : pairs) {
            agreement.add(pair / 4, pair % 4, 1);
        }
    }
}
