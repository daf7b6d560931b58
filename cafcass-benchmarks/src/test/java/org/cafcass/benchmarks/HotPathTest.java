package org.cafcass.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every implementation that is measured gives the right answers: none is quick by being wrong. */
class HotPathTest {
    private static final int CASES = 2000;

    /* Each benchmark with each implementation that it is measured with; both row orders come up. */
    static Stream<Arguments> measured() throws ReflectiveOperationException {
        List<Arguments> measured = new ArrayList<>();
        for (Class<? extends HotPath> hotPath : Ratios.HOT_PATHS) {
            for (Implementation implementation : Ratios.implementations(hotPath)) {
                measured.add(Arguments.of(hotPath, implementation));
            }
        }
        return measured.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("measured")
    void answersAreRight(Class<? extends HotPath> hotPath, Implementation implementation) throws Exception {
        RowOrder order = implementation.ordinal() % 2 == 0 ? RowOrder.RANDOM : RowOrder.RECEIVED;

        HotPath measured = Ratios.prepared(hotPath, implementation, CASES, order);

        assertThat(measured.nextAnswer()).isNotEmpty();
        measured.close();
    }

    @Test
    void aWrongAnswerIsNotMeasured() {
        assertThatThrownBy(() -> Answers.requireEqual("snapshot", new double[] {1, 2}, new double[] {1, 2.1}))
                .hasMessage("Cannot measure snapshot: number 1 is 2.1 instead of 2.0");
        assertThatThrownBy(() -> Answers.requireEqual("snapshot", new double[] {1}, new double[] {Double.NaN}))
                .hasMessage("Cannot measure snapshot: number 0 is NaN instead of 1.0");
        assertThatThrownBy(() -> Answers.requireEqual("snapshot", new double[] {1, 2}, new double[] {1}))
                .hasMessage("Cannot measure snapshot: 1 numbers instead of 2");
    }
}
